//! Reads raw structs from plain values and notes every value that does not fit.

use super::date::PartialDate;
use super::problem::{At, Problems, near_miss, quoted};
use super::story::Text;
use super::value::Value;

/// A type that can be read from a [`Value`].
pub trait Read: Sized {
    /// Reads a value. What does not fit is noted, and a stand-in takes its place.
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self;

    /// The value of a key that is left out, or `None` if the key is required.
    fn absent() -> Option<Self> {
        None
    }

    /// Stands in for a value that could not be read.
    fn stand_in() -> Self;
}

/// The entries of an object whose keys are known beforehand.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: &'a [(Text, Value)],
    at: &'a At<'a>,
    is_object: bool,
}

impl<'a> Fields<'a> {
    /// Takes a value as an object and notes keys that are unknown or given twice.
    pub fn of(
        value: &'a Value,
        at: &'a At<'a>,
        known: &[&'static str],
        problems: &mut Problems,
    ) -> Self {
        let Value::Map(entries) = value else {
            problems.push(at, "an object", value.kind());
            return Self { entries: &[], at, is_object: false };
        };
        for (position, (key, _)) in entries.iter().enumerate() {
            if known.contains(&&**key) {
                once(entries, position, at, problems);
            } else if !(at.is_root() && &**key == "$schema") {
                let hint = near_miss(key, known.iter().copied());
                problems.push_with_hint(&at.key(key), "a known key", quoted(key), hint);
            }
        }
        Self { entries, at, is_object: true }
    }

    /// Reads the value of a key.
    pub fn take<T: Read>(&self, key: &'static str, problems: &mut Problems) -> T {
        if let Some((_, value)) = self.entries.iter().find(|(name, _)| &**name == key) {
            return T::read(value, &self.at.key(key), problems);
        }
        T::absent().unwrap_or_else(|| {
            if self.is_object {
                missing(&self.at.key(key), problems);
            }
            T::stand_in()
        })
    }
}

fn missing(at: &At<'_>, problems: &mut Problems) {
    problems.push(at, "this key", "nothing");
}

fn once(entries: &[(Text, Value)], position: usize, at: &At<'_>, problems: &mut Problems) {
    let key = &entries[position].0;
    if entries[..position].iter().any(|(earlier, _)| earlier == key) {
        problems.push(&at.key(key), "each key once", "it a second time");
    }
}

/// Texts or objects by id, in the order of the file.
#[derive(Clone, Debug)]
pub struct ById<T>(pub Vec<(Text, T)>);

impl<T> ById<T> {
    /// The value of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| &**key == id).map(|(_, value)| value)
    }
}

impl<T: Read> Read for ById<T> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        let Value::Map(entries) = value else {
            problems.push(at, "an object", value.kind());
            return Self::stand_in();
        };
        let read = |(position, (key, value)): (usize, &(Text, Value))| {
            once(entries, position, at, problems);
            (key.clone(), T::read(value, &at.key(key), problems))
        };
        Self(entries.iter().enumerate().map(read).collect())
    }

    fn absent() -> Option<Self> {
        None
    }

    fn stand_in() -> Self {
        Self(Vec::new())
    }
}

/// A list may be left out when it is empty.
impl<T: Read> Read for Vec<T> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        let Value::List(items) = value else {
            problems.push(at, "a list", value.kind());
            return Vec::new();
        };
        let read = |(index, item): (usize, &Value)| T::read(item, &at.index(index), problems);
        items.iter().enumerate().map(read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }

    fn stand_in() -> Self {
        Vec::new()
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        Some(T::read(value, at, problems))
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn stand_in() -> Self {
        None
    }
}

impl Read for Text {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if let Value::Text(text) = value {
            return text.clone();
        }
        problems.push(at, "a text", value.kind());
        Self::stand_in()
    }

    fn stand_in() -> Self {
        "".into()
    }
}

/// A mark that is `false` when it is left out.
impl Read for bool {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if let Value::Bool(value) = *value {
            return value;
        }
        problems.push(at, "true or false", value.kind());
        true // whoever writes the key means to set it
    }

    fn absent() -> Option<Self> {
        Some(false)
    }

    fn stand_in() -> Self {
        false
    }
}

impl Read for f64 {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        match *value {
            Value::Number(number) if number.is_finite() => return number,
            Value::Number(_) => problems.push(at, "a finite number", "one that is not"),
            _ => problems.push(at, "a number", value.kind()),
        }
        0.0
    }

    fn stand_in() -> Self {
        0.0
    }
}

/// Whole numbers of the sizes that stories need.
fn whole(value: &Value, low: f64, high: f64, at: &At<'_>, problems: &mut Problems) -> f64 {
    if let Value::Number(number) = *value
        && (low..=high).contains(&number)
        && number % 1.0 == 0.0
    {
        return number;
    }
    let found = if matches!(value, Value::Number(_)) { "another number" } else { value.kind() };
    problems.push(at, "a whole number in range", found);
    0.0
}

impl Read for i16 {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        whole(value, f64::from(i16::MIN), f64::from(i16::MAX), at, problems) as i16
    }

    fn stand_in() -> Self {
        0
    }
}

impl Read for u64 {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2⁵³, past which numbers have gaps
        whole(value, 0.0, EXACT, at, problems) as u64
    }

    fn stand_in() -> Self {
        0
    }
}

/// A list of exactly four numbers.
impl Read for [f64; 4] {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if let Value::List(items) = value
            && items.len() == 4
        {
            return std::array::from_fn(|index| {
                f64::read(&items[index], &at.index(index), problems)
            });
        }
        problems.push(at, "a list of four numbers", value.kind());
        Self::stand_in()
    }

    fn stand_in() -> Self {
        [0.0; 4]
    }
}

/// A list of exactly two numbers.
impl Read for (f64, f64) {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        if let Value::List(items) = value
            && let [first, second] = &**items
        {
            return (
                f64::read(first, &at.index(0), problems),
                f64::read(second, &at.index(1), problems),
            );
        }
        problems.push(at, "a list of two numbers", value.kind());
        Self::stand_in()
    }

    fn stand_in() -> Self {
        (0.0, 0.0)
    }
}

impl Read for PartialDate {
    fn read(value: &Value, at: &At<'_>, problems: &mut Problems) -> Self {
        const EXPECTED: &str = "a date like 2025, 2025-12 or 2025-12-23";
        match value {
            Value::Text(text) => match Self::parse(text) {
                Some(date) => return date,
                None => problems.push(at, EXPECTED, quoted(text)),
            },
            _ => problems.push(at, EXPECTED, value.kind()),
        }
        Self::stand_in()
    }

    fn stand_in() -> Self {
        Self::Year(1)
    }
}

/// Reads one of a fixed set of ids.
pub fn read_id<T: Copy>(
    value: &Value,
    all: &[(T, &'static str)],
    at: &At<'_>,
    problems: &mut Problems,
) -> T {
    let text: &str = if let Value::Text(text) = value { text } else { "" };
    if let Some(&(found, _)) = all.iter().find(|(_, id)| *id == text) {
        return found;
    }
    let mut expected = String::from("one of");
    for (position, (_, id)) in all.iter().enumerate() {
        expected.push_str(if position == 0 { " `" } else { ", `" });
        expected.push_str(id);
        expected.push('`');
    }
    let found = if let Value::Text(text) = value { quoted(text) } else { value.kind().into() };
    let hint = near_miss(text, all.iter().map(|(_, id)| *id));
    problems.push_with_hint(at, expected, found, hint);
    all[0].0
}
