//! Parts of a prerendered page that are taken over when the rest answers already, one at a time.
//!
//! To take markup over costs as much as to draw it, and most of a page is out of sight. Yew takes over whole
//! applications, so such a part is one of its own. Asleep, it reads and its links lead as before the program.
//! It wakes when the pointer or the focus comes to it, when it has to show something else, and, if it is in
//! view, in the first moment that is free.

#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
mod sleeper;

use super::once::{Content, content, key, keyed};
use super::part::PartProps;
use super::parts::Parts;
use crate::markup::html;
#[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
pub(crate) use sleeper::prepare;
use yew::functional::FunctionProvider;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A part in a place of its own, which is taken over later if the page was prerendered. A part that is not
/// seen follows its props a moment after those that are.
pub(crate) fn later<C>(props: PartProps, is_seen: bool) -> Html
where
    C: FunctionProvider<Properties = PartProps>,
{
    later_of::<C>(props.parts, props, is_seen)
}

/// As [`later`], for a part with props of its own.
pub(crate) fn later_of<C>(parts: Parts, props: C::Properties, is_seen: bool) -> Html
where
    C: FunctionProvider<Properties: 'static>,
{
    place::<C>("div", key::<C>(), parts, props, is_seen)
}

/// As [`later_of`], for one of several alike that are seen; a part of a drawing stands in elements called `g`,
/// others in those called `div`.
pub(crate) fn later_one<C>(
    tag: &'static str,
    key: impl Into<Key>,
    parts: Parts,
    props: C::Properties,
) -> Html
where
    C: FunctionProvider<Properties: 'static>,
{
    place::<C>(tag, key.into(), parts, props, true)
}

fn place<C>(tag: &'static str, key: Key, parts: Parts, props: C::Properties, is_seen: bool) -> Html
where
    C: FunctionProvider<Properties: 'static>,
{
    let is_taken_over = parts.are_taken_over();
    let props = LaterProps { tag, content: content::<C>(props), is_taken_over, is_seen };
    keyed::<Later>(key, props)
}

#[derive(Clone, PartialEq, Properties)]
struct LaterProps {
    /// Of the elements around it.
    tag: &'static str,
    content: Content,
    is_taken_over: bool,
    is_seen: bool,
}

#[component]
fn Later(props: &LaterProps) -> Html {
    let place = use_node_ref();
    let tag = props.tag;
    #[cfg(all(target_arch = "wasm32", feature = "hydrate"))]
    let is_apart = sleeper::use_sleeper(&place, props);
    #[cfg(not(all(target_arch = "wasm32", feature = "hydrate")))]
    let is_apart = false;
    html! {
        <@{tag} ref={place} class="later">
            if is_apart {
                // Yew leaves raw markup as it is, whatever is in it: an application of its own.
                { Html::from_html_unchecked(AttrValue::Static("")) }
            } else {
                <@{tag}>{ props.content.clone().html() }</@>
            }
        </@>
    }
}
