//! The tabs and their panels. Every panel is in the markup; style shows the open one.

use super::actors::ActorList;
use super::after_paint::AfterPaint;
use super::card::EventCard;
use super::figures::Figures;
use super::glossary::Glossary;
use super::later::later;
use super::live::use_is_live;
use super::part::{PartProps, heading};
use super::profile::go;
use super::prose::spaced;
use super::sources::Sources;
use super::themes::Themes;
use super::timeline::Timeline;
use crate::markup::html;
use crate::model::{Text, Word};
use crate::state::{Action, Selection, Tab};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Timeline, actors, themes, figures, glossary and sources.
#[component]
pub fn Tabs(props: &PartProps) -> Html {
    let list = use_node_ref();
    // Tabs are links, so that they lead to their panels before there is a program. From then on the arrow
    // keys lead from one to the next, and only the open one is a stop of the Tab key.
    let is_live = use_is_live();
    let pressed = props.pressed().tab;
    use_effect_with(props.selection.tab, {
        let list = list.clone();
        move |_| {
            let later = AfterPaint::run(Box::new(move || show_open(&list)));
            move || drop(later)
        }
    });
    html! {
        <div class="tabs" part="tabs">
            <div ref={list.clone()} class="tab-list" role="tablist" aria-label={props.word(Word::Parts)}>
                for (tab, id) in props.parts.tabs() {
                    <a
                        key={id}
                        role="tab"
                        id={props.id(&format!("tab-{id}"))}
                        href={format!("#{}", panel_id(props, tab))}
                        aria-controls={panel_id(props, tab)}
                        aria-selected={if pressed == tab { "true" } else { "false" }}
                        tabindex={(is_live && pressed != tab).then_some("-1")}
                        onclick={go(props, Action::Tab(tab))}
                        onkeydown={keys(props, tab, &list)}
                    >
                        { spaced(&name(props, tab)) }<small>{ size(props, tab) }</small>
                    </a>
                }
            </div>
            { panel(props, Tab::Timeline, |props, is_open| html! {
                <>{ later::<Timeline>(props.clone(), is_open) }{ later::<EventCard>(props.without_ahead(), is_open) }</>
            }) }
            { panel(props, Tab::Actors, later::<ActorList>) }
            { panel(props, Tab::Themes, later::<Themes>) }
            { panel(props, Tab::Figures, later::<Figures>) }
            { panel(props, Tab::Glossary, later::<Glossary>) }
            { panel(props, Tab::Sources, later::<Sources>) }
        </div>
    }
}

/// Brings the open tab into sight where the row of tabs scrolls, and leaves the page where it is.
fn show_open(list: &NodeRef) {
    let row = list.cast::<Element>();
    let Some((row, tab)) = row.and_then(|row| {
        let tab = row.query_selector("[aria-selected=true]").ok()??;
        Some((row, tab))
    }) else {
        return;
    };
    let (seen, wanted) = (row.get_bounding_client_rect(), tab.get_bounding_client_rect());
    if wanted.left() < seen.left() || wanted.right() > seen.right() {
        let aside = (wanted.left() + wanted.right() - seen.left() - seen.right()) / 2.0;
        row.scroll_by_with_x_and_y(aside, 0.0);
    }
}

fn name(props: &PartProps, tab: Tab) -> Text {
    props.word(match tab {
        Tab::Timeline => Word::Timeline,
        Tab::Actors => Word::Actors,
        Tab::Themes => Word::Themes,
        Tab::Figures => Word::Figures,
        Tab::Glossary => Word::Glossary,
        Tab::Sources => Word::Sources,
    })
}

/// How many items a tab holds for the current result. A tab never filters itself by its own kind.
fn size(props: &PartProps, tab: Tab) -> usize {
    match tab {
        Tab::Timeline => props.visible.event_count(),
        Tab::Actors => props.visible.actor_count(),
        Tab::Themes => props.story.themes.len(),
        Tab::Figures => props.story.figures.len(),
        Tab::Glossary => props.story.glossary.len(),
        Tab::Sources => props.story.sources.len(),
    }
}

/// The id of a tab's panel, which is what addresses call the tab.
fn panel_id(props: &PartProps, tab: Tab) -> AttrValue {
    props.id(&format!("tab={}", tab.id()))
}

/// The arrow keys move along the tabs and open them, in reading direction; Space opens one as Enter does.
fn keys(props: &PartProps, tab: Tab, list: &NodeRef) -> Callback<KeyboardEvent> {
    let onaction = props.onaction.clone();
    let list = list.clone();
    let is_rtl = props.locale().dir() == "rtl";
    let parts = props.parts;
    Callback::from(move |event: KeyboardEvent| {
        let tabs: Vec<Tab> = parts.tabs().map(|(tab, _)| tab).collect();
        let count = tabs.len();
        let at = tabs.iter().position(|&other| other == tab).unwrap_or_default();
        let to = match event.key().as_str() {
            "Home" => 0,
            "End" => count - 1,
            "ArrowRight" if is_rtl => (at + count - 1) % count,
            "ArrowLeft" if is_rtl => (at + 1) % count,
            "ArrowRight" => (at + 1) % count,
            "ArrowLeft" => (at + count - 1) % count,
            " " => at,
            _ => return,
        };
        event.prevent_default();
        onaction.emit(Action::Tab(tabs[to]));
        let link = list.cast::<HtmlElement>().and_then(|list| list.children().item(to as u32));
        if let Some(link) =
            link.and_then(|link| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(link).ok())
        {
            // Focus is a convenience here; a browser that refuses it still opens the tab.
            let _ = link.focus();
        }
    })
}

/// The panel of a tab; nothing where the tab is left out.
fn panel(props: &PartProps, tab: Tab, content: fn(PartProps, bool) -> Html) -> Html {
    if !props.parts.contains(tab.into()) {
        return Html::default();
    }
    let id = tab.id();
    let is_open = props.selection.tab == tab;
    let is_pressed = is_open && is_control_of(tab, props.pressed(), &props.selection);
    let shown = if is_pressed { props.clone() } else { props.clone().without_ahead() };
    html! {
        <section
            class={classes!("panel", format!("panel-{id}"))}
            id={panel_id(props, tab)}
            role="tabpanel"
            aria-labelledby={props.id(&format!("tab-{id}"))}
        >
            { heading(props.level, "panel-title", None, html! { { name(props, tab) } }) }
            { content(shown, is_open) }
        </section>
    }
}

/// Whether two selections differ in what a panel has controls for.
fn is_control_of(tab: Tab, now: &Selection, before: &Selection) -> bool {
    match tab {
        Tab::Timeline => (now.event, now.order) != (before.event, before.order),
        Tab::Actors => now.filters.actor != before.filters.actor,
        Tab::Themes => now.filters.basis != before.filters.basis,
        Tab::Figures | Tab::Glossary | Tab::Sources => false,
    }
}
