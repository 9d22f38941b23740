//! The interface's description, made of what the code itself goes by: the
//! contract's table of keys, and the types that are written out.

use std::sync::LazyLock;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use recourse::contract::FACTS;
use rights::contract::CASE;
use utoipa::{OpenApi, openapi::Components};

use super::{airports, assessments, forums, problem::ProblemDetails, schema};

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

/// What may stand beside the facts of a claim.
const OTHER_FACTS: &str = "The facts of a claim, bare or under the key `facts` of a case. What \
    need not be there may be null, which is as if it were not. Other keys are named in \
    `not_used` of the answer; one that is a slip of a known key is refused.";

/// The document, written once.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    let mut api = Described::openapi();
    let components = api.components.get_or_insert_with(Components::new);
    let case = schema::closed(CASE);
    components.schemas.insert("Case".to_owned(), case.into());
    let facts = schema::open(FACTS, OTHER_FACTS);
    components
        .schemas
        .insert("ClaimFacts".to_owned(), facts.into());
    api.to_json().unwrap_or_default()
});

/// `GET /api/openapi.json`.
pub async fn document() -> Response {
    let head = [(header::CONTENT_TYPE, "application/json")];
    (head, DOCUMENT.as_str()).into_response()
}
