use app::shell::policy;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

use crate::{content_coding::ContentCoding, entity_tag, middleware::Caching};

/// A page with everything that is sent of it.
pub struct CachedPage {
    headers: HeaderMap,
    tag: HeaderValue,
    plain: Bytes,
    encoded: Vec<(ContentCoding, Bytes)>,
}

impl CachedPage {
    /// Takes a page as it was rendered. A nonce that is sent twice would protect
    /// nothing: the policy names the page's scripts and styles by their hashes
    /// instead.
    pub fn new(rendered: &HeaderMap, html: &str) -> Option<Self> {
        let html = without_nonce(rendered, html);
        let sources = |element| {
            let hashes = within(&html, element).map(|text| format!(" 'sha256-{}'", hash(text)));
            format!("'self'{}", hashes.collect::<String>())
        };
        let policy = policy(&sources("script"), &sources("style"));
        let mut headers = rendered.clone();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse().ok()?);
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(header::CACHE_CONTROL, Caching::shared());
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, cookie"),
        );
        let tag = format!("W/\"{}\"", hash(&html)).parse().ok()?;
        let encoded = ContentCoding::FOR_CACHE
            .into_iter()
            .map(|coding| Some((coding, coding.encode(html.as_bytes()).ok()?.into())));
        Some(Self {
            headers,
            tag,
            encoded: encoded.collect::<Option<_>>()?,
            plain: html.into(),
        })
    }

    /// The answer to somebody who asks with these headers.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        *response.headers_mut() = self.headers.clone();
        response
            .headers_mut()
            .insert(header::ETAG, self.tag.clone());
        if entity_tag::is_known(asked, &self.tag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        let wanted = ContentCoding::negotiate(asked, &ContentCoding::FOR_CACHE).coding;
        let encoded = self
            .encoded
            .iter()
            .find(|(coding, _)| Some(*coding) == wanted);
        *response.body_mut() = match encoded {
            Some((coding, bytes)) => {
                let coding = coding.header();
                let headers = response.headers_mut();
                headers.insert(header::CONTENT_ENCODING, coding);
                bytes.clone().into()
            }
            None => self.plain.clone().into(),
        };
        response
    }
}

fn without_nonce(rendered: &HeaderMap, html: &str) -> String {
    let nonce = rendered
        .get(header::CONTENT_SECURITY_POLICY)
        .and_then(|policy| policy.to_str().ok())
        .and_then(|policy| policy.split_once("'nonce-"))
        .and_then(|(_, rest)| rest.split_once('\''));
    match nonce {
        Some((nonce, _)) => html.replace(&format!(" nonce=\"{nonce}\""), ""),
        None => html.to_owned(),
    }
}

/// The text of every element of this name.
fn within<'a>(html: &'a str, element: &str) -> impl Iterator<Item = &'a str> {
    let (begin, end) = (format!("<{element}"), format!("</{element}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        let (_, element) = rest.split_once(&begin)?;
        let (_, text) = element.split_once('>')?;
        let (text, after) = text.split_once(&end)?;
        rest = after;
        Some(text)
    })
}

fn hash(text: &str) -> String {
    Base64::encode_string(&Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> CachedPage {
        let policy = "script-src 'nonce-abc' 'strict-dynamic'";
        let rendered = [
            (header::CONTENT_TYPE, "text/html"),
            (header::CONTENT_SECURITY_POLICY, policy),
        ];
        let rendered = rendered
            .into_iter()
            .map(|(name, value)| (name, HeaderValue::from_static(value)));
        let html = "<style>p{}</style><script nonce=\"abc\">one()</script><script nonce=\"abc\">two()</script>";
        CachedPage::new(&rendered.collect(), html).unwrap()
    }

    #[test]
    fn the_policy_names_what_is_within_by_its_hash() {
        let page = page();
        let policy = page.headers[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        for text in ["one()", "two()", "p{}"] {
            let source = format!("'sha256-{}'", hash(text));
            assert_eq!(policy.matches(&source).count(), 1, "{text}: {policy}");
        }
        assert!(!policy.contains("nonce"));
        assert!(!policy.contains("unsafe-inline"));
        assert!(!std::str::from_utf8(&page.plain).unwrap().contains("nonce"));
    }

    #[test]
    fn who_has_the_page_is_told_so() {
        let page = page();
        let first = page.answer(&HeaderMap::new());
        assert_eq!(first.status(), StatusCode::OK);
        let known = [(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone())];
        let again = page.answer(&known.into_iter().collect());
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let other = [(header::IF_NONE_MATCH, HeaderValue::from_static("\"other\""))];
        let other = page.answer(&other.into_iter().collect());
        assert_eq!(other.status(), StatusCode::OK);
    }
}
