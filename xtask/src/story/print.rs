//! The one way story files are laid out: short lists and objects on one line, longer
//! ones an item a line, long lists of ids filled to the width.

use super::model::Value;

const WIDTH: usize = 100; // columns, as in the sources

/// A value as JSON text with a newline at the end.
pub fn print(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, 0, true, &mut out);
    out.push('\n');
    out
}

/// Writes a value that begins at a column. What fits the line stays on it, except for the whole file.
fn write(value: &Value, indent: usize, column: usize, is_root: bool, out: &mut String) {
    if !is_root {
        let line = on_one_line(value);
        if column + line.chars().count() < WIDTH {
            out.push_str(&line);
            return;
        }
    }
    let inner = indent + 2;
    let margin = " ".repeat(inner);
    let end = format!("\n{}", " ".repeat(indent));
    match value {
        Value::List(items) if !items.is_empty() && items.iter().all(is_scalar) => {
            out.push('[');
            let mut used = WIDTH;
            for (index, item) in items.iter().enumerate() {
                let item = on_one_line(item);
                let width = item.chars().count();
                let comma = if index == 0 { "" } else { "," };
                if used + width + 2 < WIDTH {
                    out.push_str(comma);
                    out.push(' ');
                    used += width + 2;
                } else {
                    out.push_str(comma);
                    out.push('\n');
                    out.push_str(&margin);
                    used = inner + width;
                }
                out.push_str(&item);
            }
            out.push_str(&end);
            out.push(']');
        }
        Value::List(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "\n" } else { ",\n" });
                out.push_str(&margin);
                write(item, inner, inner, false, out);
            }
            out.push_str(&end);
            out.push(']');
        }
        Value::Map(entries) if !entries.is_empty() => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                out.push_str(if index == 0 { "\n" } else { ",\n" });
                let key = format!("{margin}{}: ", quote(key));
                out.push_str(&key);
                write(value, inner, key.chars().count(), false, out);
            }
            out.push_str(&end);
            out.push('}');
        }
        _ => out.push_str(&on_one_line(value)),
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::List(_) | Value::Map(_))
}

fn on_one_line(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quote(text),
        Value::List(items) => {
            format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", "))
        }
        Value::Map(entries) if entries.is_empty() => "{}".into(),
        Value::Map(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", quote(key), on_one_line(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A JSON string.
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if is_hidden(character) => quoted.push_str(&escape(character)),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}

/// Characters that an editor would not see: they are written as escapes.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn escape(character: char) -> String {
    format!("\\u{:04x}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::json::Json;

    #[test]
    fn short_values_stay_on_one_line_and_long_ones_break() {
        let long = "x".repeat(60);
        let text = format!(
            "{{\"a\":[1,-2.5,true,null],\"b\":{{\"c\":\"{long}\",\"d\":\"{long}\"}},\"e\":[],\"f\":{{}}}}"
        );
        let expected = format!(
            "{{\n  \"a\": [1, -2.5, true, null],\n  \"b\": {{\n    \"c\": \"{long}\",\n    \"d\": \"{long}\"\n  }},\n  \"e\": [],\n  \"f\": {{}}\n}}\n"
        );
        let json = Json::parse(text).expect("JSON");
        assert_eq!(print(&json.value), expected);
    }

    #[test]
    fn invisible_characters_are_written_as_escapes() {
        let value = Value::Text("a\u{202E}b\"\\\n\u{7}é ع".into());
        assert_eq!(print(&value), "\"a\\u202eb\\\"\\\\\\n\\u0007é ع\"\n");
    }
}
