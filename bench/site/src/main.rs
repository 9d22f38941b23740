//! The whole way of a request through the program, but for sockets and
//! database: `site-bench NAME TIMES`, as `paths` of `engine-bench`.

use std::{collections::BTreeMap, process::ExitCode, sync::Arc};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use backend::{Clock, SystemClock};
use engine_bench::{DIRECT, run_path};
use server::{config::Config, lifecycle, routes::router};
use tower::ServiceExt;

/// As the program itself allocates.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const FIRST_PAGE: &str = "/en/claim/what-went-wrong";

fn main() -> ExitCode {
    run_path(&[
        ("page-cached", |times| ask(times, || page(FIRST_PAGE))),
        // With a query it is rendered each time.
        ("page-rendered", |times| {
            ask(times, || page(&format!("{FIRST_PAGE}?check")));
        }),
        ("api-direct", |times| ask(times, case)),
    ])
}

fn page(address: &str) -> Request<Body> {
    let request = Request::get(address)
        .header(header::ACCEPT, "text/html")
        .header(header::ACCEPT_ENCODING, "gzip, deflate, br, zstd");
    request.body(Body::empty()).expect("a request")
}

fn case() -> Request<Body> {
    let request =
        Request::post("/api/v1/assessments").header(header::CONTENT_TYPE, "application/json");
    request.body(Body::from(DIRECT)).expect("a request")
}

/// Sends the same request so many times, and reads what comes back.
fn ask(times: usize, request: impl Fn() -> Request<Body>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let site = site().await;
        for _ in 0..times {
            let answer = site.clone().oneshot(request()).await.expect("an answer");
            assert_eq!(answer.status(), StatusCode::OK);
            let body = to_bytes(answer.into_body(), usize::MAX).await;
            assert!(!body.expect("a body").is_empty());
        }
    });
}

/// The site on a database that nothing here asks.
async fn site() -> Router {
    let settings = [
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:9/nothing"),
        ("AERO_ASSESS_PER_MINUTE", "1000000000"),
    ];
    let settings: BTreeMap<String, String> = settings
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let config = Config::from_variables(&settings).expect("settings");
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let backend = lifecycle::backend(&config, clock.clone())
        .await
        .expect("a backend");
    let state = lifecycle::state(&config, backend).expect("a state");
    router(state, clock, config.trusted_proxies)
}
