//! Moving the focus.

use super::after_paint::AfterPaint;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Selects a heading, of whatever level.
pub(crate) const HEADING: &str = ":is(h1, h2, h3, h4, h5, h6)";

/// Moves the focus to the first visible match in the explainer that an element stands in.
pub(crate) fn focus_in_root(element: &Element, selector: &str) {
    if let Some(found) = find(element, selector) {
        // Without it the browser puts the focus on the page itself, from where Tab starts again.
        let _ = found.focus();
    }
}

/// The first visible match in the explainer that an element stands in.
pub(crate) fn find(element: &Element, selector: &str) -> Option<HtmlElement> {
    let found = element.closest(".explainer").ok()??.query_selector_all(selector).ok()?;
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .find(|element| element.get_client_rects().length() > 0)
}

/// For what takes the reader elsewhere: the callback takes a selector, and its first visible match gets
/// the focus when it is drawn: what a press opens comes with the second paint, and this right after it. The
/// reference belongs on an element of the component.
#[hook]
pub(crate) fn use_jump() -> (NodeRef, Callback<String>) {
    let root = use_node_ref();
    let paints = use_mut_ref(|| [const { None::<AfterPaint> }; 2]);
    let jump = {
        let root = root.clone();
        Callback::from(move |selector: String| {
            let (root, later) = (root.clone(), paints.clone());
            let first = AfterPaint::run(Box::new(move || {
                let second = AfterPaint::run(Box::new(move || {
                    if let Some(root) = root.cast::<Element>() {
                        focus_in_root(&root, &selector);
                    }
                }));
                later.borrow_mut()[1] = Some(second);
            }));
            paints.borrow_mut()[0] = Some(first);
        })
    };
    (root, jump)
}
