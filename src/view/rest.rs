//! Props for what does not follow the selection.

use super::once::use_memo;
use super::part::PartProps;
use crate::state::{Filters, Selection, Visible};
use std::rc::Rc;
use yew::prelude::*;

/// The props of a part as if nothing were selected: equal at every change of the selection, so that a
/// component that is given these is not rendered again.
#[hook]
pub(crate) fn use_rest(props: &PartProps) -> PartProps {
    let visible =
        use_memo(props.story.clone(), |story| Visible::of(story, &Filters::default(), None));
    let selection = use_memo((), |()| Selection::default());
    PartProps { visible, selection: Rc::clone(&selection), ahead: None, ..props.clone() }
}
