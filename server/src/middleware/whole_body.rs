use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Reads the whole body before anything else does, within the limit around it
/// and in the time it is given.
///
/// Our forms are small and read whole in any case. A body without a length
/// meets the limit only while it is read, and whoever reads it later could no
/// longer tell one that is too large from one that is broken.
pub async fn whole_body(State(longest): State<Duration>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let body = Bytes::from_request(Request::new(body), &());
    match tokio::time::timeout(longest, body).await {
        Ok(Ok(bytes)) => {
            next.run(Request::from_parts(parts, Body::from(bytes)))
                .await
        }
        Ok(Err(rejection)) => rejection.status().into_response(),
        Err(_) => {
            let close = [(header::CONNECTION, HeaderValue::from_static("close"))];
            (StatusCode::REQUEST_TIMEOUT, close).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{convert::Infallible, pin::Pin, task::Poll};

    use axum::{Router, middleware::from_fn_with_state, routing::post};
    use hyper::body::{Body as HttpBody, Frame};
    use tower::ServiceExt;

    use super::*;

    /// A body that never comes.
    struct Never;

    impl HttpBody for Never {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            _: &mut std::task::Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            Poll::Pending
        }
    }

    #[tokio::test]
    async fn a_body_that_does_not_come_is_not_waited_for() {
        let router = Router::new()
            .route("/", post(|| async {}))
            .layer(from_fn_with_state(Duration::from_millis(20), whole_body));
        for (body, status) in [(Body::from("x"), 200), (Body::new(Never), 408)] {
            let request = Request::post("/").body(body).unwrap();
            let response = router.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status().as_u16(), status);
        }
    }
}
