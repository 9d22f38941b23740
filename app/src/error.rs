//! Pages for what goes wrong, and the one place where it is logged.

use std::sync::{Arc, OnceLock};

use backend::Error;
use http::{StatusCode, request::Parts};
use leptos::{prelude::*, reactive::owner::with_context};
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;

use crate::request_id::RequestId;

/// What went wrong with a request, as a code. The sentences are in
/// `crates/text/locales/*/problems.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ErrorCode {
    /// The form could not be read.
    BadRequest,
    /// Not from our own pages.
    Forbidden,
    /// The role of a member of staff has not this permission.
    NotPermitted,
    /// The session of a member of staff has ended.
    SignedOut,
    /// No such page, or not yours.
    NotFound,
    /// Changed by somebody else in between.
    Conflict,
    /// More than a form can hold.
    TooLarge,
    /// Too often.
    TooMany,
    /// The store does not answer.
    Unavailable,
    /// Too many want the same at once.
    Busy,
    /// A fault of ours.
    Internal,
}

impl ErrorCode {
    /// The status that goes with it.
    pub fn status(self) -> StatusCode {
        match self {
            ErrorCode::BadRequest => StatusCode::BAD_REQUEST,
            ErrorCode::Forbidden | ErrorCode::NotPermitted => StatusCode::FORBIDDEN,
            ErrorCode::SignedOut => StatusCode::UNAUTHORIZED,
            ErrorCode::NotFound => StatusCode::NOT_FOUND,
            ErrorCode::Conflict => StatusCode::CONFLICT,
            ErrorCode::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorCode::TooMany => StatusCode::TOO_MANY_REQUESTS,
            ErrorCode::Unavailable | ErrorCode::Busy => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The code that a status tells of, where nobody has said more.
    pub fn of_status(status: StatusCode) -> ErrorCode {
        match status {
            StatusCode::FORBIDDEN => ErrorCode::Forbidden,
            StatusCode::UNAUTHORIZED => ErrorCode::SignedOut,
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => ErrorCode::NotFound,
            StatusCode::CONFLICT => ErrorCode::Conflict,
            StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => ErrorCode::TooMany,
            StatusCode::SERVICE_UNAVAILABLE => ErrorCode::Unavailable,
            status if status.is_client_error() => ErrorCode::BadRequest,
            _ => ErrorCode::Internal,
        }
    }
}

/// The number under which a fault stands in the log: that of its request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident(pub String);

/// What the server has to show a page for. Only the server can put it beside a
/// request.
#[derive(Debug, Clone, Copy)]
pub struct FailedWith(pub ErrorCode);

/// Beside a request: why it failed, for the layer that shows a page of it. A bare
/// status does not say: 403 is a form of another site as well as a role that may
/// not. What is told first counts.
#[derive(Debug, Clone, Default)]
pub struct FailureReport(Arc<OnceLock<Reported>>);

/// What stands in a [`FailureReport`].
#[derive(Debug)]
pub struct Reported {
    /// Why it failed.
    pub code: ErrorCode,
    /// The path of the page that says so, where it is not the usual one.
    pub page: Option<String>,
}

impl FailureReport {
    /// Tells why, unless somebody has.
    pub fn tell(&self, code: ErrorCode, page: Option<String>) {
        self.0.get_or_init(|| Reported { code, page });
    }

    /// What was told.
    pub fn told(&self) -> Option<&Reported> {
        self.0.get()
    }
}

/// An error at the border: logged once, with the number its reader sees.
#[derive(Debug, Clone)]
pub struct Failure {
    /// What to tell.
    pub code: ErrorCode,
    /// The number in the log; only where there is something to look up.
    pub incident: Option<Incident>,
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self {
            code,
            incident: None,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let code = match error {
            Error::NotFound => return ErrorCode::NotFound.into(),
            Error::Forbidden(_) => return ErrorCode::NotPermitted.into(),
            Error::Conflict => return ErrorCode::Conflict.into(),
            Error::TooMany => return ErrorCode::TooMany.into(),
            Error::Busy => return ErrorCode::Busy.into(),
            Error::Unavailable(_) => ErrorCode::Unavailable,
            Error::Internal(_) => ErrorCode::Internal,
        };
        let number = RequestId::current().map(|RequestId(id)| id.to_string());
        tracing::error!(incident = number, %error, "request failed");
        Self {
            code,
            incident: number.map(Incident),
        }
    }
}

/// Sets the status of the response that is being made, and says why.
pub fn set_status(code: ErrorCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(code.status());
    }
    report(code, None);
}

fn report(code: ErrorCode, page: Option<String>) {
    let report = with_context(|parts: &Parts| parts.extensions.get::<FailureReport>().cloned());
    if let Some(report) = report.flatten() {
        report.tell(code, page);
    }
}

/// The error of a form that is told on the page of the form itself, in place of the
/// page for errors.
pub fn on_page(code: ErrorCode, page: String) -> WireError {
    report(code, Some(page));
    code.into()
}

/// The error of a server function: a code, never a sentence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireError {
    /// What went wrong.
    pub code: ErrorCode,
    /// The number in the log.
    pub incident: Option<String>,
}

impl std::fmt::Display for WireError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.code)
    }
}

impl server_fn::error::FromServerFnError for WireError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: server_fn::error::ServerFnErrorErr) -> Self {
        use server_fn::error::ServerFnErrorErr as E;
        let code = match error {
            E::Deserialization(_) | E::Args(_) | E::MissingArg(_) => ErrorCode::BadRequest,
            _ => ErrorCode::Internal,
        };
        set_status(code);
        Self {
            code,
            incident: None,
        }
    }
}

impl From<Failure> for WireError {
    fn from(failure: Failure) -> Self {
        set_status(failure.code);
        Self {
            code: failure.code,
            incident: failure.incident.map(|incident| incident.0),
        }
    }
}

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        Failure::from(error).into()
    }
}

impl From<ErrorCode> for WireError {
    fn from(code: ErrorCode) -> Self {
        Failure::from(code).into()
    }
}
