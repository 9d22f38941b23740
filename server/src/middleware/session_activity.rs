use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use backend::Clock;
use db::Db;
use tower_sessions::Session;

use crate::session_store;

/// Notes that somebody uses a session, where a person asks: for a page, or by a form.
///
/// What a page asks for by script does not count. An open page asks for live updates
/// as long as it is shown, and must not keep the session of a machine that was left.
/// Browsers say themselves that a script asks, in a header that no script can set.
pub async fn session_activity(
    State((db, clock)): State<(Db, Arc<dyn Clock>)>,
    session: Session,
    request: Request,
    next: Next,
) -> Response {
    let is_by_script = request.method() != Method::POST
        && request
            .headers()
            .get("sec-fetch-dest")
            .is_some_and(|destination| destination == "empty");
    let Some(id) = session.id().filter(|_| !is_by_script) else {
        return next.run(request).await;
    };
    let noting = session_store::note(&db, id, clock.now());
    // At once with the request, which looks itself whether the session has ended.
    let (noted, response) = tokio::join!(noting, next.run(request));
    if let Err(error) = noted {
        tracing::debug!(%error, "what happens in a session could not be noted");
    }
    response
}
