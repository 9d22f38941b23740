use axum::{Json, extract::State};
use backend::Backend;
use recourse::contract::{answer, parse_facts};
use reference::Embedded;

use super::{body::JsonBody, problem::ProblemDetails};

/// `POST /api/v1/recourse`: the facts of a claim in, the forums that can hear it
/// out. Nothing is stored.
///
/// # Errors
/// 413, 415, 422 with every fault of the facts, and 429, each in the form of
/// RFC 9457.
#[utoipa::path(
    post,
    path = "/api/v1/recourse",
    tag = "Recourse",
    summary = "Where a claim can go after the airline's refusal or silence",
    request_body(content_type = "application/json", content = ref("#/components/schemas/ClaimFacts")),
    responses(
        (status = 200, description = "The forums, the best first", body = recourse::Answer),
        JsonBody,
    )
)]
pub async fn recourse(
    State(backend): State<Backend>,
    JsonBody(body): JsonBody,
) -> Result<Json<recourse::Answer>, ProblemDetails> {
    let given = parse_facts(&body, backend.today(), &Embedded).map_err(ProblemDetails::faults)?;
    Ok(Json(answer(&given, &Embedded)))
}
