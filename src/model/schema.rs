//! Describes story files as a JSON Schema; only tools are built with this.

use super::date::PartialDate;
use super::raw::{SectionKind, Standing, Verdict};
use super::read::ById;
use super::story::{
    ActorKind, Anchor, Category, LabelOffset, Locale, MapNameKind, PlaceKind, PlacePrecision,
    RelationKind, SourceKind, TitleBasis, Unit,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The schema of an object with known keys.
#[derive(Debug)]
pub struct Object {
    about: &'static str,
    properties: Map<String, Value>,
    required: Vec<&'static str>,
}

impl Object {
    /// An object that has no keys yet.
    pub fn new(about: &'static str) -> Self {
        Self { about, properties: Map::new(), required: Vec::new() }
    }

    /// Adds a key.
    pub fn add(&mut self, key: &'static str, value: Schema, help: &str, is_required: bool) {
        let mut value = value;
        value.insert("description".into(), help.trim().into());
        self.properties.insert(key.into(), value.to_value());
        if is_required {
            self.required.push(key);
        }
    }
}

impl From<Object> for Schema {
    fn from(object: Object) -> Self {
        json_schema!({
            "description": object.about.trim(),
            "type": "object",
            "properties": object.properties,
            "required": object.required,
            "additionalProperties": false,
        })
    }
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "enum": $name::ALL.map(|(_, id)| id) })
            }
        }
    )*};
}

ids! {
    PlacePrecision PlaceKind Anchor ActorKind RelationKind Category Unit TitleBasis SourceKind
    MapNameKind Standing Verdict SectionKind
}

impl JsonSchema for Locale {
    fn schema_name() -> Cow<'static, str> {
        "Locale".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "enum": Self::ALL.map(Self::tag) })
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, month or day, such as 2025, 2025-12 or 2025-12-23",
            "type": "string",
            "pattern": "^\\d{4}(-\\d{2}(-\\d{2})?)?$",
        })
    }
}

impl JsonSchema for LabelOffset {
    fn schema_name() -> Cow<'static, str> {
        "LabelOffset".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "prefixItems": [
                { "type": "integer" },
                { "type": "integer" },
                generator.subschema_for::<Anchor>(),
            ],
            "minItems": 3,
            "maxItems": 3,
        })
    }
}

impl<T: JsonSchema> JsonSchema for ById<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ById{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}

/// What an option may hold when its key is there: story files never say `null`.
pub fn without_null(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = &types[..] {
                    let only = only.clone();
                    object.insert("type".into(), only);
                }
            }
            if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
                choices.retain(|choice| *choice != json!({ "type": "null" }));
                if let [Value::Object(only)] = &choices[..] {
                    let only = only.clone();
                    object.remove("anyOf");
                    object.extend(only);
                }
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}
