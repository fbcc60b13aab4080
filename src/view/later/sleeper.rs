//! Parts that are applications of their own, and when they wake.

use super::LaterProps;
use crate::view::after_paint::AfterPaint;
use crate::view::once::{Application, Content, use_effect_with, use_memo};
use crate::view::profile::is_ours;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, MouseEvent};
use yew::prelude::*;

/// What wakes a part that is asleep.
const TOUCHES: [&str; 5] = ["pointerover", "focusin", "click", "input", "change"];

/// Lets a part of a prerendered page sleep in its place. Says whether it is an application of its own.
#[hook]
pub(super) fn use_sleeper(place: &NodeRef, props: &LaterProps) -> bool {
    let sleeper = use_memo((), |()| {
        props.is_taken_over.then(|| Rc::new(Sleeper::new(place.clone(), props.content.clone())))
    });
    if let Some(sleeper) = sleeper.as_ref().as_ref().filter(|_| props.is_seen) {
        sleeper.follow(&props.content);
    }
    use_effect_with((), {
        let sleeper = sleeper.clone();
        move |()| {
            let touches = sleeper.as_ref().as_ref().map(Sleeper::listen);
            move || {
                drop(touches);
                if let Some(sleeper) = &*sleeper {
                    sleeper.leave();
                }
            }
        }
    });
    use_effect_with(props.clone(), {
        let sleeper = sleeper.clone();
        move |LaterProps { content, is_seen, .. }: &LaterProps| {
            if let Some(sleeper) = &*sleeper {
                sleeper.show(content, *is_seen);
            }
        }
    });
    sleeper.is_some()
}

/// Puts marks around what is later taken over in a page, so that Yew takes it for raw markup.
pub(crate) fn prepare(page: &Element) {
    let Ok(places) = page.query_selector_all(".later") else { return };
    for at in 0..places.length() {
        // Prerendering leaves both marks before the content.
        if let Some(place) = places.item(at)
            && let Some(end) = place.first_child().and_then(|start| start.next_sibling())
        {
            let _ = place.append_child(&end);
        }
    }
}

/// An application in the place of a part.
struct Sleeper {
    place: NodeRef,
    state: RefCell<State>,
    /// Whether it answers: in the task after the one that has woken it.
    answers: Rc<Cell<bool>>,
    /// Whether style hid it when it was its turn.
    is_hidden: Cell<bool>,
}

struct State {
    /// What the markup shows.
    shown: Content,
    /// What it should show.
    wanted: Content,
    /// Once it is awake.
    app: Option<Application>,
}

thread_local! {
    /// The parts that are waiting for their turn, and what will wake the first.
    static WAITING: RefCell<(VecDeque<Weak<Sleeper>>, Option<AfterPaint>)> = RefCell::default();
}

impl Sleeper {
    fn new(place: NodeRef, content: Content) -> Self {
        let state = State { shown: content.clone(), wanted: content, app: None };
        Self {
            place,
            state: RefCell::new(state),
            answers: Rc::default(),
            is_hidden: Cell::default(),
        }
    }

    /// Has a part that is awake and seen show this with what is drawn now: effects come later, and what
    /// they read of the page would have the browser lay it out once more.
    fn follow(&self, content: &Content) {
        let is_awake = {
            let mut state = self.state.borrow_mut();
            state.wanted = content.clone();
            state.app.is_some()
        };
        if is_awake {
            self.settle();
        }
    }

    fn show(self: &Rc<Self>, content: &Content, is_seen: bool) {
        let (is_due, is_asleep) = {
            let mut state = self.state.borrow_mut();
            state.wanted = content.clone();
            (state.wanted != state.shown, state.app.is_none())
        };
        let is_answer = is_due && is_seen && !(is_asleep && self.is_hidden.get());
        if (is_due || is_asleep) && (is_answer || self.has_focus()) {
            self.settle();
        } else if is_due || is_seen && is_asleep {
            wait(Rc::downgrade(self));
        }
    }

    fn has_focus(&self) -> bool {
        let place = self.place.cast::<Element>();
        place.is_some_and(|place| place.query_selector(":focus").is_ok_and(|it| it.is_some()))
    }

    /// Takes the markup over, if it is not yet, and shows what it should.
    fn settle(&self) {
        let mut state = self.state.borrow_mut();
        let State { shown, wanted, app } = &mut *state;
        if app.is_none() {
            let inner = self.inner();
            *app = inner.map(|inner| shown.clone().take_over(inner));
            let answers = Rc::clone(&self.answers);
            Timeout::new(0, move || answers.set(true)).forget();
        }
        if let Some(app) = app.as_mut().filter(|_| shown != wanted) {
            *shown = wanted.clone();
            shown.clone().update(app);
        }
    }

    /// The element with its content. Pages have an empty script before it.
    fn inner(&self) -> Option<Element> {
        self.place.cast::<Element>()?.last_element_child()
    }

    /// Whether there is no use in waking it unasked: it shows what it should, and style hides it. It will look
    /// the same where style shows it.
    fn can_stay_asleep(&self) -> bool {
        let State { shown, wanted, app } = &*self.state.borrow();
        if app.is_some() || shown != wanted {
            return false;
        }
        let content = self.inner().and_then(|inner| inner.first_element_child());
        let is_hidden = content.is_some_and(|content| content.get_client_rects().length() == 0);
        self.is_hidden.set(is_hidden);
        is_hidden
    }

    fn leave(&self) {
        if let Some(app) = self.state.borrow_mut().app.take() {
            app.destroy();
        }
    }

    /// Wakes the part when it is touched.
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let Some(place) = self.place.cast::<Element>() else { return Vec::new() };
        let listen = |name: &'static str| {
            let sleeper = Rc::clone(self);
            let options = EventListenerOptions {
                passive: false,
                ..EventListenerOptions::run_in_capture_phase()
            };
            EventListener::new_with_options(&place, name, options, move |event| {
                if !sleeper.answers.get() {
                    sleeper.settle();
                    if matches!(name, "click" | "input" | "change") {
                        again(name, event);
                    }
                }
            })
        };
        TOUCHES.map(listen).into()
    }
}

/// Does again what comes before the part is awake: what a script does. The pointer or the focus of a reader
/// is there before.
fn again(name: &'static str, event: &Event) {
    let click = event.dyn_ref::<MouseEvent>();
    if click.is_some_and(|click| !is_ours(click)) {
        return;
    }
    let is_click = click.is_some();
    event.stop_propagation();
    let Some(target) = event.target() else { return };
    Timeout::new(0, move || {
        if let Some(control) = target.dyn_ref::<HtmlElement>().filter(|_| is_click) {
            return control.click();
        }
        // Another event, since Yew knows again those that it has seen. It asks no more of it than its name.
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
            let _ = target.dispatch_event(&event);
        }
    })
    .forget();
}

/// Has a part settle after the next paint, or after those that wait already: one with each.
fn wait(sleeper: Weak<Sleeper>) {
    WAITING.with_borrow_mut(|(waiting, next)| {
        if !waiting.iter().any(|other| other.ptr_eq(&sleeper)) {
            waiting.push_back(sleeper);
        }
        if next.is_none() {
            *next = Some(AfterPaint::run(Box::new(turn)));
        }
    });
}

fn turn() {
    let sleeper = WAITING.with_borrow_mut(|(waiting, next)| {
        let first = waiting.pop_front();
        let done = next.take();
        if !waiting.is_empty() {
            *next = Some(AfterPaint::run(Box::new(turn)));
        }
        // It is what runs now, so it goes when this has returned.
        Timeout::new(0, move || drop(done)).forget();
        first
    });
    let sleeper = sleeper.and_then(|sleeper| sleeper.upgrade());
    if let Some(sleeper) = sleeper.filter(|sleeper| !sleeper.can_stay_asleep()) {
        sleeper.settle();
    }
}
