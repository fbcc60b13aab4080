//! What the owner of the selection keeps.

use crate::state::{Action, Selection};
use crate::story::Story;
use std::rc::Rc;
use yew::Reducible;

/// What the reader has chosen, with the story that it refers to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Told {
    story: Story,
    pub(crate) selection: Rc<Selection>,
    /// What is to be said that is no change of the selection, until there is one.
    pub(crate) said: Option<String>,
    /// How often there was such a thing, so that the same can be said twice.
    pub(crate) sayings: u32,
}

/// What happens to it.
pub(crate) enum Telling {
    Act(Action),
    /// From now on another story is told.
    Change(Story),
    /// Something is to be said that the selection does not tell.
    Say(String),
}

impl Told {
    pub(crate) fn new(story: Story, selection: Rc<Selection>) -> Self {
        Self { story, selection, said: None, sayings: 0 }
    }

    /// The selection for a story: the same things, if it is another one.
    pub(crate) fn for_story(&self, story: &Story) -> Rc<Selection> {
        if self.story == *story {
            return self.selection.clone();
        }
        Rc::new(self.selection.carried(&self.story, story))
    }
}

impl Reducible for Told {
    type Action = Telling;

    fn reduce(self: Rc<Self>, telling: Telling) -> Rc<Self> {
        let mut next = Self { said: None, ..(*self).clone() };
        match telling {
            Telling::Act(action) => next.selection = Rc::new(self.selection.after(action)),
            Telling::Change(story) => {
                next.selection = self.for_story(&story);
                next.story = story;
            }
            Telling::Say(text) => {
                next.said = Some(text);
                next.sayings += 1;
            }
        }
        Rc::new(next)
    }
}
