//! Server-sent events: the page that is looked at has changed.
//!
//! Nothing depends on them. A change between two connections of a browser is
//! missed, and a reload shows it.

use std::{convert::Infallible, time::Duration};

use app::request;
use axum::{
    extract::State,
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use backend::{News, Subscription};
use domain::access::ReadClaims;
use futures_util::{Stream, StreamExt, stream};
use tower_sessions::Session;

use crate::state::AppState;

/// How often something is sent in any case, so that no proxy between takes the
/// connection for idle.
const KEEP_ALIVE: Duration = Duration::from_secs(25);

/// How long a connection lasts. The browser opens another one then, and who may
/// look is asked again.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// How soon a browser comes again.
const RETRY: Duration = Duration::from_secs(5);

/// Tells staff that some claim has changed, and which.
pub async fn desk_changes(State(state): State<AppState>, session: Session) -> Response {
    let staff = match request::staff(&state.backend, &session).await {
        Ok(Some(staff)) => staff,
        Ok(None) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(failure) => return failure.code.status().into_response(),
    };
    let Ok(grant) = request::grant(&staff, ReadClaims) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match state.live.of_desk(&grant) {
        Ok(subscription) => events(subscription).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn events(subscription: Subscription) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let begin = stream::iter([Event::default().retry(RETRY).comment("listening")]);
    let news = stream::unfold(subscription, |mut subscription| async {
        let news = subscription.next().await?;
        Some((event(news), subscription))
    });
    let news = news.take_until(tokio::time::sleep(LONGEST));
    Sse::new(begin.chain(news).map(Ok)).keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
}

/// An id where it is known which claim it is.
fn event(news: News) -> Event {
    let data = match news {
        News::Changed(claim) => claim.to_string(),
        News::Missed => String::new(),
    };
    Event::default().event("changed").data(data)
}
