use app::request::{ClientAddress, accepted_language};
use axum::{
    Extension,
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use backend::Backend;
use reference::Embedded;
use text::law;

use super::{body::json_body, problem::ProblemDetails};

/// `POST /api/v1/assessments`: a case in, its assessment out. Sentences come in
/// the language of `Accept-Language`, English where it is none of ours.
///
/// # Errors
/// 413, 415, 422 with every fault of the case, and 429, each in the form of
/// RFC 9457.
#[utoipa::path(
    post,
    path = "/api/v1/assessments",
    tag = "Assessments",
    summary = "What the law says to a case",
    request_body(content_type = "application/json", content = ref("#/components/schemas/Case")),
    responses(
        (status = 200, description = "The assessment, whatever its outcome", body = rights::contract::Answer),
        (status = 408, description = "The body did not come in time", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 413, description = "The case is too large", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 415, description = "The body is not sent as application/json", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 422, description = "The case cannot be read; every fault is named", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests from one address", body = ProblemDetails, content_type = "application/problem+json"),
    )
)]
pub async fn assess(
    State(backend): State<Backend>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ProblemDetails> {
    backend
        .limits()
        .assess(&address, backend.now())
        .map_err(|_| ProblemDetails::too_many("Too many cases from one address. Wait a minute."))?;
    let body = json_body(&headers, body, "Send the case as application/json.")?;
    let case = rights::contract::parse_case(&body, backend.today(), &Embedded)
        .map_err(ProblemDetails::faults)?;
    let assessment = rights::assess(&case, &Embedded);
    let language = accepted_language(&headers).unwrap_or_default();
    let answer = law::answer(language, &case, &assessment);
    let head = [
        (header::CONTENT_LANGUAGE, language.tag()),
        (header::VARY, "accept-language"),
    ];
    Ok((head, axum::Json(answer)).into_response())
}
