//! The button for sharing. What it opens is shown by the page around, which has links, files and the clipboard.

use super::header::{Tools, checked};
use super::icon::icon;
use super::part::PartProps;
use super::result::part_name;
use super::scheme::ColorScheme;
use crate::locale::phrase::comma;
use crate::markup::html;
use crate::model::{Count, Word};
use crate::state::{Opened, Selection, Visible};
use crate::story::Story;
use std::fmt;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What a menu for sharing needs to know, at the moment in which it is opened.
#[derive(Clone, PartialEq)]
pub struct Share {
    /// The button; the menu belongs right after it.
    pub button: Element,
    /// The story.
    pub story: Story,
    /// What the reader has chosen.
    pub selection: Rc<Selection>,
    /// What the choice leaves.
    pub visible: Rc<Visible>,
    /// The choice in words, such as "Mali, July to December 2025"; empty if there is none.
    pub chosen: String,
    /// How many events are shown, in words.
    pub counted: String,
    /// Up to when facts were checked, in words.
    pub checked: String,
    /// The colours.
    pub theme: ColorScheme,
    /// Takes other colours.
    pub ontheme: Callback<ColorScheme>,
    /// Says something to screen readers.
    pub onsay: Callback<String>,
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Share").field("chosen", &self.chosen).finish_non_exhaustive()
    }
}

/// The button; hidden where nothing answers to it.
pub(crate) fn share(props: &PartProps, tools: &Tools) -> Html {
    let onclick = tools.onshare.clone().map(|onshare| {
        let (props, theme) = (props.clone(), tools.theme);
        let (ontheme, onsay) = (tools.ontheme.clone(), tools.onsay.clone());
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            let Some(button) = target.and_then(|target| target.closest("button").ok().flatten())
            else {
                return;
            };
            onshare.emit(Share {
                button,
                story: props.story.clone(),
                selection: props.selection.clone(),
                visible: props.visible.clone(),
                chosen: chosen(&props),
                counted: props.count(Count::Events, props.visible.event_count()),
                checked: checked(&props),
                theme,
                ontheme: ontheme.clone(),
                onsay: onsay.clone(),
            });
        })
    });
    html! {
        <div class="sharing" hidden={onclick.is_none()}>
            <button
                type="button"
                class="button"
                aria-label={props.word(Word::Share)}
                aria-expanded="false"
                {onclick}
            >
                { icon("share") }<span>{ props.word(Word::Share) }</span>
            </button>
        </div>
    }
}

/// What is chosen, filters first, then what is open.
fn chosen(props: &PartProps) -> String {
    let selection = &props.selection;
    let mut names: Vec<String> =
        selection.filters.parts().into_iter().map(|part| part_name(props, part)).collect();
    if let Opened::Event(ix) = selection.event {
        names.push(props.story[ix].title.to_string());
    }
    names.extend(selection.place.map(|ix| props.story[ix].name.to_string()));
    names.extend(selection.step.map(|ix| props.story[ix].title.to_string()));
    names.join(comma(props.locale()))
}
