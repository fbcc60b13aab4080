//! Which of the countries with a profile something belongs to, as style refers to them: by position.

use crate::model::{CountryIx, Dataset};
use yew::prelude::*;

/// The position of a country among those with a profile, from 1.
pub(crate) fn member(story: &Dataset, country: CountryIx) -> Option<String> {
    let at = story.members().position(|(ix, ..)| ix == country)?;
    Some((at + 1).to_string())
}

/// The positions of those of some countries that have a profile, such as `1 3`; `None` if none has.
pub(crate) fn members(story: &Dataset, has: impl Fn(CountryIx) -> bool) -> Option<AttrValue> {
    let mut list = String::new();
    for (at, _) in story.members().enumerate().filter(|(_, (ix, ..))| has(*ix)) {
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(&(at + 1).to_string());
    }
    (!list.is_empty()).then(|| AttrValue::from(list))
}
