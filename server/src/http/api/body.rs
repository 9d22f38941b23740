//! A document that somebody sends: a body that has to be JSON.

use std::collections::BTreeMap;

use app::request::ClientAddress;
use axum::{
    Extension,
    body::Bytes,
    extract::{FromRef, FromRequest, FromRequestParts, Request},
    http::{HeaderMap, StatusCode, header},
};
use backend::Backend;
use utoipa::{
    IntoResponses,
    openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder},
};

use super::problem::{PROBLEM, ProblemDetails};

/// The body of a request, sent as JSON by an address that has not sent too many.
pub struct JsonBody(pub Bytes);

/// What is refused, and why.
const REFUSED: [(StatusCode, &str); 5] = [
    (
        StatusCode::REQUEST_TIMEOUT,
        "The document did not come in time",
    ),
    (StatusCode::PAYLOAD_TOO_LARGE, "The document is too large"),
    (
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "The document is not sent as application/json",
    ),
    (
        StatusCode::UNPROCESSABLE_ENTITY,
        "The document cannot be read; every fault is named",
    ),
    (
        StatusCode::TOO_MANY_REQUESTS,
        "Too many requests from one address",
    ),
];

impl<S> FromRequest<S> for JsonBody
where
    S: Send + Sync,
    Backend: FromRef<S>,
{
    type Rejection = ProblemDetails;

    async fn from_request(request: Request, state: &S) -> Result<Self, ProblemDetails> {
        let (mut parts, body) = request.into_parts();
        let Extension(ClientAddress(address)) = Extension::from_request_parts(&mut parts, state)
            .await
            .map_err(|missing| ProblemDetails::new(missing.status(), missing.body_text()))?;
        let backend = Backend::from_ref(state);
        let admitted = backend.limits().assess(&address, backend.now());
        admitted.map_err(|_| {
            ProblemDetails::too_many("Too many documents from one address. Wait a minute.")
        })?;
        if !is_json(&parts.headers) {
            let detail = "Send the document as application/json.";
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(ProblemDetails::new(status, detail));
        }
        let body = Bytes::from_request(Request::from_parts(parts, body), state).await;
        body.map(Self)
            .map_err(|refused| ProblemDetails::new(refused.status(), refused.body_text()))
    }
}

impl IntoResponses for JsonBody {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        let described = REFUSED.map(|(status, description)| {
            let schema = Ref::from_schema_name("ProblemDetails");
            let content = ContentBuilder::new().schema(Some(schema)).build();
            let response = ResponseBuilder::new()
                .description(description)
                .content(PROBLEM, content);
            (status.as_str().to_owned(), response.build().into())
        });
        described.into()
    }
}

/// Whether the body says that it is JSON; one that says nothing is taken for it.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(kind) = headers.get(header::CONTENT_TYPE) else {
        return true;
    };
    let kind = kind.to_str().unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}
