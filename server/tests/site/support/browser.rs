use std::{cell::OnceCell, collections::BTreeMap, net::SocketAddr};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{Method, Request, Response, StatusCode, header},
};
use tower::ServiceExt;

use super::{Form, Page, Site};

/// A browser without JavaScript: cookies, redirects, and the headers that
/// browsers send with pages and forms.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    origin: &'static str,
    /// The cookies, by name.
    pub cookies: BTreeMap<String, String>,
    /// `Set-Cookie` headers as they came.
    pub set_cookies: Vec<String>,
    /// What `Accept-Language` says.
    pub language: &'static str,
    /// Where it comes from, as the proxy in front of the site says.
    pub network: &'static str,
    /// Where the connection comes from.
    pub peer: SocketAddr,
    /// The page it shows.
    at: Option<String>,
}

impl Browser {
    /// Somebody new.
    pub fn new(site: &Site) -> Self {
        Self {
            router: site.router.clone(),
            origin: site.origin,
            cookies: BTreeMap::new(),
            set_cookies: Vec::new(),
            language: "en",
            network: "192.0.2.1",
            peer: ([127, 0, 0, 1], 40_000).into(),
            at: None,
        }
    }

    /// Opens an address and follows where it leads.
    pub async fn get(&mut self, address: &str) -> Page {
        let request = self.request(Method::GET, address);
        let request = request.body(Body::empty()).unwrap();
        self.follow(address, request).await
    }

    /// Sends a form and follows where it leads.
    pub async fn submit(&mut self, form: &Form) -> Page {
        self.post(&form.action, &form.fields).await
    }

    /// Posts fields as a form does and follows where it leads.
    pub async fn post<N: AsRef<str>, V: AsRef<str>>(
        &mut self,
        address: &str,
        fields: &[(N, V)],
    ) -> Page {
        self.post_body(address, encoded(fields)).await
    }

    /// Posts a body as a form's and follows where it leads.
    pub async fn post_body(&mut self, address: &str, body: impl Into<Vec<u8>>) -> Page {
        let body = body.into();
        let request = self
            .request(Method::POST, address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::CONTENT_LENGTH, body.len())
            .header(header::ORIGIN, self.origin)
            .body(Body::from(body))
            .unwrap();
        self.follow(address, request).await
    }

    /// A request of this browser, for what a form would not send.
    pub fn request(&self, method: Method, address: &str) -> axum::http::request::Builder {
        let mut request = Request::builder()
            .method(method)
            .uri(address.split('#').next().unwrap())
            .header(header::HOST, "127.0.0.1:3000")
            .header(
                header::ACCEPT,
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            )
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header("sec-fetch-site", "same-origin")
            .header("cf-connecting-ip", self.network)
            .extension(ConnectInfo(self.peer));
        if let Some(at) = &self.at {
            request = request.header(header::REFERER, format!("{}{at}", self.origin));
        }
        if !self.cookies.is_empty() {
            let pairs = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            let pairs = pairs.collect::<Vec<_>>().join("; ");
            request = request.header(header::COOKIE, pairs);
        }
        request
    }

    /// Sends a request and follows where it leads.
    pub async fn follow(&mut self, address: &str, request: Request<Body>) -> Page {
        let mut address = address.to_owned();
        let mut hops = Vec::new();
        let mut response = self.send(request).await;
        while response.status().is_redirection() {
            let to = response.headers()[header::LOCATION].to_str().unwrap();
            hops.push((response.status(), to.to_owned()));
            assert!(hops.len() < 8, "redirects in a circle: {hops:?}");
            address = to.to_owned();
            let request = self.request(Method::GET, &address);
            response = self.send(request.body(Body::empty()).unwrap()).await;
        }
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 16 * 1024 * 1024).await.unwrap();
        let body = String::from_utf8(body.to_vec()).expect("text");
        let is_page = parts
            .headers
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if parts.status == StatusCode::OK && is_page {
            self.at = Some(address.split('#').next().unwrap().to_owned());
        }
        Page {
            status: parts.status,
            address,
            headers: parts.headers,
            body,
            hops,
            document: OnceCell::new(),
        }
    }

    /// Sends one request, and keeps the cookies that come back.
    pub async fn send(&mut self, request: Request<Body>) -> Response<Body> {
        let response = self.router.clone().oneshot(request).await.unwrap();
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
            self.set_cookies.push(cookie.to_owned());
        }
        response
    }
}

/// Fields as a browser encodes a form.
pub fn encoded<N: AsRef<str>, V: AsRef<str>>(fields: &[(N, V)]) -> String {
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name.as_ref()), escaped(value.as_ref())));
    pairs.collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> String {
    // Browsers send line breaks of a text area as CRLF.
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let mut escaped = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                escaped.push(char::from(byte));
            }
            b' ' => escaped.push('+'),
            byte => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}
