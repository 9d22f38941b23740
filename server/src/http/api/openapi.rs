//! The interface's description, made of what the code itself goes by: the
//! contract's table of keys, and the types that are written out.

use std::sync::LazyLock;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use rights::contract::{CASE, DAY_PATTERN, Field, Kind, TIME_PATTERN};
use utoipa::{
    OpenApi,
    openapi::{
        Components, RefOr, Schema,
        schema::{
            AdditionalProperties, ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type,
        },
    },
};

use super::{airports, assessments, claim_facts, forums, problem::ProblemDetails};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Aero assessments",
        version = "1",
        description = "What the law owes an air passenger, with every step of the reasoning. \
            One case in, one assessment out; nothing is stored. The forums that can hear \
            a claim after the airline's refusal. And the airports that a text may mean.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(assessments::assess, forums::recourse, airports::airports),
    components(schemas(ProblemDetails, rights::contract::Answer, recourse::Answer))
)]
struct Described;

/// The document, written once.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let mut api = Described::openapi();
    let components = api.components.get_or_insert_with(Components::new);
    components
        .schemas
        .insert("Case".to_owned(), object(CASE).into());
    components
        .schemas
        .insert("ClaimFacts".to_owned(), claim_facts::schema().into());
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
    let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
    let meaning = Some(field.meaning);
    let schema: Schema = match field.kind {
        Kind::Text(example) => of(Type::String)
            .examples([example])
            .description(meaning)
            .into(),
        Kind::Code(example, pattern) => of(Type::String)
            .pattern(Some(pattern))
            .examples([example])
            .description(meaning)
            .into(),
        Kind::Time => of(Type::String)
            .pattern(Some(TIME_PATTERN))
            .examples(["2026-11-20T09:05"])
            .description(meaning)
            .into(),
        Kind::Day => of(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
            .pattern(Some(DAY_PATTERN))
            .description(meaning)
            .into(),
        Kind::Flag(default) => of(Type::Boolean)
            .default(default.map(Into::into))
            .description(meaning)
            .into(),
        Kind::Count(most) => of(Type::Integer)
            .minimum(Some(0))
            .maximum(Some(most))
            .description(meaning)
            .into(),
        Kind::Word(words) => of(Type::String)
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
