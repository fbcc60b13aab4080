//! What every part of the explainer is given.

use super::parts::Parts;
use crate::markup::html;
use crate::model::{Count, Locale, Text, Word};
use crate::state::{Action, Selection, Visible};
use crate::story::Story;
use std::rc::Rc;
use yew::prelude::*;

/// Props of the parts that follow the selection.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PartProps {
    /// The story.
    pub story: Story,
    /// What the reader has chosen.
    pub selection: Rc<Selection>,
    /// What the choice leaves, derived from it by the owner of the selection.
    pub visible: Rc<Visible>,
    /// What the reader has chosen since, which controls show at once: what takes longer to draw follows it
    /// after the next paint. Default: nothing.
    #[prop_or_default]
    pub ahead: Option<Rc<Selection>>,
    /// Emitted with what the reader did.
    pub onaction: Callback<Action>,
    /// Put before every id in the markup but those of glyphs, which are the same in all, so that several
    /// explainers can share a page. Default: nothing.
    #[prop_or_default]
    pub ids: AttrValue,
    /// Level of the part's heading, 1 to 6. Default: 3.
    #[prop_or(3)]
    pub level: u8,
    /// Which parts there are beside this one. Default: all.
    #[prop_or_default]
    pub parts: Parts,
}

impl PartProps {
    /// A callback that reports an action, whatever the browser event was.
    pub(crate) fn on<E>(&self, action: Action) -> Callback<E>
    where
        E: 'static,
    {
        let onaction = self.onaction.clone();
        Callback::from(move |_| onaction.emit(action.clone()))
    }

    /// Whether all is the same but what is selected, and what that leaves.
    pub(crate) fn is_same_but_selection(&self, other: &Self) -> bool {
        self.story == other.story
            && self.onaction == other.onaction
            && (&self.ids, self.level, self.parts) == (&other.ids, other.level, other.parts)
    }

    /// What the reader has chosen last, whether or not it is drawn yet.
    pub(crate) fn pressed(&self) -> &Rc<Selection> {
        self.ahead.as_ref().unwrap_or(&self.selection)
    }

    /// The props of a part whose controls are not those that were pressed: it is drawn once, with the rest.
    pub(crate) fn without_ahead(self) -> Self {
        Self { ahead: None, ..self }
    }

    /// The id of an element of this explainer.
    pub(crate) fn id(&self, name: &str) -> AttrValue {
        id(&self.ids, name)
    }

    pub(crate) fn locale(&self) -> Locale {
        self.story.locale
    }

    /// An interface word.
    pub(crate) fn word(&self, word: Word) -> Text {
        self.story.words.text(word).clone()
    }

    /// An interface word with its placeholders filled.
    pub(crate) fn phrase(&self, word: Word, values: &[(&str, &str)]) -> String {
        crate::locale::phrase::fill(self.story.words.text(word), values)
    }

    /// A number with its noun, in the right plural form.
    pub(crate) fn count(&self, count: Count, n: usize) -> String {
        crate::locale::phrase::count(&self.story.words, self.locale(), count, n as u64)
    }
}

/// The id of an element, with the prefix of its explainer.
pub(crate) fn id(prefix: &AttrValue, name: &str) -> AttrValue {
    let mut id = String::with_capacity(prefix.len() + name.len());
    id.push_str(prefix);
    id.push_str(name);
    AttrValue::from(id)
}

/// A heading of a level from 1 to 6.
pub(crate) fn heading(
    level: u8,
    class: &'static str,
    id: Option<AttrValue>,
    content: Html,
) -> Html {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let tag = TAGS[usize::from(level.clamp(1, 6)) - 1];
    html! { <@{tag} {class} {id} tabindex="-1">{ content }</@> }
}
