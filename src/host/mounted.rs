//! The explainer together with the news that it is on the page.

use crate::view::{Explainer, ExplainerProps};
use yew::prelude::*;

/// Props of [`Mounted`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MountedProps {
    /// The props of the explainer.
    pub explainer: ExplainerProps,
    /// Called once, when everything has been rendered for the first time.
    pub onready: Callback<()>,
}

/// Renders the explainer. Effects run after those of everything below, so the first one means that
/// the whole of it stands.
#[component]
pub fn Mounted(props: &MountedProps) -> Html {
    use_effect_with((), {
        let onready = props.onready.clone();
        move |()| onready.emit(())
    });
    html! { <Explainer ..props.explainer.clone() /> }
}
