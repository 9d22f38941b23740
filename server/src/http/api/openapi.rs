//! The interface's description, made of what the code itself goes by: the
//! contract's table of keys, and the types that are written out.

use std::sync::LazyLock;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use rights::contract::{CASE, Field, Kind};
use utoipa::{
    OpenApi,
    openapi::{
        Components, RefOr, Schema,
        schema::{
            AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type,
        },
    },
};

use super::{assessments, problem::Problem};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Aero assessments",
        version = "1",
        description = "What the law owes an air passenger, with every step of the reasoning. \
            One case in, one assessment out; nothing is stored.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(assessments::assess),
    components(schemas(Problem, rights::contract::Answer))
)]
struct Described;

/// The document, written once.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let mut api = Described::openapi();
    let components = api.components.get_or_insert_with(Components::new);
    components
        .schemas
        .insert("Case".to_owned(), object(CASE).into());
    api.to_json().unwrap_or_default()
});

/// `GET /api/openapi.json`.
pub async fn document() -> Response {
    let head = [(header::CONTENT_TYPE, "application/json")];
    (head, DOCUMENT.as_str()).into_response()
}

/// An object of the contract; it has no other keys.
fn object(fields: &[Field]) -> Schema {
    let mut object = ObjectBuilder::new()
        .schema_type(Type::Object)
        .additional_properties(Some(AdditionalProperties::FreeForm(false)));
    for field in fields {
        object = object.property(field.key, property(field));
        if field.required {
            object = object.required(field.key);
        }
    }
    object.into()
}

fn property(field: &Field) -> RefOr<Schema> {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let meaning = Some(field.meaning);
    let schema: Schema = match field.kind {
        Kind::Text(example) => text().examples([example]).description(meaning).into(),
        Kind::Time => text()
            .pattern(Some(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"))
            .examples(["2026-11-20T09:05"])
            .description(meaning)
            .into(),
        Kind::Day => text()
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .description(meaning)
            .into(),
        Kind::Flag(default) => ObjectBuilder::new()
            .schema_type(Type::Boolean)
            .default(default.map(Into::into))
            .description(meaning)
            .into(),
        Kind::Count(most) => ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(0))
            .maximum(Some(most))
            .description(meaning)
            .into(),
        Kind::Word(words) => text()
            .enum_values(Some(words()))
            .description(meaning)
            .into(),
        Kind::Object(fields) => match object(fields) {
            Schema::Object(mut object) => {
                object.description = meaning.map(str::to_owned);
                Schema::Object(object)
            }
            other => other,
        },
        Kind::List(fields, most) => ArrayBuilder::new()
            .items(RefOr::T(object(fields)))
            .min_items(Some(1))
            .max_items(Some(most))
            .description(meaning)
            .into(),
    };
    schema.into()
}
