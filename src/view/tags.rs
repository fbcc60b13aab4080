//! The filters that are on, each with a way to take it off.

use super::focus::focus_in_root;
use super::icon::icon;
use super::part::PartProps;
use super::result::tag_name;
use crate::markup::html;
use crate::model::Word;
use crate::state::Action;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Selects the heading of the result, where the focus goes when the last tag goes.
const RESULT: &str = ".result > .title-2";

/// One tag a filter, then the button that removes them all. Nothing where nothing narrows.
pub(crate) fn tags(props: &PartProps) -> Html {
    let tags = props.selection.filters.tags();
    html! {
        <div class="tags" hidden={tags.is_empty()}>
            <ul>
                for tag in tags.iter().copied() {
                    <li key={tag_name(props, tag)}>
                        <button
                            type="button"
                            class="tag"
                            aria-label={props.phrase(Word::RemoveFilter, &[("name", &tag_name(props, tag))])}
                            onclick={pressed(props, Action::Remove(tag), focus_next)}
                        >
                            { tag_name(props, tag) }{ icon("close") }
                        </button>
                    </li>
                }
            </ul>
            { clear(props, "text-button") }
        </div>
    }
}

/// The button that removes all filters.
pub(crate) fn clear(props: &PartProps, class: &'static str) -> Html {
    let onclick = pressed(props, Action::ClearAll, |button| focus_in_root(button, RESULT));
    html! {
        <button type="button" {class} {onclick}>{ props.word(Word::ClearAll) }</button>
    }
}

/// The button goes with what it does, so the focus has to go on before.
pub(crate) fn pressed(
    props: &PartProps,
    action: Action,
    move_focus: fn(&Element),
) -> Callback<MouseEvent> {
    let onaction = props.onaction.clone();
    Callback::from(move |event: MouseEvent| {
        if let Some(target) = event.target_dyn_into::<Element>() {
            move_focus(&target);
        }
        onaction.emit(action.clone());
    })
}

/// To the next tag, else to the button that clears all, else to the heading of the result.
fn focus_next(target: &Element) {
    let Some(item) = target.closest("li").ok().flatten() else {
        return;
    };
    let next = item.next_element_sibling().and_then(|next| next.first_element_child());
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // Where it cannot have the focus, the browser puts it on the page.
        let _ = next.focus();
    } else if item.previous_element_sibling().is_some() {
        focus_in_root(target, ".tags > button");
    } else {
        focus_in_root(target, RESULT);
    }
}
