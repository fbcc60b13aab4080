//! Whether the program answers.

use super::once::{use_effect_with, use_flag};
use yew::prelude::*;

/// False on the server and in the first render of a browser, which have the same markup; true from then on.
#[hook]
pub(crate) fn use_is_live() -> bool {
    let is_live = use_flag();
    use_effect_with((), {
        let is_live = is_live.clone();
        move |()| is_live.set(true)
    });
    *is_live
}
