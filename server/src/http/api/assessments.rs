use app::request::accepted_language;
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use backend::Backend;
use reference::Embedded;
use text::law;

use super::{body::JsonBody, problem::ProblemDetails};

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
        JsonBody,
    )
)]
pub async fn assess(
    State(backend): State<Backend>,
    headers: HeaderMap,
    JsonBody(body): JsonBody,
) -> Result<Response, ProblemDetails> {
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
