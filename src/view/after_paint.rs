//! What can wait until the reader sees an answer.

use gloo_render::{AnimationFrame, request_animation_frame};
use std::cell::RefCell;
use std::rc::Rc;

/// What is to happen after the next paint, with the frame that follows it. Dropping it cancels it.
///
/// In between, other threads raster the paint: what started at once would take the processor from them, and
/// be painted no sooner than with that frame.
pub(crate) struct AfterPaint {
    _first: AnimationFrame,
    _second: Rc<RefCell<Option<AnimationFrame>>>,
}

impl AfterPaint {
    pub(crate) fn run(then: impl FnOnce() + 'static) -> Self {
        Self::run_boxed(Box::new(then))
    }

    /// Compiled once for all that waits.
    fn run_boxed(then: Box<dyn FnOnce()>) -> Self {
        let second = Rc::new(RefCell::new(None));
        let first = request_animation_frame({
            let second = second.clone();
            move |_| drop(second.replace(Some(request_animation_frame(move |_| then()))))
        });
        Self { _first: first, _second: second }
    }
}
