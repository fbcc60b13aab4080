//! Label, headline and summary, the tools beside them, the way into the tour, and dates.

use super::edition::Edition;
use super::icon::icon;
use super::part::{PartProps, heading};
use super::parts::Part;
use super::profile::{go, is_ours};
use super::scheme::ColorScheme;
use super::share::{Share, share};
use super::tour::step_id;
use crate::locale::date;
use crate::markup::html;
use crate::model::{Count, Locale, PartialDate, StepIx, Word};
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// How long a step takes: forty words and a look at the map.
const SECONDS_PER_STEP: usize = 20;

/// What the reader can change about the whole.
pub(crate) struct Tools {
    /// The languages to change to; none where the page around decides.
    pub(crate) languages: Rc<[Edition]>,
    /// What is selected, for their addresses.
    pub(crate) fragment: String,
    /// Called with the language to change to. Without it, links are followed.
    pub(crate) onlang: Option<Callback<Locale>>,
    /// The colours.
    pub(crate) theme: ColorScheme,
    /// Called with other colours.
    pub(crate) ontheme: Callback<ColorScheme>,
    /// Called when the menu for sharing is wanted. Without it, nothing can be shared.
    pub(crate) onshare: Option<Callback<Share>>,
    /// Called with what is to be said of something that the menu did.
    pub(crate) onsay: Callback<String>,
}

/// The head of the explainer; its heading names the whole.
pub(crate) fn header(props: &PartProps, tools: &Tools) -> Html {
    let intro = &props.story.intro;
    html! {
        <header class="header" part="header">
            <p class="kicker">
                <b>{ props.word(Word::Explainer) }</b>
                <span>{ intro.kicker.clone() }</span>
            </p>
            <div class="tools">
                { languages(props, tools) }
                { theme(props, tools) }
                { share(props, tools) }
            </div>
            { heading(props.level - 1, "display", Some(props.id("title")), html! { { intro.headline.clone() } }) }
            <p class="summary">{ intro.standfirst.clone() }</p>
            { start(props) }
            <p class="dates">
                <span>{ updated(props) }</span>
                <span>{ checked(props) }</span>
                if props.parts.contains(Part::Sources) {
                    <a
                        class="quiet"
                        href={format!("#{}", props.id("tab=sources"))}
                        onclick={props.on(Action::Tab(crate::state::Tab::Sources))}
                    >
                        { props.count(Count::Sources, props.story.sources.len()) }
                    </a>
                }
            </p>
        </header>
    }
}

/// The page in another language, with the same selection.
fn address(edition: &Edition, fragment: &str) -> AttrValue {
    if fragment.is_empty() {
        return edition.href.clone();
    }
    [&*edition.href, "#", fragment].concat().into()
}

fn languages(props: &PartProps, tools: &Tools) -> Html {
    let current = props.locale();
    let choose = |locale: Locale| {
        let onlang = tools.onlang.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(onlang) = &onlang
                && is_ours(&event)
                && locale != current
            {
                onlang.emit(locale);
            }
        })
    };
    html! {
        <nav class="segments languages" hidden={tools.languages.is_empty()} aria-label={props.word(Word::Language)}>
            for edition in tools.languages.iter() {
                <a
                    key={edition.locale.tag()}
                    href={address(edition, &tools.fragment)}
                    lang={edition.locale.tag()}
                    hreflang={edition.locale.tag()}
                    aria-label={[Edition::short_name(edition.locale), " – ", Edition::name(edition.locale)].concat()}
                    aria-current={(edition.locale == current).then_some("true")}
                    onclick={choose(edition.locale)}
                >
                    { Edition::short_name(edition.locale) }
                </a>
            }
        </nav>
    }
}

fn theme(props: &PartProps, tools: &Tools) -> Html {
    let (name, next) = match tools.theme {
        ColorScheme::Auto => (Word::AsPage, ColorScheme::Light),
        ColorScheme::Light => (Word::Light, ColorScheme::Dark),
        ColorScheme::Dark => (Word::Dark, ColorScheme::Auto),
    };
    let label = props.phrase(Word::Appearance, &[("name", &props.word(name))]);
    html! {
        <button
            type="button"
            class="button scheme"
            aria-label={label.clone()}
            title={label}
            onclick={tools.ontheme.reform(move |_: MouseEvent| next)}
        >
            { icon("theme") }
        </button>
    }
}

/// The way into the tour, with its length.
fn start(props: &PartProps) -> Html {
    let steps = props.story.tour.len();
    let minutes = (steps * SECONDS_PER_STEP).div_ceil(60);
    let first =
        StepIx::all(&props.story).next().map(|(ix, _)| ix).filter(|_| props.parts.has_tour());
    html! {
        <p class="start" hidden={first.is_none()}>
            if let Some(first) = first {
                <a class="button primary" href={format!("#{}", step_id(props, first))} onclick={go(props, Action::Step(first))}>
                    { icon("play") }{ props.word(Word::TakeTour) }
                </a>
            }
            <span class="meta">
                { props.phrase(Word::TourLength, &[
                    ("steps", &props.count(Count::Steps, steps)),
                    ("minutes", &props.count(Count::Minutes, minutes)),
                ]) }
            </span>
        </p>
    }
}

/// The foot: dates again, and what the page is made of.
pub(crate) fn footer(props: &PartProps) -> Html {
    html! {
        <footer class="footer" part="footer">
            <p><span>{ updated(props) }</span><span>{ checked(props) }</span></p>
            <p><span>{ props.word(Word::MapCredit) }</span></p>
        </footer>
    }
}

fn updated(props: &PartProps) -> String {
    let on = date::partial_short(props.locale(), PartialDate::Day(props.story.updated));
    props.phrase(Word::UpdatedOn, &[("date", &on)])
}

pub(crate) fn checked(props: &PartProps) -> String {
    let to = date::partial_long(props.locale(), props.story.checked_to);
    props.phrase(Word::CheckedTo, &[("date", &to)])
}
