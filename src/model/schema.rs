//! Describes story files as a JSON Schema; only tools are built with this.

use super::check::LONGEST_ID;
use super::date::PartialDate;
use super::limit::{Limited, Url};
use super::raw::{SectionKind, Standing, Verdict};
use super::read::ById;
use super::story::{
    ActorKind, Anchor, Category, LabelOffset, Locale, MapNameKind, PlaceKind, PlacePrecision,
    RelationKind, SourceKind, TitleBasis, Unit,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::marker::PhantomData;

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
        // A list that may not be empty may not be left out either; lists of a fixed length tell by themselves.
        let is_never_empty = value.get("minItems").is_some() && value.get("prefixItems").is_none();
        let is_required = is_required || is_never_empty;
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

/// No space around a text and no hidden character in it, as the checker has it. Without look-around, which
/// not every validator knows.
fn printable() -> String {
    const HIDDEN: &str =
        r"\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffd";
    format!(r"^[^\s{HIDDEN}]([^{HIDDEN}]*[^\s{HIDDEN}])?$")
}

impl<const MOST: usize> JsonSchema for Limited<MOST> {
    fn schema_name() -> Cow<'static, str> {
        format!("TextUpTo{MOST}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "maxLength": MOST,
            "pattern": printable(),
        })
    }
}

macro_rules! shapes {
    ($($(#[$about:meta])* $name:ident = $schema:tt;)*) => {$(
        $(#[$about])*
        #[derive(Debug)]
        pub enum $name {}

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

shapes! {
    /// An id of most things.
    Id = {
        "type": "string",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        "maxLength": LONGEST_ID,
    };
    /// The code of a country.
    CountryCode = { "type": "string", "pattern": "^[A-Z]{2}$" };
    /// The id of a statement of the briefing.
    StatementId = { "type": "string", "pattern": "^S[0-9]{1,5}$" };
    /// The code of a currency.
    CurrencyCode = { "type": "string", "pattern": "^[A-Z]{3}$" };
    /// The tag of a language.
    LanguageTag = { "type": "string", "pattern": "^[a-z]{2,3}$" };
    /// A web address.
    WebAddress = {
        "type": "string",
        "pattern": "^https?://[^/\\s\"<>\\\\^`{|}]*\\.[^\\s\"<>\\\\^`{|}]*$",
        "maxLength": (Url::MOST),
    };
    /// Degrees, north positive.
    Latitude = { "type": "number", "minimum": -90, "maximum": 90 };
    /// Degrees, east positive.
    Longitude = { "type": "number", "minimum": -180, "maximum": 180 };
    /// A number that is not negative.
    FromZero = { "type": "number", "minimum": 0 };
}

/// A list that holds each item once.
#[derive(Debug)]
pub struct Each<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Each<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Each{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "items": generator.subschema_for::<T>(),
            "uniqueItems": true,
        })
    }
}

/// A list that holds each item once, and at least one.
#[derive(Debug)]
pub struct OneOrMore<T>(PhantomData<T>);

impl<T: JsonSchema> JsonSchema for OneOrMore<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMore{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Each::<T>::json_schema(generator);
        schema.insert("minItems".into(), 1.into());
        schema
    }
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
            "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
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
