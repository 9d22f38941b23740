//! What a page or server function knows of its request.

use std::{sync::Arc, time::Duration};

use backend::{Backend, OpenedLink, Secret};
use cookie::{Cookie, SameSite};
use domain::{
    Language,
    access::{Grant, Permitted, Staff},
    claim::ClaimReference,
    ids::StaffId,
};
use http::{HeaderMap, HeaderValue, header, request::Parts};
use jiff::Timestamp;
use leptos::{prelude::*, reactive::owner::with_context};
use leptos_axum::ResponseOptions;
use tower_sessions::Session;

use crate::{
    error::{ErrorCode, FailedWith, Failure, Incident},
    files::StyleWithin,
};

/// The key of the session under which a signed-in member of staff is kept.
pub const STAFF_KEY: &str = "staff";

/// What an operator sets about the site.
#[derive(Debug, Clone)]
pub struct Site {
    /// Who runs it.
    pub operator: Arc<str>,
    /// Where the public reaches it, without a slash at the end.
    pub origin: Arc<str>,
}

impl Site {
    /// Whether cookies can be kept to encrypted connections.
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// The name of a cookie: with the prefix that binds it to this host, where
    /// browsers allow that.
    pub fn cookie_name(&self, name: &str) -> String {
        if self.is_secure() {
            format!("__Host-{name}")
        } else {
            name.to_owned()
        }
    }
}

/// The address a request comes from, as far as it can be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientAddress(pub String);

/// The use cases, for whoever asks.
pub fn backend() -> Backend {
    let backend: Backend = expect_context();
    backend.for_client(&client_address())
}

/// The site's settings.
pub fn site() -> Site {
    expect_context()
}

/// Looks at the request where it lies; `None` where there is none.
fn look<T>(at: impl FnOnce(&Parts) -> Option<T>) -> Option<T> {
    with_context(at).flatten()
}

/// What a layer has put beside the request.
fn beside<T: Clone + Send + Sync + 'static>() -> Option<T> {
    look(|parts| parts.extensions.get().cloned())
}

/// The path that is asked for, without the query.
pub fn path() -> String {
    look(|parts| Some(parts.uri.path().to_owned())).unwrap_or_default()
}

/// One value of the query, decoded.
pub fn query(name: &str) -> Option<String> {
    use_context::<leptos_router::location::RequestUrl>()?;
    let query = leptos_router::hooks::use_query_map();
    query.with_untracked(|query| query.get(name))
}

/// The language in the path.
pub fn language_of_path(path: &str) -> Option<Language> {
    path.split('/').nth(1)?.parse().ok()
}

/// The path with its language as we write it: somebody typed `/EN`.
pub fn path_in_small_letters(path: &str) -> Option<String> {
    let typed = path.split('/').nth(1)?;
    let written = typed.to_ascii_lowercase();
    let language: Language = written.parse().ok()?;
    let rest = path.strip_prefix('/')?.strip_prefix(typed)?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte);
    (typed != written && rest.bytes().all(is_plain)).then(|| format!("/{language}{rest}"))
}

/// The language that a browser or program asks for most, of those there are.
pub fn accepted_language(headers: &HeaderMap) -> Option<Language> {
    let values = headers.get_all(header::ACCEPT_LANGUAGE).iter();
    let lists: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    Language::from_accept_language(&lists.join(","))
}

/// The language of this request: that of the path, or the first one the
/// browser asks for.
pub fn language() -> Language {
    let language = look(|parts| {
        language_of_path(parts.uri.path()).or_else(|| accepted_language(&parts.headers))
    });
    language.unwrap_or_default()
}

/// Where the request comes from.
pub fn client_address() -> String {
    beside().map_or_else(|| "unknown".to_owned(), |ClientAddress(address)| address)
}

/// The number under which the failure that led here stands in the log.
pub fn incident() -> Option<Incident> {
    beside()
}

/// The style sheet, where the page is to bring it along.
pub fn style_within() -> Option<StyleWithin> {
    beside()
}

/// What the server asks a page for.
pub fn failed_with() -> Option<FailedWith> {
    beside()
}

/// What was typed into a form that is shown again: only the server asks for a page
/// with it, so that an address from elsewhere fills nothing in.
pub fn typed(name: &str) -> String {
    failed_with().and_then(|_| query(name)).unwrap_or_default()
}

/// The path of the page that this request was sent from, if it is one of ours.
pub fn referring_path() -> Option<String> {
    let site = site();
    look(|parts| {
        let referrer = parts.headers.get(header::REFERER)?.to_str().ok()?;
        let path = referrer
            .strip_prefix(&*site.origin)?
            .split(['?', '#'])
            .next()?;
        language_of_path(path).map(|_| path.to_owned())
    })
}

/// Whether staff ask: for a page of the desk, or with a form of one.
pub fn is_of_desk() -> bool {
    let path = path();
    let page = match path.ends_with("/problem") {
        true => referring_path().unwrap_or_default(),
        false => path,
    };
    page.split('/').nth(2) == Some("desk")
}

/// The secret of the draft in this browser.
pub fn draft_secret() -> Option<Secret> {
    secret_in_cookie("aero-draft")
}

/// The secret of the private link with which this browser opened a claim.
pub fn claim_secret(reference: ClaimReference) -> Option<Secret> {
    look(|parts| claim_secret_in(&parts.headers, &site(), reference))
}

/// The same among the headers of a request that renders no page.
pub fn claim_secret_in(
    headers: &HeaderMap,
    site: &Site,
    reference: ClaimReference,
) -> Option<Secret> {
    secret_in(headers, &site.cookie_name(&claim_cookie(reference)))
}

/// Each claim has a cookie of its own: a family follows several in one browser.
fn claim_cookie(reference: ClaimReference) -> String {
    format!("aero-claim-{reference}")
}

fn secret_in_cookie(name: &str) -> Option<Secret> {
    let name = site().cookie_name(name);
    look(|parts| secret_in(&parts.headers, &name))
}

fn secret_in(headers: &HeaderMap, name: &str) -> Option<Secret> {
    let headers = headers.get_all(header::COOKIE).iter();
    headers
        .filter_map(|header| header.to_str().ok())
        .flat_map(Cookie::split_parse)
        .flatten()
        .find(|cookie| cookie.name() == name)
        .and_then(|cookie| cookie.value().parse().ok())
}

/// Gives the browser the secret of a new draft.
pub fn keep_draft_secret(secret: &Secret) {
    let days = u64::try_from(backend::DRAFT_DAYS).unwrap_or(0);
    set_cookie(
        "aero-draft",
        secret,
        Duration::from_secs(60 * 60 * 24 * days),
    );
}

/// Gives the browser the secret of a private link, for as long as it opens the
/// claim. The link itself is not asked for again: the claim's page has an
/// address without it.
pub fn keep_claim_secret(link: &OpenedLink, now: Timestamp) {
    let lifetime = now.duration_until(link.expires_at);
    let lifetime = Duration::try_from(lifetime).unwrap_or_default();
    set_cookie(&claim_cookie(link.reference), &link.secret, lifetime);
}

fn set_cookie(name: &str, secret: &Secret, lifetime: Duration) {
    let site = site();
    let cookie = Cookie::build((site.cookie_name(name), secret.to_text()))
        .path("/")
        .http_only(true)
        .secure(site.is_secure())
        .same_site(SameSite::Lax)
        .max_age(lifetime.try_into().unwrap_or_default())
        .build();
    if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
        expect_context::<ResponseOptions>().append_header(header::SET_COOKIE, value);
    }
}

/// Sends the browser on, after a form. The last thing a server function does.
#[expect(clippy::disallowed_methods, reason = "the one helper that redirects")]
pub fn redirect(path: &str) {
    leptos_axum::redirect(path);
    // 303: the next request is a GET, whatever this one was.
    expect_context::<ResponseOptions>().set_status(http::StatusCode::SEE_OTHER);
}

fn session() -> Result<Session, Failure> {
    beside().ok_or_else(|| backend::Error::Internal("no session layer".to_owned()).into())
}

fn unreadable(error: tower_sessions::session::Error) -> Failure {
    backend::Error::Unavailable(error.to_string()).into()
}

/// The member of staff who is signed in, if somebody is.
///
/// # Errors
/// The store does not answer.
pub async fn staff(backend: &Backend, session: &Session) -> Result<Option<Staff>, Failure> {
    let id = session
        .get::<StaffId>(STAFF_KEY)
        .await
        .map_err(unreadable)?;
    match id {
        Some(id) => Ok(backend.staff(id).await?),
        None => Ok(None),
    }
}

/// What a page of the desk needs to find out who asks.
///
/// # Errors
/// The server has no sessions: a fault of its set-up.
pub fn desk_session() -> Result<(Backend, Session), Failure> {
    Ok((backend(), session()?))
}

/// A permission of the member of staff who is signed in, for a server function
/// of the desk.
///
/// # Errors
/// Nobody is signed in, or their role has it not.
pub async fn require<P: Permitted>(permission: P) -> Result<Grant<P>, Failure> {
    let (backend, session) = desk_session()?;
    let staff = staff(&backend, &session).await?;
    grant(&staff.ok_or(ErrorCode::SignedOut)?, permission)
}

/// Whether a form of the desk was shown to whoever is signed in now; `staff` is what
/// stands in it. In another tab somebody else may have signed in meanwhile.
pub fn was_shown_to<P>(grant: &Grant<P>, staff: &str) -> bool {
    let shown = staff.parse::<StaffId>();
    shown.is_ok_and(|shown| shown == grant.staff_id())
}

/// A permission of somebody; that it was refused stands in the log.
///
/// # Errors
/// Their role has it not.
pub fn grant<P: Permitted>(staff: &Staff, permission: P) -> Result<Grant<P>, Failure> {
    staff.may(permission).map_err(|denied| {
        tracing::warn!(
            target: "security",
            event = "permission_refused",
            permission = denied.permission.name(),
            staff = %denied.staff_id,
        );
        backend::Error::from(denied).into()
    })
}

/// Starts the session of a member of staff, under a new number.
///
/// # Errors
/// The store does not answer.
pub async fn start_session(id: StaffId) -> Result<(), Failure> {
    let session = session()?;
    // Nothing of whoever was signed in here before is taken over.
    session.clear().await;
    session.cycle_id().await.map_err(unreadable)?;
    session.insert(STAFF_KEY, id).await.map_err(unreadable)
}

/// Ends the session, and says whose it was.
///
/// # Errors
/// The store does not answer.
pub async fn end_session() -> Result<Option<StaffId>, Failure> {
    let session = session()?;
    let staff = session.get(STAFF_KEY).await.map_err(unreadable)?;
    session.flush().await.map_err(unreadable)?;
    Ok(staff)
}
