use app::shell::policy;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest, Sha256};

use crate::encoding::Encoding;

/// A page with everything that is sent of it.
pub struct KeptPage {
    headers: HeaderMap,
    tag: HeaderValue,
    plain: Bytes,
    encoded: Vec<(Encoding, Bytes)>,
}

impl KeptPage {
    /// Takes a page as it was drawn. A nonce that is sent twice would protect
    /// nothing: the policy names the page's scripts and styles by their hashes
    /// instead.
    pub fn new(drawn: &HeaderMap, html: &str) -> Option<Self> {
        let html = without_nonce(drawn, html);
        let sources = |element| {
            let hashes = within(&html, element).map(|text| format!(" 'sha256-{}'", hash(text)));
            format!("'self'{}", hashes.collect::<String>())
        };
        let policy = policy(&sources("script"), &sources("style"));
        let mut headers = drawn.clone();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.parse().ok()?);
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, cookie"),
        );
        let tag = format!("W/\"{}\"", hash(&html)).parse().ok()?;
        let encoded = Encoding::TO_KEEP
            .into_iter()
            .map(|encoding| Some((encoding, encoding.encode(html.as_bytes()).ok()?.into())));
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
        if asked
            .get(header::IF_NONE_MATCH)
            .is_some_and(|known| known == self.tag)
        {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        let accepted = Encoding::accepted(asked, &Encoding::TO_KEEP);
        let encoded = self
            .encoded
            .iter()
            .find(|(encoding, _)| Some(*encoding) == accepted);
        *response.body_mut() = match encoded {
            Some((encoding, bytes)) => {
                let coding = encoding.header();
                let headers = response.headers_mut();
                headers.insert(header::CONTENT_ENCODING, coding);
                bytes.clone().into()
            }
            None => self.plain.clone().into(),
        };
        response
    }
}

fn without_nonce(drawn: &HeaderMap, html: &str) -> String {
    let nonce = drawn
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

    fn page() -> KeptPage {
        let policy = "script-src 'nonce-abc' 'strict-dynamic'";
        let drawn = [
            (header::CONTENT_TYPE, "text/html"),
            (header::CONTENT_SECURITY_POLICY, policy),
        ];
        let drawn = drawn
            .into_iter()
            .map(|(name, value)| (name, HeaderValue::from_static(value)));
        let html = "<style>p{}</style><script nonce=\"abc\">one()</script><script nonce=\"abc\">two()</script>";
        KeptPage::new(&drawn.collect(), html).unwrap()
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
