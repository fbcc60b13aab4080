//! Where the focus and the view go after a part has opened.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::NodeRef;

/// What had the focus when a part opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    /// A control, which keeps the focus.
    Control,
    /// A link, which leads to what opened, or something that has gone since.
    Link,
    /// Nothing: it was the pointer's doing, or what had the focus is no longer in the document.
    None,
}

impl Opener {
    /// What has the focus in the explainer that an element stands in.
    pub(crate) fn now(opened: &Element) -> Self {
        let root = opened.closest(".explainer").ok().flatten();
        match root.and_then(|root| find(&root, ":focus")) {
            None => Self::None,
            Some(focused) => {
                let is_control = focused.matches("button, input, select").unwrap_or(false);
                let is_seen = focused.get_bounding_client_rect().width() > 0.0;
                if is_control && is_seen { Self::Control } else { Self::Link }
            }
        }
    }
}

/// What has opened in a part.
pub(crate) fn opened(part: &NodeRef, selector: &str) -> Option<Element> {
    find(&part.cast::<Element>()?, selector)
}

/// Gives the focus to the heading of what opened, or to all of it where it has none.
pub(crate) fn lead_to(opened: &Element) {
    let heading = find(opened, "h1, h2, h3, h4, h5, h6").unwrap_or_else(|| {
        opened.set_attribute("tabindex", "-1").expect("a valid name makes an attribute");
        opened.clone()
    });
    if let Ok(heading) = heading.dyn_into::<HtmlElement>() {
        // Where it cannot be focused, the reader still sees what has opened.
        let _ = heading.focus();
    }
    reveal(opened);
}

/// Brings what opened into view, if its beginning is not in it.
pub(crate) fn reveal(opened: &Element) {
    let top = opened.get_bounding_client_rect().top();
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    if top < 0.0 || height.is_some_and(|height| top > height) {
        opened.scroll_into_view();
    }
}

fn find(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}
