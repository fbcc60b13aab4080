//! Figures as charts. What belongs together shares one: a form each for ranks, estimates of strength,
//! population, areas and shares; a single number stands large.

use super::super::bars::{Bar, bars, hundred, ladder, largest_first, squares, tick_step};
use super::super::cite::{cite, confidence};
use super::super::part::{PartProps, heading};
use super::super::prose::spaced;
use super::share;
use super::value::{number, rounded, scope, value};
use crate::locale::number::integer;
use crate::markup::html;
use crate::model::{Confidence, Figure, FigureIx, Scope, SourceIx, Text, Unit, Word};
use crate::order::by_key;
use crate::scale::percent;
use yew::prelude::*;

/// A share from which on a hundred squares say more than a bar.
const HALF: f64 = 50.0;

/// All figures by block.
pub(super) fn all(props: &PartProps) -> Html {
    let story = &props.story;
    let ranks = of_unit(props, &[Unit::Rank]);
    let strengths = of_unit(props, &[Unit::Troops, Unit::Fighters]);
    let people = population(props);
    let total_area = total(props, Unit::Km2);
    let is_taken = |ix: FigureIx, figure: &Figure| {
        matches!(figure.unit, Unit::Rank | Unit::Troops | Unit::Fighters)
            || people.iter().any(|&(taken, _)| taken == ix)
            || total_area.is_some_and(|(taken, _)| taken == ix)
    };
    html! {
        <ul class="figure-columns">
            { ranks_block(props, &ranks) }
            { strengths_block(props, &strengths) }
            { people_block(props, &people) }
            { total_area.map(|(_, total)| area_block(props, total)).unwrap_or_default() }
            { for FigureIx::all(story).filter(|(ix, figure)| !is_taken(*ix, figure)).map(|(_, figure)| single(props, figure)) }
        </ul>
    }
}

fn of_unit<'a>(props: &'a PartProps, units: &[Unit]) -> Vec<&'a Figure> {
    props.story.figures.iter().filter(|figure| units.contains(&figure.unit)).collect()
}

/// The first figure of the alliance in a unit.
fn total(props: &PartProps, unit: Unit) -> Option<(FigureIx, &Figure)> {
    FigureIx::all(&props.story)
        .find(|(_, figure)| figure.unit == unit && figure.scope == Scope::Alliance)
}

/// The population of the alliance, then of its countries.
fn population(props: &PartProps) -> Vec<(FigureIx, &Figure)> {
    let of_countries = props.story.members().map(|(_, _, profile)| profile.population_figure);
    let of_countries = of_countries.map(|ix| (ix, &props.story[ix]));
    total(props, Unit::People).into_iter().chain(of_countries).collect()
}

fn id(props: &PartProps, figure: &Figure) -> AttrValue {
    props.id(&["figure=", &*figure.id].concat())
}

/// The sources of several figures, each once.
fn sources(figures: &[&Figure]) -> Vec<SourceIx> {
    let mut all: Vec<SourceIx> = Vec::new();
    for source in figures.iter().flat_map(|figure| &figure.sources) {
        if !all.contains(source) {
            all.push(*source);
        }
    }
    all
}

fn block_heading(props: &PartProps, title: &Text) -> Html {
    heading(props.level + 1, "title-3", None, html! { { title.clone() } })
}

/// Where the countries stand in the world, the first first.
fn ranks_block(props: &PartProps, figures: &[&Figure]) -> Html {
    let Some(last) = figures.iter().map(|figure| figure.value as usize).max() else {
        return Html::default();
    };
    let ranked = by_key(figures.iter().copied(), |figure| figure.value as u64);
    let title = props.word(Word::RankInWorld);
    html! {
        <li class="figure">
            { block_heading(props, &title) }
            <p class="figure-label">{ common_end(figures) }</p>
            <ul class="ranks">
                { for ranked.into_iter().map(|figure| html! {
                    <li id={id(props, figure)}>
                        <span>{ scope(props, figure) }</span>
                        { ladder(figure.value as usize, last) }
                        <b>{ value(props, figure) }</b>
                        <span class="meta">{ figure.note.clone() }</span>
                    </li>
                }) }
            </ul>
            { confidence_of(props, figures) }
            <p>{ cite(props, &sources(figures), &title) }</p>
        </li>
    }
}

/// What the labels of some figures end in, from the beginning of a word.
fn common_end(figures: &[&Figure]) -> String {
    let Some((first, others)) = figures.split_first() else {
        return String::new();
    };
    let is_common = |end: &str| others.iter().all(|figure| figure.label.ends_with(end));
    let starts = first.label.char_indices().filter(|&(_, letter)| letter == ' ');
    let end = starts.map(|(at, _)| &first.label[at..]).find(|end| is_common(end));
    end.unwrap_or_default().trim_start().to_owned()
}

/// Published ranges on one axis: solid where they were announced, dashed where others estimate.
fn strengths_block(props: &PartProps, figures: &[&Figure]) -> Html {
    let most = figures.iter().map(|figure| figure.value_max.unwrap_or(figure.value));
    let most = most.fold(0.0, f64::max);
    if most == 0.0 {
        return Html::default();
    }
    let step = tick_step(most);
    let ticks = (most / step).ceil() as usize;
    let end = step * ticks as f64;
    let title = props.word(Word::StrengthOfForces);
    html! {
        <li class="figure">
            { block_heading(props, &title) }
            <p class="figure-label">{ props.word(Word::SolidAndDashed) }</p>
            <ul class="ranges">
                { for figures.iter().map(|figure| {
                    let is_estimate = matches!(figure.confidence, Confidence::Attributed(_));
                    let high = figure.value_max.unwrap_or(figure.value);
                    html! {
                        <li id={id(props, figure)}>
                            <span>{ spaced(&figure.label) }<b>{ value(props, figure) }</b></span>
                            <svg width="100%" height="22" aria-hidden="true">
                                { for (0..=ticks).map(|tick| {
                                    let x = percent(step * tick as f64, end);
                                    html! { <line key={tick} x1={x.clone()} x2={x} y2="22"/> }
                                }) }
                                <rect
                                    class={is_estimate.then_some("estimate")}
                                    x={percent(figure.value, end)}
                                    y="4"
                                    width={percent(high - figure.value, end)}
                                    height="14"
                                    rx="7"
                                />
                            </svg>
                            <span class="meta">{ figure.note.clone() }</span>
                        </li>
                    }
                }) }
            </ul>
            <p class="ticks" aria-hidden="true">
                { for (0..=ticks).map(|tick| html! {
                    <span key={tick}>{ integer(props.locale(), (step * tick as f64) as u64) }</span>
                }) }
            </p>
            <p class="note">
                { spaced(&props.word(Word::EstimatesUncertain)) }{ cite(props, &sources(figures), &title) }
            </p>
        </li>
    }
}

fn people_block(props: &PartProps, figures: &[(FigureIx, &Figure)]) -> Html {
    let Some((&(_, total), countries)) = figures.split_first() else {
        return Html::default();
    };
    let rows: Vec<Bar> = countries
        .iter()
        .map(|&(_, figure)| Bar {
            id: Some(id(props, figure)),
            name: scope(props, figure).into(),
            value: figure.value,
            shown: rounded(props, figure.value),
            is_main: true,
        })
        .collect();
    let rows = largest_first(rows);
    let all: Vec<&Figure> = figures.iter().map(|&(_, figure)| figure).collect();
    html! {
        <li class="figure" id={id(props, total)}>
            { block_heading(props, &total.label) }
            <p class="figure-large">{ value(props, total) }</p>
            { bars(rows) }
            <p class="note">{ spaced(&total.note) }{ cite(props, &sources(&all), &total.label) }</p>
        </li>
    }
}

fn area_block(props: &PartProps, total: &Figure) -> Html {
    let areas = props.story.members().map(|(_, country, profile)| {
        let area = profile.area_km2 as f64;
        Bar {
            id: None,
            name: country.name.clone().into(),
            value: area,
            shown: number(props, area),
            is_main: true,
        }
    });
    html! {
        <li class="figure" id={id(props, total)}>
            { block_heading(props, &total.label) }
            <p class="figure-large">{ value(props, total) }</p>
            { squares(areas.collect()) }
            <p class="note">
                { spaced(&[&*total.note, " ", &*props.word(Word::SquaresToScale)].concat()) }
                { cite(props, &total.sources, &total.label) }
            </p>
        </li>
    }
}

/// One number, drawn if it is a share.
fn single(props: &PartProps, figure: &Figure) -> Html {
    let chart = match figure.unit {
        Unit::Percent if figure.value >= HALF => hundred(figure.value),
        Unit::Percent if figure.value >= 1.0 => share(figure),
        _ => Html::default(),
    };
    html! {
        <li class="figure" id={id(props, figure)}>
            { block_heading(props, &figure.label) }
            <p class="figure-large">{ value(props, figure) }</p>
            { chart }
            <p class="meta">{ [&*scope(props, figure), " · ", &*figure.year.to_string()].concat() }</p>
            <p class="note">{ spaced(&figure.note) }{ cite(props, &figure.sources, &figure.label) }</p>
            { confidence_of(props, &[figure]) }
        </li>
    }
}

/// How far the figures are confirmed, if they are not.
fn confidence_of(props: &PartProps, figures: &[&Figure]) -> Html {
    let odd =
        figures.iter().map(|figure| &figure.confidence).find(|&odd| *odd != Confidence::Confirmed);
    odd.map(|odd| confidence(&props.story, odd)).unwrap_or_default()
}
