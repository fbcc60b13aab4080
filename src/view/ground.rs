//! Parts on their own, under a selection that they share.

use super::escape::use_escape;
use super::icon::Sprite;
use super::live::use_is_live;
use super::once::{component, use_effect_with, use_memo};
use super::part::PartProps;
use super::parts::Parts;
use super::popover::Popover;
use super::said::notice;
use super::scheme::ColorScheme;
use super::status::{Status, StatusProps};
use super::told::{Telling, Told};
use super::visible;
use crate::markup::html;
use crate::state::{Action, Selection};
use crate::story::Story;
use std::rc::Rc;
use yew::prelude::*;

/// What the owner of a selection has.
pub(crate) struct Owned {
    pub(crate) told: UseReducerHandle<Told>,
    pub(crate) onaction: Callback<Action>,
    /// What is selected of what is shown.
    pub(crate) chosen: Rc<Selection>,
    pub(crate) visible: Rc<crate::state::Visible>,
}

/// Owns a selection, which stays what it is when the story comes in another language.
#[hook]
pub(crate) fn use_owned(story: &Story, first: &Selection, parts: Parts) -> Owned {
    let told = use_reducer_eq({
        let (story, first) = (story.clone(), Rc::new(first.clone()));
        move || Told::new(story, first)
    });
    let onaction = use_callback(told.dispatcher(), |action, to| to.dispatch(Telling::Act(action)));
    use_effect_with(story.clone(), {
        let told = told.dispatcher();
        move |story: &Story| told.dispatch(Telling::Change(story.clone()))
    });
    let chosen = parts.limit(told.for_story(story));
    let visible = use_memo((story.clone(), chosen.filters.clone()), |(story, filters)| {
        visible(story, filters)
    });
    Owned { told, onaction, chosen, visible }
}

/// A selection that several parts share, as the props of each: what is done in one shows in all.
///
/// Parts need a [`Ground`] around them. Change [`PartProps::ids`] where a page has more than one, and
/// [`PartProps::level`] to the level of heading that fits.
///
/// ```
/// use sahel_explainer::view::{ActorList, Ground, MapView, use_parts};
/// use sahel_explainer::{Locale, Story};
/// use yew::prelude::*;
///
/// #[component]
/// fn MapAndActors() -> Html {
///     let story = use_memo((), |()| Story::bundled(Locale::En));
///     let part = use_parts(&story);
///     html! {
///         <Ground part={part.clone()}>
///             <MapView ..part.clone() />
///             <ActorList ..part />
///         </Ground>
///     }
/// }
/// ```
#[hook]
pub fn use_parts(story: &Story) -> PartProps {
    let Owned { onaction, chosen, visible, .. } =
        use_owned(story, &Selection::default(), Parts::default());
    PartProps {
        story: story.clone(),
        selection: chosen,
        visible,
        ahead: None,
        onaction,
        ids: AttrValue::default(),
        level: 2,
        parts: Parts::default(),
    }
}

/// Props of [`Ground`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GroundProps {
    /// What the parts on it are given.
    pub part: PartProps,
    /// Light or dark. Default: as the system wants it.
    #[prop_or_default]
    pub theme: ColorScheme,
    /// The parts, with whatever stands between them.
    #[prop_or_default]
    pub children: Html,
}

/// What parts stand on outside an [`Explainer`](super::Explainer): the stylesheet's root with the language
/// and its direction, the glyphs, the Escape key, and the sentence for screen readers after each change.
#[component]
pub fn Ground(props: &GroundProps) -> Html {
    let part = &props.part;
    let (story, selection) = (&part.story, &part.selection);
    let is_live = use_is_live();
    let root = use_escape(part, false);
    html! {
        <div
            ref={root}
            class="explainer"
            lang={story.locale.tag()}
            dir={story.locale.dir()}
            data-country={selection.filters.country.map(|ix| story[ix].id.clone())}
            data-actor={selection.filters.actor.map(|ix| story[ix].id.clone())}
            data-theme={props.theme.forced()}
            data-live={is_live.then_some("")}
        >
            { component::<Sprite>(()) }
            { props.children.clone() }
            { component::<Popover>(part.clone()) }
            { component::<Status>(StatusProps { text: notice(part, selection.notice), cause: (selection.clone(), 0) }) }
        </div>
    }
}
