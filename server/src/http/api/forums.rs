use app::request::ClientAddress;
use axum::{
    Extension, Json,
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::HeaderMap,
};
use backend::Backend;
use recourse::contract::{answer, parse_facts};
use reference::Embedded;

use super::{body::json_body, problem::ProblemDetails};

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
        (status = 408, description = "The body did not come in time", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 413, description = "The facts are too large", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as application/json", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "The facts cannot be read; every fault is named", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests from one address", body = ProblemDetails, content_type = "application/problem+json"),
    )
)]
pub async fn recourse(
    State(backend): State<Backend>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Json<recourse::Answer>, ProblemDetails> {
    backend
        .limits()
        .assess(&address, backend.now())
        .map_err(|_| ProblemDetails::too_many("Too many cases from one address. Wait a minute."))?;
    let body = json_body(&headers, body, "Send the facts as application/json.")?;
    let given = parse_facts(&body, backend.today(), &Embedded).map_err(ProblemDetails::faults)?;
    Ok(Json(answer(&given, &Embedded)))
}
