//! Reads raw structs from plain values and notes every value that does not fit.
//!
//! Values are read in place and through `dyn Read`, so that a struct costs a table of its fields and no code
//! of its own: a quarter of the bytes that a function per struct took.

use super::date::PartialDate;
use super::limit::Limited;
use super::lookup::Lookup;
use super::near::near_miss;
use super::problem::{At, Problems, quoted};
use super::story::Text;
use super::value::Value;

/// What can be read from a [`Value`].
pub trait Read {
    /// Reads a value. If it does not fit, that is noted, and the stand-in stays.
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems);

    /// Whether its key may be left out.
    fn is_optional(&self) -> bool {
        false
    }
}

/// What can take the place of a value that was not read.
pub trait StandIn {
    /// The stand-in.
    fn stand_in() -> Self;
}

/// Reads an object whose keys are known beforehand.
pub fn read_object(
    fields: &mut [(&'static str, &mut dyn Read)],
    value: &Value,
    at: &At<'_>,
    problems: &mut Problems,
) {
    let Value::Map(entries) = value else {
        problems.push(at, "an object", value.kind());
        return;
    };
    for (position, (key, _)) in entries.iter().enumerate() {
        if fields.iter().any(|(known, _)| *known == &**key) {
            check_once(entries, position, at, problems);
        } else if !(at.is_root() && &**key == "$schema") {
            let hint = near_miss(key, &mut fields.iter().map(|(known, _)| *known));
            problems.push_with_hint(&at.key(key), "a known key", &quoted(key), hint);
        }
    }
    for (key, field) in fields {
        let at = at.key(key);
        match entries.iter().find(|(name, _)| &**name == *key) {
            Some((_, value)) => field.read(value, &at, problems),
            None if field.is_optional() => {}
            None => problems.push(&at, "this key", "nothing"),
        }
    }
}

fn check_once(entries: &[(Text, Value)], position: usize, at: &At<'_>, problems: &mut Problems) {
    let key = &entries[position].0;
    if entries[..position].iter().any(|(earlier, _)| earlier == key) {
        problems.push(&at.key(key), "each key once", "it a second time");
    }
}

/// Texts or objects by id, in the order of the file.
#[derive(Debug)]
pub struct ById<T>(pub Vec<(Text, T)>, Lookup);

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self(Vec::new(), Lookup::default())
    }
}

impl<T> ById<T> {
    /// The value of an id.
    pub fn get(&self, id: &str) -> Option<&T> {
        let position = self.1.find(id, |position| &self.0[position].0)?;
        Some(&self.0[position].1)
    }
}

impl<T: Read + StandIn> Read for ById<T> {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        let Value::Map(entries) = value else {
            problems.push(at, "an object", value.kind());
            return;
        };
        for (key, _) in entries {
            self.0.push((key.clone(), T::stand_in()));
        }
        self.1 = Lookup::of(&entries.iter().map(|(key, _)| &**key).collect::<Vec<_>>());
        let mut items = self.0.iter_mut().map(|(_, item)| item as &mut dyn Read);
        read_entries(&mut items, entries, at, problems);
    }
}

fn read_entries(
    items: &mut dyn Iterator<Item = &mut dyn Read>,
    entries: &[(Text, Value)],
    at: &At<'_>,
    problems: &mut Problems,
) {
    for (position, (item, (key, value))) in items.zip(entries).enumerate() {
        check_once(entries, position, at, problems);
        item.read(value, &at.key(key), problems);
    }
}

impl<T> StandIn for ById<T> {
    fn stand_in() -> Self {
        Self::default()
    }
}

/// A list may be left out when it is empty.
impl<T: Read + StandIn> Read for Vec<T> {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        let Value::List(items) = value else {
            problems.push(at, "a list", value.kind());
            return;
        };
        self.extend(items.iter().map(|_| T::stand_in()));
        read_items(&mut self.iter_mut().map(|item| item as &mut dyn Read), items, at, problems);
    }

    fn is_optional(&self) -> bool {
        true
    }
}

fn read_items(
    items: &mut dyn Iterator<Item = &mut dyn Read>,
    values: &[Value],
    at: &At<'_>,
    problems: &mut Problems,
) {
    for (index, (item, value)) in items.zip(values).enumerate() {
        item.read(value, &at.index(index), problems);
    }
}

impl<T> StandIn for Vec<T> {
    fn stand_in() -> Self {
        Vec::new()
    }
}

impl<T: Read + StandIn> Read for Option<T> {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        self.insert(T::stand_in()).read(value, at, problems);
    }

    fn is_optional(&self) -> bool {
        true
    }
}

impl<T> StandIn for Option<T> {
    fn stand_in() -> Self {
        None
    }
}

impl Read for Text {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        if let Value::Text(text) = value {
            *self = text.clone();
        } else {
            problems.push(at, "a text", value.kind());
        }
    }
}

impl StandIn for Text {
    #[inline(never)] // it is part of every other stand-in
    fn stand_in() -> Self {
        "".into()
    }
}

impl<const MOST: usize> Read for Limited<MOST> {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        self.0.read(value, at, problems);
    }
}

impl<const MOST: usize> StandIn for Limited<MOST> {
    fn stand_in() -> Self {
        Self(Text::stand_in())
    }
}

/// A mark that is `false` when it is left out.
impl Read for bool {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        *self = true; // whoever writes the key means to set it
        if let Value::Bool(value) = *value {
            *self = value;
        } else {
            problems.push(at, "true or false", value.kind());
        }
    }

    fn is_optional(&self) -> bool {
        true
    }
}

impl StandIn for bool {
    fn stand_in() -> Self {
        false
    }
}

impl Read for f64 {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        match *value {
            Value::Number(number) if number.is_finite() => *self = number,
            Value::Number(_) => problems.push(at, "a finite number", "one that is not"),
            _ => problems.push(at, "a number", value.kind()),
        }
    }
}

impl StandIn for f64 {
    fn stand_in() -> Self {
        0.0
    }
}

/// A whole number from a range, or 0.
fn whole(value: &Value, low: f64, high: f64, at: &At<'_>, problems: &mut Problems) -> f64 {
    if let Value::Number(number) = *value
        && (low..=high).contains(&number)
        && number.fract() == 0.0
    {
        return number;
    }
    let found = if matches!(value, Value::Number(_)) { "another number" } else { value.kind() };
    problems.push(at, "a whole number in range", found);
    0.0
}

impl Read for i16 {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        *self = whole(value, f64::from(i16::MIN), f64::from(i16::MAX), at, problems) as i16;
    }
}

impl StandIn for i16 {
    fn stand_in() -> Self {
        0
    }
}

impl Read for u64 {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2⁵³, past which numbers have gaps
        *self = whole(value, 0.0, EXACT, at, problems) as u64;
    }
}

impl StandIn for u64 {
    fn stand_in() -> Self {
        0
    }
}

/// What is there in the place of a list of a certain length.
pub fn other_list(value: &Value) -> &'static str {
    if matches!(value, Value::List(_)) { "a list of another length" } else { value.kind() }
}

/// A list of exactly four numbers.
impl Read for [f64; 4] {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        if let Value::List(items) = value
            && items.len() == 4
        {
            for (index, (number, item)) in self.iter_mut().zip(&**items).enumerate() {
                number.read(item, &at.index(index), problems);
            }
        } else {
            problems.push(at, "a list of four numbers", other_list(value));
        }
    }
}

impl StandIn for [f64; 4] {
    fn stand_in() -> Self {
        [0.0; 4]
    }
}

/// A list of exactly two numbers.
impl<T: Read> Read for (T, T) {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        if let Value::List(items) = value
            && let [first, second] = &**items
        {
            self.0.read(first, &at.index(0), problems);
            self.1.read(second, &at.index(1), problems);
        } else {
            problems.push(at, "a list of two numbers", other_list(value));
        }
    }
}

impl<T: StandIn> StandIn for (T, T) {
    fn stand_in() -> Self {
        (T::stand_in(), T::stand_in())
    }
}

impl Read for PartialDate {
    fn read(&mut self, value: &Value, at: &At<'_>, problems: &mut Problems) {
        const EXPECTED: &str = "a date like 2025, 2025-12 or 2025-12-23";
        match value {
            Value::Text(text) => match Self::parse(text) {
                Some(date) => *self = date,
                None => problems.push(at, EXPECTED, &quoted(text)),
            },
            _ => problems.push(at, EXPECTED, value.kind()),
        }
    }
}

impl StandIn for PartialDate {
    fn stand_in() -> Self {
        Self::Year(1)
    }
}

/// The position of a value in a fixed set of ids.
pub fn read_id(
    value: &Value,
    ids: &mut dyn Iterator<Item = &'static str>,
    at: &At<'_>,
    problems: &mut Problems,
) -> usize {
    let text: &str = if let Value::Text(text) = value { text } else { "" };
    let ids: Vec<&str> = ids.collect();
    if let Some(position) = ids.iter().position(|id| *id == text) {
        return position;
    }
    let mut expected = String::from("one of");
    for (position, id) in ids.iter().enumerate() {
        expected.push_str(if position == 0 { " `" } else { ", `" });
        expected.push_str(id);
        expected.push('`');
    }
    let found = quoted(text);
    let found = if let Value::Text(_) = value { &found } else { value.kind() };
    let hint = near_miss(text, &mut ids.iter().copied());
    problems.push_with_hint(at, &expected, found, hint);
    0
}
