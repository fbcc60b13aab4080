//! Running text, in which terms of the glossary lead to what they mean.

use super::part::PartProps;
use crate::markup::html;
use crate::model::{TermUse, Text};
use yew::prelude::*;

/// A text and the space before what follows it on its line. Both have to be one node: markup knows no border
/// between two texts, so a program that takes over a page would change the first and insert the second, and
/// browsers would lay out anew what stands there.
pub(crate) fn spaced(text: &str) -> String {
    [text, " "].concat()
}

/// A text with its terms as links, and a space after it. With a program they open the popover; without, they
/// lead to the glossary.
pub(crate) fn prose(props: &PartProps, text: &Text, terms: &[TermUse]) -> Html {
    if terms.is_empty() {
        return html! { { spaced(text) } };
    }
    let mut parts: Vec<Html> = Vec::with_capacity(2 * terms.len() + 1);
    let mut done = 0;
    for used in terms {
        let (start, end) = (usize::from(used.start), usize::from(used.end));
        let id = &props.story[used.term].id;
        parts.push(html! { { &text[done..start] } });
        parts.push(html! {
            <a
                class="term"
                href={["#", &*props.id(&["term=", &**id].concat())].concat()}
                data-term={id.clone()}
                aria-expanded="false"
            >
                { &text[start..end] }
            </a>
        });
        done = end;
    }
    parts.push(html! { { spaced(&text[done..]) } });
    parts.into_iter().collect()
}
