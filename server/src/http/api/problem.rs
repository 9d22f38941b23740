//! Refusals in the form of RFC 9457.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rights::contract::Fault;
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem: `about:blank`, the status says it all.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The status in words.
    title: &'static str,
    /// The status.
    status: u16,
    /// What to do about it.
    detail: String,
    /// Every fault of the case, each with its place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Mistake>,
}

/// One fault.
#[derive(Debug, Serialize, ToSchema)]
struct Mistake {
    /// Where, `legs[0].origin`; empty for the case as a whole.
    path: String,
    /// What, for programs.
    code: &'static str,
    /// What, for people.
    message: String,
}

impl Problem {
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

    /// A case that cannot be read.
    pub fn faults(faults: Vec<Fault>) -> Self {
        let detail = match faults.len() {
            1 => "The case has a fault.".to_owned(),
            count => format!("The case has {count} faults."),
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or_default();
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        (status, kind, Json(self)).into_response()
    }
}

/// The answer to a method that a route does not have.
pub async fn method() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "A case is sent with POST; the description is at /api/openapi.json.",
    )
}
