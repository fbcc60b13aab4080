//! What can wait until the reader sees an answer.

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;

/// What is to happen after the next paint. Dropping it cancels it.
pub(crate) struct AfterPaint {
    _frame: AnimationFrame,
    _timeout: Rc<RefCell<Option<Timeout>>>,
}

impl AfterPaint {
    pub(crate) fn run(then: impl FnOnce() + 'static) -> Self {
        Self::run_boxed(Box::new(then))
    }

    /// Compiled once for all that waits.
    fn run_boxed(then: Box<dyn FnOnce()>) -> Self {
        let timeout = Rc::new(RefCell::new(None));
        let frame = request_animation_frame({
            let timeout = timeout.clone();
            // A frame's callbacks run before it is painted, what they put off runs after it.
            move |_| drop(timeout.replace(Some(Timeout::new(0, then))))
        });
        Self { _frame: frame, _timeout: timeout }
    }
}
