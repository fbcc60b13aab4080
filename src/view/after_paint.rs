//! What can wait until the reader sees an answer.

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// What is to happen after the next paint. Dropping it cancels it.
pub(crate) struct AfterPaint {
    _frame: AnimationFrame,
    _then: Rc<RefCell<Option<Then>>>,
}

/// When it is its turn, once the frame's callbacks have run: they run before it is painted.
enum Then {
    Task { _timeout: Timeout },
    Frame { _frame: AnimationFrame },
}

impl AfterPaint {
    /// In a task of its own, for what takes long: presses are answered between tasks.
    pub(crate) fn run(then: Box<dyn FnOnce()>) -> Self {
        Self::after_frame(then, |then| Then::Task { _timeout: Timeout::new(0, then) })
    }

    /// With the frame that follows, for what the reader waits for. In between, other threads raster the paint:
    /// what started at once would take the processor from them, and be painted no sooner than with that frame.
    pub(crate) fn run_with_next(then: Box<dyn FnOnce()>) -> Self {
        Self::after_frame(then, |then| Then::Frame { _frame: request_animation_frame(|_| then()) })
    }

    /// Compiled once for all that waits.
    fn after_frame(then: Box<dyn FnOnce()>, put_off: fn(Box<dyn FnOnce()>) -> Then) -> Self {
        let slot = Rc::new(RefCell::new(None));
        let frame = request_animation_frame({
            let slot = slot.clone();
            move |_| drop(slot.replace(Some(put_off(then))))
        });
        Self { _frame: frame, _then: slot }
    }
}
