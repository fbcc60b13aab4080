//! The selection in the address of the page: read when the program comes, written after every change, and
//! followed when the reader goes back and forward.

use super::after_paint::AfterPaint;
use super::once::{use_effect_with, use_memo};
use crate::model::Dataset;
use crate::state::address::{of_fragment, to_fragment};
use crate::state::{Action, Notice, Selection};
use crate::story::Story;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Window};
use yew::prelude::*;

thread_local! {
    /// Whether an explainer of this page has the address. There is one address, so one explainer has it.
    static IS_TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// Keeps a selection in the address, if it is wanted there and no other explainer has the address.
#[hook]
pub(crate) fn use_address(
    is_wanted: bool,
    story: &Story,
    chosen: &Rc<Selection>,
    onaction: &Callback<Action>,
) {
    let is_owner = use_mut_ref(|| false);
    // What the address said last. By the time that it is rendered, the reader may have gone on in the history,
    // and what is rendered must not be written over that.
    let said = use_mut_ref(|| None::<Selection>);
    let unwritten = use_mut_ref(|| None::<Unwritten>);
    // What an address without a fragment stands for.
    let first = use_memo((), |()| (**chosen).clone());
    use_effect_with((is_wanted, story.clone()), {
        let (is_owner, onaction, first) = (is_owner.clone(), onaction.clone(), first.clone());
        let (said, unwritten) = (said.clone(), unwritten.clone());
        move |(is_wanted, story)| {
            let window = web_sys::window().filter(|_| *is_wanted && !IS_TAKEN.replace(true));
            *is_owner.borrow_mut() = window.is_some();
            let following = window.map(|window| {
                let (story, at, unwritten) = (story.clone(), window.clone(), unwritten.clone());
                let follow = move |notice| {
                    if let Some(selection) = read(&at, &story, &first) {
                        unwritten.take();
                        said.replace(Some(selection.clone()));
                        onaction.emit(Action::Replace(Box::new(Selection { notice, ..selection })));
                    }
                };
                follow(Notice::None);
                Following::start(window, move || follow(Notice::Result))
            });
            move || {
                if following.is_some() {
                    IS_TAKEN.set(false);
                }
                write_now(&unwritten);
            }
        }
    });
    let before = use_mut_ref(|| chosen.clone());
    use_effect_with(chosen.clone(), {
        let story = story.clone();
        move |chosen| {
            let before = before.replace(chosen.clone());
            let silent = Selection { notice: Notice::None, ..(**chosen).clone() };
            let is_said = said.take().is_some_and(|said| said == silent);
            // Entries come in the order in which they were made.
            write_now(&unwritten);
            if *is_owner.borrow() && before != *chosen && !is_said {
                let slot = unwritten.clone();
                let when = AfterPaint::run_with_next(Box::new(move || write_now(&slot)));
                let now = chosen.clone();
                unwritten.replace(Some(Unwritten { story, first, before, now, _when: when }));
            }
        }
    });
}

/// What the address says; `None` if it names something else, such as a section of the page around.
fn read(window: &Window, story: &Dataset, first: &Selection) -> Option<Selection> {
    let hash = window.location().hash().ok()?;
    match hash.strip_prefix('#') {
        Some(fragment) => of_fragment(story, fragment),
        None => Some(first.clone()),
    }
}

/// A change that the address does not say yet, until the answer is painted: writing makes browsers style the page,
/// which a paint that the reader waits for does anyway.
struct Unwritten {
    story: Story,
    /// What an address without a fragment stands for.
    first: Rc<Selection>,
    before: Rc<Selection>,
    now: Rc<Selection>,
    _when: AfterPaint,
}

fn write_now(slot: &RefCell<Option<Unwritten>>) {
    if let Some(Unwritten { story, first, before, now, .. }) = slot.take() {
        // A page whose history cannot be written keeps its address.
        let _ = write(&story, &first, &before, &now);
    }
}

/// Writes a selection into the address, unless the address says it already in other words. What readers
/// think of as a place that they came to is an entry of its own.
fn write(
    story: &Dataset,
    first: &Selection,
    before: &Selection,
    now: &Selection,
) -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else {
        return Ok(());
    };
    let silent = Selection { notice: Notice::None, ..now.clone() };
    if read(&window, story, first).is_some_and(|said| said == silent) {
        return Ok(());
    }
    let location = window.location();
    let fragment = to_fragment(story, now);
    let hash = if fragment.is_empty() { "" } else { "#" };
    // In full: with a `<base>` in the page, a fragment alone would lead elsewhere.
    let url = [&location.pathname()?, &location.search()?, hash, &fragment].concat();
    let history = window.history()?;
    if is_entry(before, now) {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&history.state()?, "", Some(&url))
    }
}

/// Whether Back should lead to the selection before.
fn is_entry(before: &Selection, now: &Selection) -> bool {
    before.filters.country != now.filters.country
        || before.filters.actor != now.filters.actor
        || before.event != now.event
        || before.step != now.step
}

/// Hears when the reader goes back or forward, until it is dropped.
struct Following {
    window: Window,
    listener: Closure<dyn FnMut(Event)>,
}

impl Following {
    fn start(window: Window, mut then: impl FnMut() + 'static) -> Self {
        let listener = Closure::new(move |_: Event| then());
        // Without it only Back and Forward are lost.
        let _ =
            window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
        Self { window, listener }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        let _ = self.window.remove_event_listener_with_callback(
            "popstate",
            self.listener.as_ref().unchecked_ref(),
        );
    }
}
