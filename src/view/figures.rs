//! Key figures: as charts, as a table, and the few that stand under the map.

mod blocks;
mod value;

use super::bars::{Bar, bars};
use super::cite::cite;
use super::once::{component, use_flag};
use super::part::{PartProps, heading};
use super::parts::Part;
use super::profile::go;
use super::prose::spaced;
use super::rest::use_rest;
use crate::markup::html;
use crate::model::{Count, CountryIx, Figure, FigureIx, Scope, Unit, Word};
use crate::order::by_key;
use crate::scale::percent;
use crate::state::{Action, Tab};
pub(crate) use value::{area, number};
use value::{brief, rounded, scope, value};
use yew::prelude::*;

/// How many figures stand under the map: a row, and a second one where the explainer is wide.
const MOST_UNDER_MAP: usize = 6;

/// All figures, each with its unit, year, note and sources.
#[component]
pub fn Figures(props: &PartProps) -> Html {
    let rest = use_rest(props);
    component::<AllFigures>(rest)
}

#[component]
fn AllFigures(props: &PartProps) -> Html {
    let is_table = use_flag();
    let button = |to: bool, word: Word| {
        let is_table = is_table.clone();
        html! {
            <button
                type="button"
                aria-pressed={if *is_table == to { "true" } else { "false" }}
                onclick={Callback::from(move |_: MouseEvent| is_table.set(to))}
            >
                { props.word(word) }
            </button>
        }
    };
    html! {
        <div class="figures">
            <div class="switch-head">
                <p class="meta">{ props.word(Word::FiguresIntro) }</p>
                <div class="segments switch" role="group" aria-label={props.word(Word::ShownAs)}>
                    { button(false, Word::Charts) }
                    { button(true, Word::Table) }
                </div>
            </div>
            <div>
                if *is_table {
                    { table(props) }
                } else {
                    { blocks::all(props) }
                }
            </div>
        </div>
    }
}

fn table(props: &PartProps) -> Html {
    let head = |word: Word| html! { <th scope="col">{ props.word(word) }</th> };
    html! {
        <table class="table">
            <caption class="hidden">{ props.word(Word::Figures) }</caption>
            <thead>
                <tr>
                    { head(Word::Figure) }
                    { head(Word::Value) }
                    { head(Word::About) }
                    { head(Word::Year) }
                    { head(Word::Note) }
                </tr>
            </thead>
            <tbody>
                for (_, figure) in FigureIx::all(&props.story) {
                    <tr key={&*figure.id}>
                        <th scope="row">{ figure.label.clone() }</th>
                        <td>{ value(props, figure) }</td>
                        <td>{ scope(props, figure) }</td>
                        <td>{ figure.year }</td>
                        <td>{ spaced(&figure.note) }{ cite(props, &figure.sources, &figure.label) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The figures under the map.
pub(crate) fn figure_row(props: &PartProps) -> Html {
    html! {
        <section class="figure-row" aria-labelledby={props.id("in-figures")}>
            <div class="switch-head">
                { heading(props.level, "lead", Some(props.id("in-figures")), html! { { props.word(Word::InFigures) } }) }
                <a
                    class="quiet"
                    hidden={!props.parts.contains(Part::Figures)}
                    href={["#", &*props.id("tab=figures")].concat()}
                    onclick={go(props, Action::Tab(Tab::Figures))}
                >
                    { props.count(Count::AllFigures, props.story.figures.len()) }
                </a>
            </div>
            <ul>
                for figure in under_map(props).into_iter().take(MOST_UNDER_MAP) {
                    <li key={&*figure.id}>
                        <p class="figure-value">{ brief(props, figure) }</p>
                        <p class="figure-label">{ figure.label.clone() }</p>
                        { share(figure) }
                        <p class="note">
                            { spaced(&figure.note) }{ cite(props, &figure.sources, &figure.label) }
                        </p>
                    </li>
                }
            </ul>
        </section>
    }
}

/// Of the selected country all of its own; how many live there comes last, since the profile says it already.
/// Without one, shares of ten percent and more, then what is not of one country.
fn under_map(props: &PartProps) -> Vec<&Figure> {
    let selected = props.selection.filters.country;
    let population =
        selected.and_then(|ix| Some(props.story[ix].profile.as_ref()?.population_figure));
    let is_share = |figure: &Figure| figure.unit == Unit::Percent && figure.value >= 10.0;
    let figures = FigureIx::all(&props.story).filter(|(_, figure)| match selected {
        Some(country) => figure.scope == Scope::Country(country),
        None => is_share(figure) || !matches!(figure.scope, Scope::Country(_)),
    });
    let comes_later = |&(ix, figure): &(FigureIx, &Figure)| match selected {
        Some(_) => Some(ix) == population,
        None => !is_share(figure),
    };
    by_key(figures, comes_later).into_iter().map(|(_, figure)| figure).collect()
}

/// How the countries with a profile compare in population and area; one of them is the one in question.
pub(crate) fn comparison(props: &PartProps, main: CountryIx) -> Html {
    let story = &props.story;
    let chart = |word: Word, of: &dyn Fn(CountryIx) -> Option<(f64, String)>| {
        let rows = story.members().filter_map(|(ix, country, _)| {
            let (value, shown) = of(ix)?;
            Some(Bar {
                id: None,
                name: country.name.clone().into(),
                value,
                shown,
                is_main: ix == main,
            })
        });
        html! {
            <div>
                <p class="label">{ props.word(word) }</p>
                { bars(rows.collect()) }
            </div>
        }
    };
    let people = |ix: CountryIx| {
        let profile = story[ix].profile.as_ref()?;
        let people = profile.population as f64;
        Some((people, rounded(props, people)))
    };
    let land = |ix: CountryIx| {
        let profile = story[ix].profile.as_ref()?;
        let km2 = profile.area_km2 as f64;
        Some((km2, area(props, km2)))
    };
    html! {
        <div class="comparison">
            { chart(Word::Population, &people) }
            { chart(Word::Area, &land) }
        </div>
    }
}

/// A share as a bar from 0 to 100; a published range ends in a lighter part.
fn share(figure: &Figure) -> Html {
    if figure.unit != Unit::Percent {
        return Html::default();
    }
    html! {
        <svg class="share" width="100%" height="8" aria-hidden="true">
            <rect class="whole" width="100%" height="8"/>
            { for figure.value_max.map(|high| html! { <rect class="range" width={percent(high, 100.0)} height="8"/> }) }
            <rect class="part" width={percent(figure.value, 100.0)} height="8"/>
        </svg>
    }
}
