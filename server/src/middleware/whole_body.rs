use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Reads the whole body before anything else does, within the limit around it.
///
/// Our forms are small and read whole in any case. A body without a length
/// meets the limit only while it is read, and whoever reads it later could no
/// longer tell one that is too large from one that is broken.
pub async fn whole_body(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    match Bytes::from_request(Request::new(body), &()).await {
        Ok(bytes) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Err(rejection) => rejection.status().into_response(),
    }
}
