//! The popover beside a link: the sources of a statement, or what a term means. One serves all links of an
//! explainer, which are plain markup.

use super::cite::source_list;
use super::icon::icon;
use super::jump;
use super::once::use_effect_with;
use super::part::PartProps;
use super::uses::uses;
use crate::markup::html;
use crate::model::{SourceIx, TermIx, Word};
use crate::scale::limited;
use crate::state::Action;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The links that open it.
const LINKS: &str = "a[data-sources], a[data-term], a[data-uses]";
/// Between the link and the popover, in px: room for the pointer.
const GAP_PX: f64 = 8.0;
/// Between the popover and the edge of the explainer, in px.
const EDGE_PX: f64 = 12.0;
/// From the start of the popover to the middle of the link, where nothing is in the way, in px.
const LEAD_PX: f64 = 80.0;

/// What the popover shows, and the link that asked for it.
#[derive(Clone, Debug, PartialEq)]
struct Open {
    link: HtmlElement,
    /// Positions of the sources in the story's list.
    sources: Vec<usize>,
    /// Id of the term that is explained.
    term: Option<String>,
    /// Position of the source of which it is said where it is used.
    used: Option<usize>,
}

impl Open {
    fn of(link: HtmlElement) -> Self {
        let numbers = link.get_attribute("data-sources").unwrap_or_default();
        let sources = numbers.split(' ').filter_map(position).collect();
        let used = if link.has_attribute("data-uses") { row(&link) } else { None };
        let term = link.get_attribute("data-term");
        Self { link, sources, term, used }
    }
}

/// The position in the story's list of what has this number for readers.
fn position(number: &str) -> Option<usize> {
    number.parse::<usize>().ok()?.checked_sub(1)
}

/// The position of the source in whose row of the table a link is: its number is there already, and would be
/// most of the link's bytes.
fn row(link: &Element) -> Option<usize> {
    let number = link.closest("tr").ok()??.query_selector(".numeral").ok()??;
    position(&number.text_content()?)
}

/// Shows what the links of the explainer lead to, beside the link that was pressed.
#[component]
pub fn Popover(props: &PartProps) -> Html {
    let element = use_node_ref();
    let open = use_state_eq(|| None::<Open>);
    use_effect_with((), {
        let (element, open) = (element.clone(), open.clone());
        move |()| {
            let root = element.cast::<Element>().and_then(|element| root_of(&element));
            let listeners = root.map(|root| listen(&root, &open));
            move || drop(listeners)
        }
    });
    // Whatever else happens, the link may have gone, or say something else.
    let wanted = use_mut_ref(|| None::<AttrValue>);
    use_effect_with((props.story.clone(), props.selection.clone()), {
        let (element, open, wanted) = (element.clone(), open.clone(), wanted.clone());
        move |_| {
            close(&open);
            if let Some(id) = wanted.take() {
                lead(&element, &id);
            }
        }
    });
    let onuse = {
        let (element, open, onaction) = (element.clone(), open.clone(), props.onaction.clone());
        Callback::from(move |(id, action): (AttrValue, Option<Action>)| {
            close(&open);
            lead(&element, &id);
            if let Some(action) = action {
                // What is folded can be shown only when it has been opened.
                wanted.replace(Some(id));
                onaction.emit(action);
            }
        })
    };
    use_effect_with((*open).clone(), {
        let element = element.clone();
        let is_rtl = props.locale().dir() == "rtl";
        move |open: &Option<Open>| {
            let shown = open.clone().zip(element.cast::<HtmlElement>());
            let resized = shown.map(|(Open { link, .. }, popover)| {
                set_expanded(&link, "true");
                place(&popover, &link, is_rtl);
                focus(popover.query_selector("button").ok().flatten());
                let resized = web_sys::window().map(|window| {
                    let link = link.clone();
                    EventListener::new(&window, "resize", move |_| place(&popover, &link, is_rtl))
                });
                (link, resized)
            });
            move || {
                if let Some((link, _)) = resized {
                    set_expanded(&link, "false");
                }
            }
        }
    });
    let onkeydown = {
        let (element, open) = (element.clone(), open.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(popover) = element.cast::<Element>() {
                key(&event, &popover, &open);
            }
        })
    };
    html! {
        <div
            ref={element}
            class="popover"
            role="dialog"
            tabindex="-1"
            aria-labelledby={props.id("popover")}
            hidden={open.is_none()}
            {onkeydown}
        >
            if let Some(open) = &*open {
                { content(props, open, &onuse) }
            }
        </div>
    }
}

/// What a link in the popover leads to: an id on the page, and what has to be done to open it.
type OnUse = Callback<(AttrValue, Option<Action>)>;

fn content(props: &PartProps, open: &Open, onuse: &OnUse) -> Html {
    let story = &props.story;
    let all: Vec<SourceIx> = SourceIx::all(story).map(|(ix, _)| ix).collect();
    let source = |at: &usize| all.get(*at).copied();
    let term = open.term.as_deref().and_then(|id| TermIx::find(story, id)).map(|ix| &story[ix]);
    let used = open.used.as_ref().and_then(source);
    let (name, rest) = match (term, used) {
        (Some(term), _) => (term.term.to_string(), String::new()),
        (_, Some(source)) => {
            (props.word(Word::UsedIn).to_string(), [" · ", &*story[source].title].concat())
        }
        _ => named(&open.link),
    };
    let list = match (term, used) {
        (Some(term), _) => source_list(story, &term.sources),
        (_, Some(source)) => use_list(props, source, onuse),
        _ => source_list(story, &open.sources.iter().filter_map(source).collect::<Vec<_>>()),
    };
    html! {
        <>
            <p class="popover-head">
                <span id={props.id("popover")}><b>{ name }</b><span class="meta">{ rest }</span></span>
                <button type="button" class="tool" aria-label={props.word(Word::Close)}>{ icon("close") }</button>
            </p>
            <p class="definition">{ term.map(|term| term.definition.clone()) }</p>
            { list }
        </>
    }
}

/// Everything that rests on a source.
fn use_list(props: &PartProps, source: SourceIx, onuse: &OnUse) -> Html {
    let uses = uses(&props.story).into_iter().nth(source.position()).unwrap_or_default();
    html! {
        <ol class="source-list">
            { for uses.into_iter().enumerate().map(|(at, by)| {
                let (title, kind, id) = by.describe(props);
                let (onuse, wanted) = (onuse.clone(), (id.clone(), by.action(props)));
                let onclick = Callback::from(move |event: MouseEvent| {
                    event.prevent_default();
                    onuse.emit(wanted.clone());
                });
                html! {
                    <li key={at}>
                        <span class="numeral" aria-hidden="true">{ at + 1 }</span>
                        <span>
                            <a class="title" href={["#", &*id].concat()} {onclick}>{ title }</a>
                            <span class="meta">{ kind }</span>
                        </span>
                    </li>
                }
            }) }
        </ol>
    }
}

/// Brings what has this id into view, with the focus.
fn lead(popover: &NodeRef, id: &str) {
    let root = popover.cast::<Element>().and_then(|popover| root_of(&popover));
    let selector = ["[id=\"", id, "\"]"].concat();
    let target = root.and_then(|root| root.query_selector(&selector).ok().flatten());
    // Nothing is led to while it is folded.
    if let Some(target) = target.filter(|target| target.get_bounding_client_rect().height() > 0.0) {
        jump::lead_to(&target);
    }
}

/// What a link says, and what else its name tells.
fn named(link: &Element) -> (String, String) {
    let text = link.text_content().unwrap_or_default();
    let label = link.get_attribute("aria-label").unwrap_or_default();
    match label.strip_prefix(&text) {
        Some(rest) => (text, rest.to_owned()),
        None => (label, String::new()),
    }
}

/// Answers the links, which are markup without listeners of their own, and closes on a click elsewhere.
fn listen(root: &Element, open: &UseStateHandle<Option<Open>>) -> [EventListener; 2] {
    let options = EventListenerOptions::enable_prevent_default();
    let click = EventListener::new_with_options(root, "click", options, {
        let open = open.clone();
        move |event| {
            let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok())
            else {
                return;
            };
            let within = |selector: &str| target.closest(selector).ok().flatten();
            let link = within(LINKS).and_then(|link| link.dyn_into::<HtmlElement>().ok());
            match link {
                // With a modifier the browser opens the list of all sources elsewhere, as for any link.
                Some(_) if is_modified(event) => {}
                Some(link) => {
                    event.prevent_default();
                    if open.as_ref().is_some_and(|open| open.link == link) {
                        close(&open);
                        focus(Some(link.into()));
                    } else {
                        open.set(Some(Open::of(link)));
                    }
                }
                None if within(".popover button").is_some() => {
                    if let Some(Open { link, .. }) = (*open).clone() {
                        close(&open);
                        focus(Some(link.into()));
                    }
                }
                None if within(".popover").is_some() => {}
                None => close(&open),
            }
        }
    });
    // Links answer to Enter by themselves; these act as buttons, so to Space as well.
    let space = EventListener::new_with_options(root, "keydown", options, |event| {
        let is_space = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == " ");
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let link = target.filter(|target| is_space && target.matches(LINKS).unwrap_or(false));
        if let Some(link) = link {
            event.prevent_default();
            link.click();
        }
    });
    [click, space]
}

/// Escape closes. Tab stays in the order of the document, in which the popover stands after its link.
fn key(event: &KeyboardEvent, popover: &Element, open: &UseStateHandle<Option<Open>>) {
    let Some(Open { link, .. }) = (**open).clone() else {
        return;
    };
    let at_edge = || {
        let stops = popover.query_selector_all("button, a").ok()?;
        let edge = if event.shift_key() { 0 } else { stops.length().checked_sub(1)? };
        let target: Element = event.target_dyn_into()?;
        Some(stops.item(edge)? == *target)
    };
    match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            event.prevent_default();
        }
        "Tab" if at_edge() == Some(true) => {
            // From the link, the browser goes on to what follows it; before the popover is the link itself.
            if event.shift_key() {
                event.prevent_default();
            }
        }
        _ => return,
    }
    focus(Some(link.into()));
    close(open);
}

fn is_modified(event: &Event) -> bool {
    event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|event| event.ctrl_key() || event.meta_key() || event.shift_key())
}

fn close(open: &UseStateHandle<Option<Open>>) {
    open.set(None);
}

fn set_expanded(link: &Element, value: &str) {
    link.set_attribute("aria-expanded", value).expect("a valid name makes an attribute");
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser without focus on such elements keeps the reader where they are.
        let _ = element.focus();
    }
}

fn root_of(element: &Element) -> Option<Element> {
    element.closest(".explainer").ok().flatten()
}

/// Puts the popover under its link, or above it where there is more room, within the explainer.
fn place(popover: &HtmlElement, link: &Element, is_rtl: bool) {
    let Some(frame) = popover.offset_parent() else {
        return;
    };
    let (bounds, target) = (frame.get_bounding_client_rect(), link.get_bounding_client_rect());
    let (width, height) = (f64::from(popover.offset_width()), f64::from(popover.offset_height()));
    let seen = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let bottom = bounds.bottom().min(seen.unwrap_or(f64::INFINITY));
    let (above, below) = (target.top() - bounds.top().max(0.0), bottom - target.bottom());
    let (needed, left) = (height + GAP_PX, bounds.bottom() - target.bottom());
    // Where it fits on neither side, it hangs down as long as the explainer goes on.
    let is_above = needed > below && above > 0.0 && (needed <= above || needed > left);
    let y = if is_above { target.top() - GAP_PX - height } else { target.bottom() + GAP_PX };
    let middle = target.left() + target.width() / 2.0 - bounds.left();
    let lead = if is_rtl { width - LEAD_PX } else { LEAD_PX };
    let last = (bounds.width() - EDGE_PX - width).max(EDGE_PX);
    set_px(popover, "--x", limited(middle - lead, EDGE_PX, last));
    set_px(popover, "--y", y - bounds.top() - f64::from(frame.client_top()));
    // Where it spans a narrow column, style has put it elsewhere.
    set_px(popover, "--point", middle - f64::from(popover.offset_left()));
    let side = if is_above { "above" } else { "below" };
    popover.set_attribute("data-side", side).expect("a valid name makes an attribute");
}

/// Sets a property on the element itself, which a policy without inline styles allows.
fn set_px(element: &HtmlElement, name: &str, value: f64) {
    let value = [&*(value.round() as i32).to_string(), "px"].concat();
    element.style().set_property(name, &value).expect("a custom property takes any value");
}
