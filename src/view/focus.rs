//! Moving the focus.

use super::after_paint::AfterPaint;
use std::cell::RefCell;
use std::rc::Rc;
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

/// How often a jump looks for its target: on a slow page it comes later than others' second stage.
const LOOKS: u8 = 4;

/// For what takes the reader elsewhere: the callback takes a selector, and its first visible match gets
/// the focus when all is drawn that was asked for, in two stages. The reference belongs on an element of
/// the component.
#[hook]
pub(crate) fn use_jump() -> (NodeRef, Callback<String>) {
    let root = use_node_ref();
    let wait = use_mut_ref(|| None::<AfterPaint>);
    let jump = {
        let root = root.clone();
        Callback::from(move |selector: String| jump(root.clone(), selector, wait.clone(), LOOKS))
    };
    (root, jump)
}

/// Waits for the first stage, then looks after each wait until the target is there.
fn jump(root: NodeRef, selector: String, wait: Rc<RefCell<Option<AfterPaint>>>, looks: u8) {
    let waiting = AfterPaint::run_with_next({
        let wait = wait.clone();
        Box::new(move || {
            let found = root.cast::<Element>().filter(|_| looks < LOOKS);
            match found.and_then(|root| find(&root, &selector)) {
                Some(found) => drop(found.focus()),
                None if looks > 0 => jump(root, selector, wait, looks - 1),
                None => {}
            }
        })
    });
    wait.replace(Some(waiting));
}
