//! The schemas of what is sent, made of the tables of keys that it is read by.

use rights::contract::{DAY_PATTERN, Field, Kind, TIME_PATTERN};
use serde_json::Value;
use utoipa::openapi::{
    RefOr, Schema,
    schema::{
        AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, SchemaType,
        Type,
    },
};

/// An object with these keys and no other; none of them may be null.
pub fn closed(fields: &[Field]) -> Schema {
    object(ObjectBuilder::new(), fields, Keys::Closed)
}

/// An object that may hold other keys too, and null for what need not be there.
pub fn open(fields: &[Field], description: &str) -> Schema {
    let begun = ObjectBuilder::new().description(Some(description));
    object(begun, fields, Keys::Open)
}

/// Which keys an object may have, as `rights::contract::Object` takes them.
#[derive(Clone, Copy, PartialEq)]
enum Keys {
    Closed,
    Open,
}

fn object(begun: ObjectBuilder, fields: &[Field], keys: Keys) -> Schema {
    let others = AdditionalProperties::FreeForm(keys == Keys::Open);
    let mut object = begun
        .schema_type(Type::Object)
        .additional_properties(Some(others));
    for field in fields {
        object = object.property(field.key, property(field, keys));
        if field.required {
            object = object.required(field.key);
        }
    }
    object.into()
}

fn property(field: &Field, keys: Keys) -> RefOr<Schema> {
    let or_null = keys == Keys::Open && !field.required;
    let type_of = |kind| match or_null {
        true => SchemaType::Array(vec![kind, Type::Null]),
        false => SchemaType::Type(kind),
    };
    let meaning = Some(field.meaning);
    let of = |kind| {
        ObjectBuilder::new()
            .schema_type(type_of(kind))
            .description(meaning)
    };
    let list = |items: Schema, least, most| {
        ArrayBuilder::new()
            .schema_type(type_of(Type::Array))
            .items(RefOr::T(items))
            .min_items(least)
            .max_items(Some(most))
            .description(meaning)
    };
    let schema: Schema = match field.kind {
        Kind::Text(example) => of(Type::String).examples([example]).into(),
        Kind::Code(example, pattern) => of(Type::String)
            .pattern(Some(pattern))
            .examples([example])
            .into(),
        Kind::Time => of(Type::String)
            .pattern(Some(TIME_PATTERN))
            .examples(["2026-11-20T09:05"])
            .into(),
        Kind::Day => of(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .pattern(Some(DAY_PATTERN))
            .into(),
        Kind::Flag(default) => of(Type::Boolean).default(default.map(Into::into)).into(),
        Kind::Count(least, most) => of(Type::Integer)
            .minimum(Some(least))
            .maximum(Some(most))
            .into(),
        Kind::Word(words) => {
            let words = words().into_iter().map(Value::from);
            let all: Vec<Value> = words.chain(or_null.then_some(Value::Null)).collect();
            of(Type::String).enum_values(Some(all)).into()
        }
        Kind::Object(fields) => match object(of(Type::Object), fields, keys) {
            Schema::Object(mut object) => {
                object.schema_type = type_of(Type::Object);
                Schema::Object(object)
            }
            other => other,
        },
        Kind::List(fields, most) => {
            list(object(ObjectBuilder::new(), fields, keys), Some(1), most).into()
        }
        Kind::Texts(most) => {
            let text = ObjectBuilder::new().schema_type(Type::String);
            list(text.into(), None, most).into()
        }
    };
    schema.into()
}
