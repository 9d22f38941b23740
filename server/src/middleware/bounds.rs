use std::{
    any::Any,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    time::Duration,
};

use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::Caching;

/// What stands around every route: it answers in time or with 503, a panic is
/// an answer of 500, and nobody keeps an answer longer than its route allows.
pub async fn bounds(
    State((caching, longest)): State<(Caching, Duration)>,
    mut request: Request,
    next: Next,
) -> Response {
    let caching = caching.header(&mut request).await;
    let answer = tokio::time::timeout(longest, without_panic(next.run(request)));
    match answer.await {
        Ok(Ok(mut response)) => {
            Caching::apply(caching, &mut response);
            response
        }
        Ok(Err(panic)) => {
            tracing::error!(panic = message(&*panic), "a handler panicked");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
        Err(_) => {
            tracing::error!(seconds = longest.as_secs(), "an answer took too long");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The outcome of a future, or what it panicked with. It is not asked again then.
async fn without_panic<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        match polled {
            Ok(polled) => polled.map(Ok),
            Err(panic) => std::task::Poll::Ready(Err(panic)),
        }
    })
    .await
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    text.or(owned).unwrap_or("without words")
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, http::header, middleware::from_fn_with_state, routing::get};
    use tower::ServiceExt;

    use super::*;

    async fn panics() -> &'static str {
        panic!("as asked")
    }

    async fn asked(path: &str) -> Response {
        let router = Router::new()
            .route("/", get(|| async { "good" }))
            .route("/panic", get(panics))
            .route("/never", get(std::future::pending::<()>))
            .layer(from_fn_with_state(
                (Caching::Shared, Duration::from_millis(20)),
                bounds,
            ));
        let request = Request::get(path).body(Body::empty()).unwrap();
        router.oneshot(request).await.unwrap()
    }

    #[tokio::test]
    async fn a_route_always_answers() {
        let good = asked("/").await;
        assert_eq!(good.headers()[header::CACHE_CONTROL], "private, no-cache");
        for (path, status) in [("/panic", 500), ("/never", 503)] {
            let response = asked(path).await;
            assert_eq!(response.status().as_u16(), status, "{path}");
            assert!(!response.headers().contains_key(header::CACHE_CONTROL));
        }
    }
}
