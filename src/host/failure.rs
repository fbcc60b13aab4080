//! What happens when the program panics, which it must not: the page is told.

use super::event::HostEvent;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::Once;
use web_sys::{Element, console};

thread_local! {
    /// Where explainers are mounted: the `<div>` that is theirs, and the element it was put into.
    static MOUNTED: RefCell<Vec<(Element, Element)>> = const { RefCell::new(Vec::new()) };
}

static HOOK: Once = Once::new();

/// Lets `target` hear of a panic while `root` is mounted in it.
pub fn watch(root: &Element, target: &Element) {
    HOOK.call_once(|| yew::set_custom_panic_hook(Box::new(report)));
    MOUNTED.with_borrow_mut(|mounted| mounted.push((root.clone(), target.clone())));
}

/// Ends [`watch`].
pub fn unwatch(root: &Element) {
    MOUNTED.with_borrow_mut(|mounted| mounted.retain(|(other, _)| other != root));
}

fn report(panic: &PanicHookInfo<'_>) {
    let message = panic.to_string();
    console::error_1(&message.as_str().into());
    MOUNTED.with(|mounted| {
        // A panic inside `watch` or `unwatch` finds the list borrowed; the console has it then.
        for (_, target) in mounted.try_borrow().iter().flat_map(|mounted| mounted.iter()) {
            HostEvent::Error { code: "panic", message: &message }.dispatch(target);
        }
    });
}
