use axum::{
    RequestExt,
    extract::{RawPathParams, Request},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::claim_form::Step;

/// Who may keep the answer of a route. What is not known to be public is kept
/// by nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// Nobody: there are names in it, or nothing that is worth it.
    NoStore,
    /// The browser, which asks again each time. Who comes without a cookie of
    /// ours gets what everybody gets.
    Shared,
    /// A page of the form: the browser may show again what was typed when
    /// somebody goes back, unless there are names in it.
    FormStep,
    /// A file: for ever if its name has the hash of its content, as all have but
    /// those of `make dev` and the icons, which are asked for again.
    File,
}

const REVALIDATE: HeaderValue = HeaderValue::from_static("private, no-cache");

impl Caching {
    /// What `Cache-Control` says for a request to such a route; what the route's
    /// pattern has found in the address decides, not how the address is written.
    pub async fn header(self, request: &mut Request) -> HeaderValue {
        match self {
            Caching::NoStore => HeaderValue::from_static("no-store"),
            Caching::Shared => REVALIDATE,
            Caching::FormStep => match is_without_names(&parameter(request, "step").await) {
                true => REVALIDATE,
                false => HeaderValue::from_static("no-store"),
            },
            Caching::File => {
                let file = request.uri().path().rsplit('/').next().unwrap_or_default();
                HeaderValue::from_static(match has_hash(file) {
                    true => "public, max-age=31536000, immutable",
                    false => "no-cache",
                })
            }
        }
    }

    /// Sets the header of a good answer. Others are not kept: see
    /// [`headers`](super::headers).
    pub fn apply(header: HeaderValue, response: &mut Response) {
        let status = response.status();
        if status.is_success() || status == StatusCode::NOT_MODIFIED {
            response.headers_mut().insert(header::CACHE_CONTROL, header);
        }
    }

    /// What `Cache-Control` says of a page that is the same for everybody.
    pub const fn shared() -> HeaderValue {
        REVALIDATE
    }
}

/// A part of the path that the route names, decoded.
async fn parameter(request: &mut Request, name: &str) -> String {
    let found = request.extract_parts::<RawPathParams>().await;
    let found = found.ok();
    let mut pairs = found.iter().flatten();
    pairs
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
        .unwrap_or_default()
}

/// Whether a page of the form asks for nobody's name and shows none.
fn is_without_names(slug: &str) -> bool {
    Step::from_slug(slug).is_some_and(|step| match step {
        Step::WhatWentWrong
        | Step::Trip
        | Step::Flights
        | Step::Schedule
        | Step::Arrival
        | Step::Notice
        | Step::Replacement
        | Step::Reason
        | Step::Result => true,
        Step::People | Step::Contact | Step::Check => false,
    })
}

/// "aero.nLF3csgg.css", not "aero.css".
fn has_hash(file: &str) -> bool {
    file.split('.').count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_with_names_and_pages_nobody_knows_are_not_kept() {
        for slug in [
            "people", "contact", "check", "people/", "peopl%65", "nonsense", "",
        ] {
            assert!(!is_without_names(slug), "{slug}");
        }
        for slug in ["what-went-wrong", "trip", "result"] {
            assert!(is_without_names(slug), "{slug}");
        }
    }

    #[test]
    fn only_a_name_with_a_hash_never_means_another_file() {
        assert!(has_hash("aero.nLF3csgg.css"));
        assert!(!has_hash("aero.css"));
    }
}
