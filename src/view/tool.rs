//! The tools of what is open: to copy a link to it, and to close it.

use super::icon::icon;
use super::part::PartProps;
use crate::markup::html;
use crate::model::Word;
use crate::state::Action;
use yew::prelude::*;

/// The two buttons. `key` and `id` are what addresses say of it, such as `event` and an id. Links are copied by
/// the loader, which has the clipboard; style hides that button where it does not attend.
pub(crate) fn tools(props: &PartProps, key: &str, id: &str, name: &str, close: Action) -> Html {
    let button = |share: Option<String>, word, glyph, onclick| {
        let label = props.phrase(word, &[("name", name)]);
        html! {
            <button type="button" class="tool" data-share={share} aria-label={label} {onclick}>{ icon(glyph) }</button>
        }
    };
    html! {
        <span class="acts">
            { button(Some([key, "=", id].concat()), Word::CopyLinkNamed, "link", None) }
            { button(None, Word::CloseNamed, "close", Some(props.on(close))) }
        </span>
    }
}
