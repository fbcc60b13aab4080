//! The whole explainer: it owns the selection, hands it down and takes actions up.

use super::address::use_address;
use super::edition::Edition;
use super::escape::use_escape;
use super::ground::{Owned, use_owned};
use super::header::{Tools, footer, header};
use super::icon::Sprite;
use super::later::later;
use super::map::{CountryButtons, MapView};
use super::once::{component, use_effect_with, use_flag, use_memo};
use super::part::PartProps;
use super::parts::{Part, Parts};
use super::place::PlacePanel;
use super::points::KeyPoints;
use super::popover::Popover;
use super::profile::Profiles;
use super::result::ResultLine;
use super::said::notice;
use super::scheme::ColorScheme;
use super::settled::use_stages;
use super::share::Share;
use super::status::{Status, StatusProps};
use super::strip::Strip;
use super::tables::Tables;
use super::tabs::Tabs;
use super::told::Telling;
use super::tour::Tour;
use crate::markup::html;
use crate::model::{Locale, StepIx, Word};
use crate::search::Query;
use crate::state::address::to_fragment;
use crate::state::{Action, Filters, Selected, Selection, Visible};
use crate::story::Story;
use std::rc::Rc;
use yew::prelude::*;

/// Props of [`Explainer`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ExplainerProps {
    /// The story, in the language to show.
    pub story: Story,
    /// What is selected at first. A later change of this prop takes the place of what the reader has
    /// selected by then. Default: nothing.
    #[prop_or_default]
    pub selection: Selection,
    /// Emitted with the new selection after every change.
    #[prop_or_default]
    pub onchange: Callback<Selection>,
    /// Emitted with what was selected last, or `None` when something was cleared.
    #[prop_or_default]
    pub onselect: Callback<Option<Selected>>,
    /// Emitted once, when everything stands and answers, with what takes actions from outside.
    #[prop_or_default]
    pub onready: Callback<Callback<Action>>,
    /// Emitted with every step of the tour that is opened.
    #[prop_or_default]
    pub onstep: Callback<StepReached>,
    /// Emitted when the reader wants to share what is shown: the page around opens a menu for that. Without
    /// this there is no button for it.
    #[prop_or_default]
    pub onshare: Option<Callback<Share>>,
    /// Light or dark. A later change of this prop takes the place of what the reader has chosen by then.
    /// Default: as the system wants it.
    #[prop_or_default]
    pub theme: ColorScheme,
    /// The parts that are shown. Default: all.
    #[prop_or_default]
    pub parts: Parts,
    /// The languages that the reader can change to, this one included. Default: none.
    #[prop_or_default]
    pub languages: Rc<[Edition]>,
    /// Emitted with the language that the reader asks for; a story in it, given as `story`, is then shown
    /// with everything as it was. Without this, the addresses of [`ExplainerProps::languages`] are opened.
    #[prop_or_default]
    pub onlang: Option<Callback<Locale>>,
    /// Whether the selection is kept in the address of the page, as its fragment. There is one address, so
    /// the first explainer of a page that wants it has it. Default: no.
    #[prop_or_default]
    pub permalink: bool,
    /// Level of the explainer's heading, 1 to 5. Default: 2.
    #[prop_or(2)]
    pub level: u8,
    /// Put before every id in the markup but those of glyphs, which are the same in all, so that several
    /// explainers can share a page. Default: nothing.
    #[prop_or_default]
    pub ids: AttrValue,
}

impl ExplainerProps {
    /// The main thing on a page of its own, as prerendered. A program that takes over such a page starts
    /// from the same props; callbacks leave no trace in the markup.
    pub fn of_page(story: Story) -> Self {
        Self {
            story,
            selection: Selection::default(),
            onchange: Callback::noop(),
            onselect: Callback::noop(),
            onready: Callback::noop(),
            onstep: Callback::noop(),
            onshare: Some(Callback::noop()),
            theme: ColorScheme::Auto,
            parts: Parts::default(),
            languages: Edition::of_page("index"),
            onlang: None,
            permalink: true,
            level: 1,
            ids: AttrValue::Static(""),
        }
    }
}

/// A step of the tour that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepReached {
    /// Its number, from 1.
    pub step: usize,
    /// How many there are.
    pub of: usize,
}

/// The events and actors that a story shows under these filters.
pub fn visible(story: &Story, filters: &Filters) -> Visible {
    let query = Query::parse(&filters.query);
    let found = (!query.is_empty()).then(|| {
        let index = story.search_index();
        let mut found = vec![false; story.events.len()];
        for ix in index.events(&query) {
            found[ix.position()] = true;
        }
        found
    });
    Visible::of(story, filters, found.as_deref())
}

/// Key points, map, profiles, timeline, actors, themes, figures, glossary and sources of a story, under
/// one selection.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let Owned { told, onaction, chosen, visible } =
        use_owned(&props.story, &props.selection, props.parts);
    let before = use_mut_ref(|| chosen.clone());
    use_effect_with(chosen.clone(), {
        let (story, onchange, onselect) =
            (props.story.clone(), props.onchange.clone(), props.onselect.clone());
        move |chosen| {
            let before = before.replace(chosen.clone());
            if before != *chosen {
                onchange.emit((**chosen).clone());
            }
            if let Some(news) = chosen.news(&before, &story) {
                onselect.emit(news);
            }
        }
    });
    use_effect_with(chosen.step, {
        let (onstep, of) = (props.onstep.clone(), props.story.tour.len());
        move |step: &Option<StepIx>| {
            if let Some(step) = step {
                onstep.emit(StepReached { step: step.position() + 1, of });
            }
        }
    });
    let theme = use_state_eq(|| props.theme);
    use_effect_with(props.theme, {
        let theme = theme.clone();
        move |&wanted| theme.set(wanted)
    });
    let asked = use_mut_ref(|| props.selection.clone());
    use_effect_with(props.selection.clone(), {
        let onaction = onaction.clone();
        move |wanted: &Selection| {
            if asked.replace(wanted.clone()) != *wanted {
                onaction.emit(Action::Replace(Box::new(wanted.clone())));
            }
        }
    });
    use_address(props.permalink, &props.story, &chosen, &onaction);
    // Effects run after those of everything below, and only in a browser: then the parts answer. What the
    // address says is in the same render, so that there is no moment between.
    let is_live = use_flag();
    use_effect_with(*is_live, {
        let (is_live, onready) = (is_live.clone(), props.onready.clone());
        let onaction = onaction.clone();
        move |&live| if live { onready.emit(onaction) } else { is_live.set(true) }
    });
    let everything =
        use_memo(props.story.clone(), |story| Visible::of(story, &Filters::default(), None));
    let scene = use_memo((props.story.clone(), chosen.step), |(story, step)| {
        step.map(|step| (Rc::new(Selection::at_step(step)), Rc::new(Visible::at_step(story, step))))
    });
    let part = PartProps {
        story: props.story.clone(),
        selection: Rc::new(chosen.outside_tour()),
        visible,
        ahead: None,
        onaction: onaction.clone(),
        ids: props.ids.clone(),
        level: props.level + 1,
        parts: props.parts,
    };
    let [opened, settled] = use_stages(&part);
    let root = use_escape(&part, chosen.step.is_some());
    // Map and strip show the step during the tour, and what the reader has chosen outside it. The other
    // parts, out of sight in the tour, take no notice of it.
    let scene = scene.as_ref().as_ref().map(|(selection, visible)| PartProps {
        selection: selection.clone(),
        visible: visible.clone(),
        ..part.clone()
    });
    // What takes no notice of anything else is not drawn anew for it.
    let follows = |selection| {
        let (selection, visible) = (Rc::new(selection), everything.clone());
        PartProps { selection, visible, ..part.clone() }
    };
    let basis = chosen.filters.basis;
    let points = follows(Selection {
        filters: Filters { basis, ..Filters::default() },
        ..Selection::default()
    });
    let tour = follows(Selection { step: chosen.step, ..Selection::default() });
    let tools = Tools {
        languages: props.languages.clone(),
        fragment: if props.permalink { to_fragment(&props.story, &chosen) } else { String::new() },
        onlang: props.onlang.clone(),
        theme: *theme,
        ontheme: Callback::from(move |wanted| theme.set(wanted)),
        onshare: props.onshare.clone(),
        onsay: Callback::from({
            let told = told.dispatcher();
            move |text| told.dispatch(Telling::Say(text))
        }),
    };
    let has = |parts: &[Part]| parts.iter().any(|&part| props.parts.contains(part));
    let story = &props.story;
    let panel = if chosen.step.is_some() {
        None
    } else if opened.selection.place.is_some() {
        Some("place")
    } else {
        opened.selection.filters.country.filter(|_| has(&[Part::Countries])).map(|_| "country")
    };
    html! {
        <section
            ref={root}
            class="explainer"
            lang={story.locale.tag()}
            dir={story.locale.dir()}
            aria-labelledby={part.id("title")}
            data-country={chosen.filters.country.map(|ix| story[ix].id.clone())}
            data-actor={chosen.filters.actor.map(|ix| story[ix].id.clone())}
            data-event={chosen.event.chosen().map(|ix| story[ix].id.clone())}
            data-tab={opened.selection.tab.id()}
            data-panel={panel}
            data-view={chosen.step.map(|_| "story")}
            data-theme={tools.theme.forced()}
            data-live={is_live.then_some("")}
        >
            <div class="frame">
            <a class="skip" href={format!("#{}", part.id("result"))}>{ part.word(Word::SkipMap) }</a>
            { header(&part, &tools) }
            if props.parts.are_taken_over() {
                // Yew leaves raw markup as it is: here prerendered pages have the style of what follows, and the glyphs.
                { Html::from_html_unchecked(AttrValue::Static("")) }
            } else {
                { component::<Sprite>(()) }
            }
            if has(&[Part::Points, Part::Map, Part::Countries]) {
                { stage(points, opened.without_ahead(), scene.as_ref().unwrap_or(&part), tour) }
            }
            if has(&[Part::Map, Part::Timeline, Part::Actors]) {
                { component::<ResultLine>(part.clone()) }
            }
            if has(&[Part::Timeline]) {
                { later::<Strip>(scene.unwrap_or_else(|| settled.clone().without_ahead()), true) }
            }
            if props.parts.tabs().next().is_some() {
                { component::<Tabs>(settled.clone()) }
            }
            if has(&[Part::Map, Part::Timeline, Part::Actors]) {
                { later::<Tables>(settled.clone().without_ahead(), false) }
            }
            { footer(&part) }
            { component::<Popover>(settled.without_ahead()) }
            { component::<Status>(StatusProps {
                text: told.said.clone().unwrap_or_else(|| notice(&part, chosen.notice)),
                cause: (chosen.clone(), told.sayings),
            }) }
            </div>
        </section>
    }
}

/// Key points, map and what opens beside it, and the tour in their place. The map shows the step of the tour.
fn stage(points: PartProps, opened: PartProps, shown: &PartProps, tour: PartProps) -> Html {
    let parts = points.parts;
    let has = |wanted| parts.contains(wanted);
    let is_in_tour = tour.selection.step.is_some();
    let is_open = opened.selection.filters.country.is_some();
    html! {
        <div class="stage">
            if has(Part::Points) {
                { later::<KeyPoints>(points, true) }
            }
            if has(Part::Map) {
                { later::<MapView>(shown.clone(), true) }
            } else if has(Part::Countries) {
                { component::<CountryButtons>(shown.clone()) }
            }
            <div class="side" part="side">
                if has(Part::Countries) {
                    { later::<Profiles>(opened.clone(), is_open) }
                }
                if has(Part::Map) {
                    { component::<PlacePanel>(opened) }
                }
            </div>
            if parts.has_tour() {
                { later::<Tour>(tour, is_in_tour) }
            }
        </div>
    }
}
