//! Small charts that compare a few numbers. The numbers stand beside them in words.

use crate::markup::html;
use crate::order::by_key;
use crate::scale::percent;
use std::cmp::Reverse;
use yew::prelude::*;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bar {
    /// Id of the row, where links lead to it.
    pub id: Option<AttrValue>,
    /// What is measured.
    pub name: AttrValue,
    /// Its length, from zero.
    pub value: f64,
    /// The value in words.
    pub shown: String,
    /// The one that the chart is about.
    pub is_main: bool,
}

/// Bars on a common axis that starts at zero, the values at their ends.
pub(crate) fn bars(bars: Vec<Bar>) -> Html {
    /// The longest bar leaves this share of the row to its value.
    const LONGEST: f64 = 0.6;
    let most = bars.iter().map(|bar| bar.value).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    html! {
        <ul class="bars">
            { for bars.into_iter().map(|bar| html! {
                <li id={bar.id} class={classes!(bar.is_main.then_some("main"))}>
                    <span>{ bar.name }</span>
                    <span class="bar">
                        <svg width={percent(bar.value * LONGEST, most)} height="14" aria-hidden="true">
                            <rect width="100%" height="14"/>
                        </svg>
                        <b>{ bar.shown }</b>
                    </span>
                </li>
            }) }
        </ul>
    }
}

/// A hundred squares, as many of them filled as the share has percent.
pub(crate) fn hundred(share: f64) -> Html {
    const ROWS: usize = 5;
    const STEP_PX: usize = 11;
    let filled = (share.round() as usize).min(100);
    let rows = (0..ROWS).map(|row| {
        let y = row * STEP_PX + STEP_PX / 2;
        // Columns fill one after the other, each from above.
        let count = (filled + ROWS - 1 - row) / ROWS;
        let line =
            |count: usize| ["M0 ", &*y.to_string(), "h", &*(count * STEP_PX).to_string()].concat();
        html! { <g key={row}><path class="rest" d={line(100 / ROWS)}/><path d={line(count)}/></g> }
    });
    html! {
        <svg class="hundred" viewBox="0 0 220 55" aria-hidden="true">{ for rows }</svg>
    }
}

/// Bars in the order of their whole values.
pub(crate) fn largest_first(bars: Vec<Bar>) -> Vec<Bar> {
    by_key(bars, |bar| Reverse(bar.value as u64))
}

/// Squares whose areas are to scale, the largest first, each with its name and value.
pub(crate) fn squares(areas: Vec<Bar>) -> Html {
    const LARGEST_PX: f64 = 96.0;
    let areas = largest_first(areas);
    let most = areas.first().map_or(1.0, |area| area.value);
    html! {
        <ul class="squares">
            { for areas.into_iter().map(|area| {
                let side = ((area.value / most).sqrt() * LARGEST_PX).round() as u32;
                let side = side.to_string();
                html! {
                    <li id={area.id} class={classes!(area.is_main.then_some("main"))}>
                        <svg width={side.clone()} height={side} aria-hidden="true">
                            <rect width="100%" height="100%"/>
                        </svg>
                        <span>{ area.name }</span>
                        <b>{ area.shown }</b>
                    </li>
                }
            }) }
        </ul>
    }
}

/// Where a rank stands among the first few.
pub(crate) fn ladder(rank: usize, rungs: usize) -> Html {
    const STEP_PX: usize = 16;
    let width = (rungs * STEP_PX).to_string();
    html! {
        <svg class="ladder" width={width} height="14" aria-hidden="true">
            { for (1..=rungs).map(|rung| html! {
                <rect
                    key={rung}
                    class={(rung != rank).then_some("rest")}
                    x={((rung - 1) * STEP_PX).to_string()}
                    width="14"
                    height="14"
                />
            }) }
        </svg>
    }
}

/// The distance of the ticks of an axis that starts at zero and ends at or after `most`: 1, 2 or 5 times a
/// power of ten, at most five of them.
pub(crate) fn tick_step(most: f64) -> f64 {
    const MOST_TICKS: f64 = 5.0;
    let mut power = 1.0;
    loop {
        for step in [1.0, 2.0, 5.0] {
            if most <= step * power * MOST_TICKS {
                return step * power;
            }
        }
        power *= 10.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let table = [(7_000.0, 2_000.0), (5.0, 1.0), (5.1, 2.0), (12.0, 5.0), (26.3, 10.0)];
        for (most, expected) in table {
            assert!((tick_step(most) - expected).abs() < 1e-9, "{most}: {}", tick_step(most));
        }
    }
}
