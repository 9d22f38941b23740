//! Pages for what goes wrong, and the one place where it is logged.

use backend::{Error, Ids, RandomIds};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use serde::{Deserialize, Serialize};
use server_fn::codec::JsonEncoding;

/// What went wrong with a request, as a code. The sentences are in
/// `crates/text/locales/*/problems.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// The form could not be read.
    BadRequest,
    /// Not from our own pages.
    Forbidden,
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
    /// A fault of ours.
    Internal,
}

impl Problem {
    /// The status that goes with it.
    pub fn status(self) -> StatusCode {
        match self {
            Problem::BadRequest => StatusCode::BAD_REQUEST,
            Problem::Forbidden => StatusCode::FORBIDDEN,
            Problem::SignedOut => StatusCode::UNAUTHORIZED,
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Conflict => StatusCode::CONFLICT,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The problem that a status tells of.
    pub fn of_status(status: StatusCode) -> Problem {
        match status {
            StatusCode::FORBIDDEN => Problem::Forbidden,
            StatusCode::UNAUTHORIZED => Problem::SignedOut,
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Problem::NotFound,
            StatusCode::CONFLICT => Problem::Conflict,
            StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
            StatusCode::TOO_MANY_REQUESTS => Problem::TooMany,
            StatusCode::SERVICE_UNAVAILABLE => Problem::Unavailable,
            status if status.is_client_error() => Problem::BadRequest,
            _ => Problem::Internal,
        }
    }
}

/// The number under which a fault stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident(pub String);

/// The status the server has to show a page for. Only the server can put it
/// beside a request.
#[derive(Debug, Clone, Copy)]
pub struct FailedWith(pub StatusCode);

/// A problem at the border: logged once, with the number its reader sees.
#[derive(Debug, Clone)]
pub struct Failure {
    /// What to tell.
    pub problem: Problem,
    /// The number in the log; only where there is something to look up.
    pub incident: Option<Incident>,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self {
            problem,
            incident: None,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let problem = match error {
            Error::NotFound => return Problem::NotFound.into(),
            Error::Conflict => return Problem::Conflict.into(),
            Error::TooMany => return Problem::TooMany.into(),
            Error::Unavailable(_) => Problem::Unavailable,
            Error::Internal(_) => Problem::Internal,
        };
        let incident = new_incident();
        tracing::error!(incident = incident.0, %error, "request failed");
        Self {
            problem,
            incident: Some(incident),
        }
    }
}

/// Twelve hexadecimal digits: enough to find a line of the log.
fn new_incident() -> Incident {
    Incident(RandomIds.secret().to_text()[..12].to_owned())
}

/// Sets the status of the response that is being made.
pub fn set_status(problem: Problem) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(problem.status());
    }
}

/// The error of a server function: a code, never a sentence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WireError {
    /// What went wrong.
    pub problem: Problem,
    /// The number in the log.
    pub incident: Option<String>,
}

impl std::fmt::Display for WireError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl server_fn::error::FromServerFnError for WireError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: server_fn::error::ServerFnErrorErr) -> Self {
        use server_fn::error::ServerFnErrorErr as E;
        let problem = match error {
            E::Deserialization(_) | E::Args(_) | E::MissingArg(_) => Problem::BadRequest,
            _ => Problem::Internal,
        };
        set_status(problem);
        Self {
            problem,
            incident: None,
        }
    }
}

/// Tells the number of an incident to whoever draws the page, and to callers.
pub const INCIDENT_HEADER: &str = "x-incident";

impl From<Failure> for WireError {
    fn from(failure: Failure) -> Self {
        set_status(failure.problem);
        if let (Some(incident), Some(response)) =
            (&failure.incident, use_context::<ResponseOptions>())
            && let Ok(value) = http::HeaderValue::from_str(&incident.0)
        {
            response.insert_header(http::HeaderName::from_static(INCIDENT_HEADER), value);
        }
        Self {
            problem: failure.problem,
            incident: failure.incident.map(|incident| incident.0),
        }
    }
}

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        Failure::from(error).into()
    }
}

impl From<Problem> for WireError {
    fn from(problem: Problem) -> Self {
        Failure::from(problem).into()
    }
}
