//! The schema of the facts of a claim, made of the table they are read by.

use recourse::contract::{AMOUNT_PATTERN, FACTS, Field, Kind};
use rights::contract::DAY_PATTERN;
use serde_json::Value;
use utoipa::openapi::{
    RefOr, Schema,
    schema::{
        AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, SchemaType,
        Type,
    },
};

/// A rate of exchange.
const RATE_PATTERN: &str = "^([1-9][0-9]{0,2}|0\\.[0-9]{0,3}[1-9]|[1-9][0-9]{0,2}\\.[0-9]{1,4})$";

/// The facts. Others may stand beside them; the answer names those as not used.
pub fn schema() -> Schema {
    let mut object = ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(Some(
            "The facts of a claim, bare or under the key `facts` of a case. What need not be \
             there may be null, which is as if it were not. Other keys are named in `not_used` \
             of the answer; one that is a slip of a known key is refused.",
        ))
        .additional_properties(Some(AdditionalProperties::FreeForm(true)));
    for field in FACTS {
        object = object.property(field.key, property(field));
        if field.required {
            object = object.required(field.key);
        }
    }
    object.into()
}

fn property(field: &Field) -> RefOr<Schema> {
    let of = |kind| {
        ObjectBuilder::new()
            .schema_type(type_of(field, kind))
            .description(Some(field.meaning))
    };
    let schema: Schema = match field.kind {
        Kind::Code(example, pattern) => of(Type::String)
            .pattern(Some(pattern))
            .examples([example])
            .into(),
        Kind::Amount => of(Type::String)
            .pattern(Some(AMOUNT_PATTERN))
            .examples(["250.00"])
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
            let unknown = (!field.required).then_some(Value::Null);
            let words = words().into_iter().map(Value::from);
            let all: Vec<Value> = words.chain(unknown).collect();
            of(Type::String).enum_values(Some(all)).into()
        }
        Kind::Exchange => exchange(of(Type::Object)).into(),
        Kind::Keys(most) => {
            let key: Schema = ObjectBuilder::new().schema_type(Type::String).into();
            ArrayBuilder::new()
                .schema_type(type_of(field, Type::Array))
                .items(RefOr::T(key))
                .max_items(Some(most))
                .description(Some(field.meaning))
                .into()
        }
    };
    schema.into()
}

fn exchange(object: ObjectBuilder) -> ObjectBuilder {
    let text = |pattern: &str| -> Schema {
        let text = ObjectBuilder::new().schema_type(Type::String);
        text.pattern(Some(pattern)).into()
    };
    let object = object.additional_properties(Some(AdditionalProperties::FreeForm(true)));
    ["PLN_per_EUR", "GBP_per_EUR", "EUR_per_GBP"]
        .into_iter()
        .fold(object, |object, key| {
            object.property(key, text(RATE_PATTERN))
        })
        .property("per_person_PLN", text(AMOUNT_PATTERN))
}

/// What need not be there may also be said to be unknown.
fn type_of(field: &Field, kind: Type) -> SchemaType {
    match field.required {
        true => SchemaType::Type(kind),
        false => SchemaType::Array(vec![kind, Type::Null]),
    }
}
