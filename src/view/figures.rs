//! Key figures.

use super::cite::{Cite, confidence};
use super::part::{PartProps, heading};
use crate::locale::number;
use crate::model::{Figure, FigureIx, Scope, Unit, Word};
use yew::prelude::*;

/// All figures, each with its unit, year, note and sources.
#[component]
pub fn Figures(props: &PartProps) -> Html {
    html! {
        <div class="figures">
            <p class="meta">{ props.word(Word::FiguresIntro) }</p>
            <ul class="figure-columns">
                for (_, figure) in FigureIx::all(&props.story) {
                    <li key={&*figure.id} class="figure" id={props.id(&format!("figure={}", figure.id))}>
                        { heading(props.level + 1, "title-3", None, html! { { figure.label.clone() } }) }
                        <p class="figure-large">{ value(props, figure) }</p>
                        { share(figure) }
                        <p class="meta">{ format!("{}, {}", scope(props, figure), figure.year) }</p>
                        <p class="note">{ figure.note.clone() }</p>
                        { confidence(&props.story, &figure.confidence) }
                        <p><Cite
                            story={&props.story}
                            sources={figure.sources.clone()}
                            of={figure.label.clone()}
                            ids={&props.ids}
                        /></p>
                    </li>
                }
            </ul>
        </div>
    }
}

/// The three shares that stand under the map.
pub(crate) fn figure_row(props: &PartProps) -> Html {
    let shares = FigureIx::all(&props.story)
        .filter(|(_, figure)| figure.unit == Unit::Percent && figure.value >= 10.0)
        .take(3);
    html! {
        <section class="figure-row" aria-labelledby={props.id("in-figures")}>
            { heading(props.level, "lead", Some(props.id("in-figures")), html! { { props.word(Word::InFigures) } }) }
            <ul>
                for (_, figure) in shares {
                    <li key={&*figure.id}>
                        <p class="figure-value">{ value(props, figure) }</p>
                        <p class="figure-label">{ figure.label.clone() }</p>
                        { share(figure) }
                        <p class="note">
                            { figure.note.clone() }{ " " }
                            <Cite
                                story={&props.story}
                                sources={figure.sources.clone()}
                                of={figure.label.clone()}
                                ids={&props.ids}
                            />
                        </p>
                    </li>
                }
            </ul>
        </section>
    }
}

/// The number or range, with its unit.
fn value(props: &PartProps, figure: &Figure) -> String {
    let locale = props.locale();
    let places = u8::from(figure.value.fract() != 0.0);
    let number = figure.value_max.map_or_else(
        || number::decimal(locale, figure.value, places),
        |high| number::range(locale, figure.value, high, places),
    );
    let unit = &props.story.labels.unit[figure.unit as usize];
    match figure.unit {
        Unit::Percent => props.phrase(Word::PercentOf, &[("n", &number)]),
        Unit::Rank => props.phrase(Word::RankOf, &[("n", &number)]),
        _ => format!("{number} {unit}"),
    }
}

fn scope(props: &PartProps, figure: &Figure) -> crate::model::Text {
    match figure.scope {
        Scope::Alliance => props.story.labels.scope_alliance.clone(),
        Scope::Region => props.story.labels.scope_region.clone(),
        Scope::Country(ix) => props.story[ix].name.clone(),
    }
}

/// A share as a bar from 0 to 100; a published range ends in a lighter part.
fn share(figure: &Figure) -> Html {
    if figure.unit != Unit::Percent {
        return Html::default();
    }
    let percent = |value: f64| format!("{}%", value.round() as u64);
    html! {
        <svg class="share" width="100%" height="8" aria-hidden="true" focusable="false">
            <rect class="whole" width="100%" height="8"/>
            if let Some(high) = figure.value_max {
                <rect class="range" width={percent(high)} height="8"/>
            }
            <rect class="part" width={percent(figure.value)} height="8"/>
        </svg>
    }
}
