//! JSON text to plain values, and from a path in them back to the text.

use super::model::Value;
use jsonc_parser::ast;
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A JSON file with its text.
#[derive(Debug)]
pub struct Json {
    /// The text, without a byte order mark.
    pub text: String,
    /// What it says.
    pub value: Value,
}

/// Why a text is not JSON.
#[derive(Debug)]
pub struct SyntaxError {
    /// What is wrong.
    pub message: String,
    /// Bytes of the text that it is about.
    pub range: std::ops::Range<usize>,
}

impl Json {
    /// Reads a text as strict JSON.
    ///
    /// # Errors
    /// The text again, and why it is not JSON.
    pub fn parse(text: String) -> Result<Self, (String, SyntaxError)> {
        let parsed = match parse_to_ast(&text, &CollectOptions::default(), &strict()) {
            Ok(parsed) => parsed.value.map(|value| to_value(&value)),
            Err(error) => {
                let range = error.range();
                let range = range.start.min(text.len())..range.end.min(text.len());
                let message = error.kind().to_string();
                return Err((text, SyntaxError { message, range }));
            }
        };
        if let Some(value) = parsed {
            return Ok(Self { text, value });
        }
        let message = "The file is empty".into();
        Err((text, SyntaxError { message, range: 0..0 }))
    }

    /// The bytes of the value at a path, or of the nearest one around it that exists.
    pub fn locate(&self, path: &str) -> std::ops::Range<usize> {
        let parsed = parse_to_ast(&self.text, &CollectOptions::default(), &strict());
        let Some(root) = parsed.ok().and_then(|parsed| parsed.value) else { return 0..0 };
        let range = if path.is_empty() { root.range() } else { descend(&root, path) };
        range.start..range.end
    }
}

fn strict() -> ParseOptions {
    ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn to_value(value: &ast::Value<'_>) -> Value {
    match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::NumberLit(literal) => Value::Number(literal.value.parse().unwrap_or(f64::NAN)),
        ast::Value::StringLit(literal) => Value::Text(literal.value.as_ref().into()),
        ast::Value::Array(array) => Value::List(array.elements.iter().map(to_value).collect()),
        ast::Value::Object(object) => {
            let entry = |property: &ast::ObjectProp<'_>| {
                (property.name.as_str().into(), to_value(&property.value))
            };
            Value::Map(object.properties.iter().map(entry).collect())
        }
    }
}

/// Follows a path step by step. Keys are matched as prefixes, so a key with a dot in it is found too, and
/// of two equal keys the last, which is the one to report.
fn descend(value: &ast::Value<'_>, path: &str) -> Range {
    match value {
        ast::Value::Object(object) => {
            for property in object.properties.iter().rev() {
                let Some(rest) = path.strip_prefix(property.name.as_str()) else { continue };
                if rest.is_empty() {
                    return match property.value {
                        ast::Value::Object(_) | ast::Value::Array(_) => property.name.range(),
                        _ => property.value.range(),
                    };
                }
                if rest.starts_with(['.', '[']) {
                    return descend(&property.value, rest.strip_prefix('.').unwrap_or(rest));
                }
            }
        }
        ast::Value::Array(array) => {
            if let Some((index, rest)) =
                path.strip_prefix('[').and_then(|path| path.split_once(']'))
                && let Some(item) =
                    index.parse().ok().and_then(|index: usize| array.elements.get(index))
            {
                let rest = rest.strip_prefix('.').unwrap_or(rest);
                return if rest.is_empty() { item.range() } else { descend(item, rest) };
            }
        }
        _ => {}
    }
    let range = value.range();
    Range { start: range.start, end: (range.start + 1).min(range.end) }
}
