//! What is said to screen readers.

use super::once::use_effect_with;
use crate::markup::html;
use crate::state::Selection;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long nothing must change before it is said, so that of several changes only the last is.
const PAUSE_MS: u32 = 500;

/// Props of [`Status`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct StatusProps {
    /// The last change, in one sentence; empty if nothing is to be said.
    pub text: String,
    /// What the change led to, and how often something else was said. Another one with the same text is
    /// said again.
    pub cause: (Rc<Selection>, u32),
}

/// The one live region of an explainer, empty at the start.
#[component]
pub(crate) fn Status(props: &StatusProps) -> Html {
    let said = use_state_eq(String::new);
    use_effect_with(props.clone(), {
        let said = said.clone();
        move |props| {
            let text = props.text.clone();
            let timeout = Timeout::new(PAUSE_MS, move || {
                let is_repeat = !text.is_empty() && *said == text;
                // A region that does not change is not read: a space makes it another text.
                said.set(if is_repeat { [&*text, "\u{a0}"].concat() } else { text });
            });
            move || drop(timeout)
        }
    });
    html! { <p class="hidden" role="status">{ &*said }</p> }
}
