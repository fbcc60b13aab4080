//! A tree of plain values, the common form of JSON files and of objects from JavaScript.

use super::story::Text;

/// What a story is read from, before it is known to be one.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number; whole numbers are exact up to 2⁵³.
    Number(f64),
    /// A text.
    Text(Text),
    /// A list.
    List(Vec<Value>),
    /// Keys with values in the order of the file; a key that is given twice is in here twice.
    Map(Vec<(Text, Value)>),
}

impl Value {
    /// The first value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Self::Map(entries) => {
                entries.iter().find(|(name, _)| &**name == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// What kind of value it is, in the words of problems.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}
