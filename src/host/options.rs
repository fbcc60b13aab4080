//! Options as JavaScript gives them: one set, whatever the form of the explainer.

use super::value::{found, quoted, type_of};
use crate::model::{ActorIx, CountryIx, Dataset, EventIx, PlaceIx, StepIx, ThemeIx};
use crate::state::{Basis, Opened, Order, Selection, Tab};
use crate::view::{ColorScheme, ExplainerProps, Part, Parts};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::console;

/// Level of the explainer's heading where nothing else is said.
pub const LEVEL: u8 = 2;

/// Options that the loader answers to.
const OF_THE_LOADER: [&str; 4] = ["load", "shadow", "src", "story"];

/// What to do with a wrong value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Refuse all options.
    Refuse,
    /// Warn in the console, and use the default in its place.
    Warn,
}

/// Reads an object with options, or nothing at all, into the props of an explainer. `undefined` leaves what
/// the props say, and `null` is the default. Options that do not exist are warned of and ignored.
///
/// # Errors
/// What is wrong with the first option that is, if wrong values are refused: which option, what was
/// expected, what was found. The props are changed by then.
pub fn read(
    options: &JsValue,
    strictness: Strictness,
    props: &mut ExplainerProps,
) -> Result<(), String> {
    if options.is_undefined() || options.is_null() {
        return Ok(());
    }
    let Some(object) = options.dyn_ref::<Object>() else {
        return Err(["options: expected an object, found ", &type_of(options)].concat());
    };
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key).unwrap_or_default();
        let key = key.as_string().unwrap_or_default();
        if value.is_undefined() || OF_THE_LOADER.contains(&&*key) {
            continue;
        }
        let Err(problem) = set(&key, &value, props) else { continue };
        match problem {
            Problem::Unknown => {
                warn(&["option ", &quoted(&key), " does not exist and is ignored"]);
            }
            Problem::Value(expected) => {
                let said = [&*key, ": expected ", &expected, ", found ", &found(&value)].concat();
                if strictness == Strictness::Refuse {
                    return Err(["options.", &said].concat());
                }
                warn(&[&said, "; the default is used"]);
                // Nothing else is wrong with the default of an option that exists.
                let _ = set(&key, &JsValue::NULL, props);
            }
        }
    }
    Ok(())
}

fn warn(parts: &[&str]) {
    console::warn_1(&["sahel-explainer: ", &parts.concat()].concat().into());
}

/// Why an option cannot be set.
enum Problem {
    /// There is no such option.
    Unknown,
    /// It takes other values: these.
    Value(String),
}

fn set(key: &str, value: &JsValue, props: &mut ExplainerProps) -> Result<(), Problem> {
    let text = value.as_string();
    // An attribute without a value says nothing.
    let text = text.as_deref().filter(|text| !text.is_empty());
    let is_default = value.is_null() || value.as_string().as_deref() == Some("");
    let read = Reading { text, is_default };
    let story = &props.story;
    let Selection { filters, event, place, step, tab, order, .. } = &mut props.selection;
    match key {
        "lang" => {
            let tag = story.locale.tag();
            if !is_default && text != Some(tag) {
                return Err(Problem::Value([&*quoted(tag), ", the story's language"].concat()));
            }
        }
        "theme" => {
            props.theme = read.one_of(&ColorScheme::ALL.map(|theme| (theme, theme.name())))?;
        }
        "order" => *order = read.one_of(&[(Order::Newest, "newest"), (Order::Oldest, "oldest")])?,
        "view" => {
            let first = StepIx::all(story).next().map(|(ix, _)| ix);
            *step = read.one_of(&[(None, "explore"), (first, "story")])?;
        }
        "permalink" => {
            let choices = [(false, "off"), (true, "on")];
            props.permalink = match value.as_bool() {
                Some(is_on) => is_on,
                None => read.one_of(&choices)?,
            };
        }
        "parts" => props.parts = read.parts()?,
        "heading-level" | "headingLevel" => props.level = read.level(value)?,
        "country" => {
            let members = || story.members().map(|(ix, country, _)| (Some(ix), &*country.id));
            let mut choices: Vec<(Option<CountryIx>, &str)> = vec![(None, "")];
            choices.extend(members());
            filters.country = read.one_of(&choices)?;
        }
        "actor" => {
            filters.actor = read.id(story, "the id of an actor", ActorIx::find)?;
            *tab = if filters.actor.is_some() { Tab::Actors } else { *tab };
        }
        "event" => {
            let chosen = read.id(story, "the id of an event", EventIx::find)?;
            *event = chosen.map_or(Opened::Focus, Opened::Event);
            *tab = if chosen.is_some() { Tab::Timeline } else { *tab };
        }
        "place" => *place = read.id(story, "the id of a place", PlaceIx::find)?,
        "theme-id" | "themeId" => {
            let theme = read.id(story, "the id of a theme", ThemeIx::find)?;
            filters.basis = theme.map(Basis::Theme);
        }
        _ => return Err(Problem::Unknown),
    }
    Ok(())
}

/// A value that is about to be read.
#[derive(Clone, Copy)]
struct Reading<'a> {
    /// What it says, if it is a text that says anything.
    text: Option<&'a str>,
    /// Whether it stands for the default.
    is_default: bool,
}

impl Reading<'_> {
    /// One of several named values, the first of which is the default.
    fn one_of<T: Copy>(self, choices: &[(T, &str)]) -> Result<T, Problem> {
        let found = if self.is_default {
            choices.first()
        } else {
            choices.iter().find(|(_, name)| Some(*name) == self.text)
        };
        found.map(|(choice, _)| *choice).ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
            Problem::Value(either(&names))
        })
    }

    /// Something of the story.
    fn id<Ix>(
        self,
        story: &Dataset,
        expected: &str,
        find: fn(&Dataset, &str) -> Option<Ix>,
    ) -> Result<Option<Ix>, Problem> {
        if self.is_default {
            return Ok(None);
        }
        let ix = self.text.and_then(|id| find(story, id));
        ix.map(Some).ok_or_else(|| Problem::Value(expected.to_owned()))
    }

    fn parts(self) -> Result<Parts, Problem> {
        if self.is_default {
            return Ok(Parts::default());
        }
        self.text.and_then(Parts::named).ok_or_else(|| {
            let names = Part::ALL.map(|(_, name)| name);
            Problem::Value(["some of ", &either(&names), " with spaces between"].concat())
        })
    }

    fn level(self, value: &JsValue) -> Result<u8, Problem> {
        if self.is_default {
            return Ok(LEVEL);
        }
        let digit = self.text.and_then(|text| text.parse().ok()).or_else(|| {
            let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
            (0.0..=9.0).contains(&number).then_some(number as u8)
        });
        let level = digit.filter(|level| (1..=5).contains(level));
        level.ok_or_else(|| Problem::Value("a number from 1 to 5".to_owned()))
    }
}

/// Names in quotes with commas and an "or"; an empty name is left out.
fn either(names: &[&str]) -> String {
    let names: Vec<&str> = names.iter().copied().filter(|name| !name.is_empty()).collect();
    let mut text = String::new();
    for (position, name) in names.iter().enumerate() {
        if position > 0 {
            text.push_str(if position + 1 == names.len() { " or " } else { ", " });
        }
        text.push_str(&quoted(name));
    }
    text
}
