//! Server-sent events: the page that is looked at has changed.
//!
//! Nothing depends on them. Where something may have been missed the stream ends,
//! and the browser opens another: the page of a claim says then which version it
//! shows, and that of the desk looks what has changed.

use std::{convert::Infallible, time::Duration};

use app::{
    error::Failure,
    request::{self, ClientAddress},
};
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use backend::{Backend, Error, Live, Secret, Subscription, WatchedClaim};
use domain::{access::ReadClaims, claim::ClaimReference, ids::ClaimId};
use futures_util::{Stream, StreamExt, stream};
use jiff::Timestamp;
use serde::Deserialize;
use tower_sessions::Session;

use crate::state::AppState;

/// How often something is sent in any case, so that no proxy between takes the
/// connection for idle.
const KEEP_ALIVE: Duration = Duration::from_secs(25);

/// How long a connection lasts. The browser opens another one then, and who may
/// look is asked again.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// How soon a browser comes again, and how much later at most: all that listened
/// to a process or to the database lose their streams at the same moment.
const RETRY: Duration = Duration::from_secs(5);
const SPREAD: Duration = Duration::from_secs(10);

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
        Ok(subscription) => {
            let told = changes(subscription).map(|claim| changed(&claim.to_string()));
            events(&state.backend, told, LONGEST)
        }
        Err(too_many) => refused(too_many.into()),
    }
}

/// Which version of a claim the page shows that asks.
#[derive(Deserialize)]
pub struct Seen {
    version: Option<i32>,
}

/// Tells the holder of a claim's link, once, that the claim is not what the page
/// shows any more: at once if it is so already. Who wants to hear more asks
/// again, and is asked again who they are.
pub async fn claim_changes(
    State(state): State<AppState>,
    Path((_, reference)): Path<(String, String)>,
    Query(seen): Query<Seen>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    headers: HeaderMap,
) -> Response {
    let now = state.backend.now();
    if let Err(too_many) = state.backend.limits().open_live(&address, now) {
        return refused(too_many.into());
    }
    let Ok(reference) = reference.parse() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(link) = request::claim_secret_in(&headers, &state.site, reference) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let listening = listen(&state.backend, &state.live, &link, reference, &address);
    match listening.await {
        Ok((subscription, claim)) => {
            let is_old = seen.version.is_some_and(|version| version != claim.version);
            let already = stream::iter(is_old.then_some(()));
            let later = changes(subscription).map(|_| ());
            // And nothing of what or whose.
            let told = already.chain(later).take(1).map(|()| changed("changed"));
            events(&state.backend, told, longest(now, claim.expires_at))
        }
        Err(error) => refused(error),
    }
}

/// The status alone: nobody reads more of it.
fn refused(error: Error) -> Response {
    Failure::from(error).code.status().into_response()
}

/// Listens first and looks then, so that no change falls between.
async fn listen(
    backend: &Backend,
    live: &Live,
    link: &Secret,
    reference: ClaimReference,
    address: &str,
) -> Result<(Subscription, WatchedClaim), Error> {
    let claim = backend.watch_claim(link, reference).await?;
    let subscription = live.of_claim(&claim.holder, address)?;
    let claim = backend.watch_claim(link, reference).await?;
    Ok((subscription, claim))
}

/// Until the link expires, at most as long as any.
fn longest(now: Timestamp, expires_at: Timestamp) -> Duration {
    let left = Duration::try_from(now.duration_until(expires_at));
    LONGEST.min(left.unwrap_or_default())
}

/// That something has changed.
fn changed(what: &str) -> Event {
    Event::default().event("changed").data(what)
}

fn changes(subscription: Subscription) -> impl Stream<Item = ClaimId> + Send + 'static {
    stream::unfold(subscription, |mut subscription| async {
        Some((subscription.next().await?, subscription))
    })
}

fn events(
    backend: &Backend,
    told: impl Stream<Item = Event> + Send + 'static,
    longest: Duration,
) -> Response {
    let retry = RETRY + backend.any_time_below(SPREAD);
    let begin = stream::iter([Event::default().retry(retry).comment("listening")]);
    let told = told.take_until(tokio::time::sleep(longest));
    Sse::new(begin.chain(told).map(Ok::<_, Infallible>))
        .keep_alive(KeepAlive::new().interval(KEEP_ALIVE))
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_ends_with_the_link() {
        let now: Timestamp = "2026-03-20T10:00:00Z".parse().unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(longest(now, at("2026-06-18T10:00:00Z")), LONGEST);
        let soon = longest(now, at("2026-03-20T10:00:07Z"));
        assert_eq!(soon, Duration::from_secs(7));
        assert_eq!(longest(now, at("2026-03-20T09:00:00Z")), Duration::ZERO);
    }
}
