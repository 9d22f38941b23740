//! Refusals in the form of RFC 9457.

use axum::{
    Json,
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use rights::contract::Fault;
use serde::Serialize;
use utoipa::ToSchema;

/// The kind of content that problems are.
pub const PROBLEM: &str = "application/problem+json";

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDetails {
    /// What kind of problem: `about:blank`, the status says it all.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What to do about it.
    detail: String,
    /// Every fault of what was sent, each with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Mistake>,
}

/// One fault.
#[derive(Debug, Serialize, ToSchema)]
struct Mistake {
    /// Where, `legs[0].origin`; empty for the document as a whole.
    path: String,
    /// What, as a code for software.
    code: &'static str,
    /// What, for people.
    message: String,
}

impl ProblemDetails {
    /// A problem that its status names.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    /// Somebody asks too often.
    pub fn too_many(detail: &str) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, detail)
    }

    /// A document that cannot be read.
    pub fn faults(faults: Vec<Fault>) -> Self {
        let detail = match faults.len() {
            1 => "The document has a fault.".to_owned(),
            count => format!("The document has {count} faults."),
        };
        let mistake = |fault: Fault| Mistake {
            path: fault.path,
            code: fault.code,
            message: fault.message,
        };
        Self {
            errors: faults.into_iter().map(mistake).collect(),
            ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail)
        }
    }
}

impl IntoResponse for ProblemDetails {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let kind = [(header::CONTENT_TYPE, PROBLEM)];
        (status, kind, Json(self)).into_response()
    }
}

/// Gives a bare error, which no handler has made, the form of the others.
pub async fn problems(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let is_problem = response.headers().get(header::CONTENT_TYPE);
    let is_problem = is_problem.is_some_and(|kind| kind == PROBLEM);
    if is_problem || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let mut problem = ProblemDetails::new(status, detail(status)).into_response();
    for name in [header::ALLOW, header::CONNECTION] {
        if let Some(value) = response.headers().get(&name) {
            problem.headers_mut().insert(name, value.clone());
        }
    }
    problem
}

/// What to do about a status, for whoever writes the program.
fn detail(status: StatusCode) -> &'static str {
    match status {
        StatusCode::METHOD_NOT_ALLOWED => {
            "A document is sent with POST; the description is at /api/openapi.json."
        }
        StatusCode::PAYLOAD_TOO_LARGE => "The body is larger than any document that is answered.",
        StatusCode::REQUEST_TIMEOUT => "The body did not come in time.",
        StatusCode::SERVICE_UNAVAILABLE => "Try again in a moment.",
        status if status.is_server_error() => "A fault of ours; it is in our log.",
        _ => "The request cannot be read.",
    }
}
