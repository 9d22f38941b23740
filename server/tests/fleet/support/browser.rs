use std::{cell::OnceCell, collections::BTreeMap, io};

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{
    PATIENCE,
    page::{Form, Page},
};

/// A browser without JavaScript on real connections, one for each request.
#[derive(Clone)]
pub struct Browser {
    /// Whom it asks: nginx, or a process itself.
    pub port: u16,
    /// Where the client is, for a process that is asked itself.
    pub forwarded_for: Option<&'static str>,
    origin: String,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    /// Somebody new.
    pub fn new(port: u16, origin: &str) -> Self {
        Self {
            port,
            forwarded_for: None,
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, asking somebody else.
    pub fn at(&self, port: u16) -> Self {
        Self {
            port,
            ..self.clone()
        }
    }

    /// Opens an address and follows where it leads.
    pub async fn get(&mut self, address: &str) -> io::Result<Page> {
        self.follow(address.to_owned(), "GET", None).await
    }

    /// Sends a form and follows where it leads.
    pub async fn submit(&mut self, form: &Form) -> io::Result<Page> {
        let pairs = form.fields.iter();
        let pairs = pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        self.follow(form.action.clone(), "POST", Some(body)).await
    }

    /// Opens an address and leaves the answer open, to hear what comes.
    pub async fn listen(&self, address: &str) -> io::Result<Stream> {
        let mut connection = TcpStream::connect(("127.0.0.1", self.port)).await?;
        let request = self.request("GET", address, None);
        connection.write_all(request.as_bytes()).await?;
        Ok(Stream {
            connection,
            heard: String::new(),
        })
    }

    async fn follow(
        &mut self,
        mut address: String,
        mut method: &str,
        mut body: Option<String>,
    ) -> io::Result<Page> {
        let mut hops = Vec::new();
        loop {
            let (status, headers, text) = self.send(method, &address, body.take()).await?;
            let to = headers.get("location").filter(|_| status.is_redirection());
            let Some(to) = to.and_then(|to| to.to_str().ok()) else {
                let document = OnceCell::new();
                return Ok(Page {
                    status,
                    address,
                    headers,
                    body: text,
                    hops,
                    document,
                });
            };
            address = to.strip_prefix(&self.origin).unwrap_or(to).to_owned();
            hops.push((status, address.clone()));
            assert!(hops.len() < 8, "redirects in a circle: {hops:?}");
            method = "GET";
        }
    }

    async fn send(
        &mut self,
        method: &str,
        address: &str,
        body: Option<String>,
    ) -> io::Result<(StatusCode, HeaderMap, String)> {
        let exchange = async {
            let mut connection = TcpStream::connect(("127.0.0.1", self.port)).await?;
            let request = self.request(method, address, body.as_deref());
            connection.write_all(request.as_bytes()).await?;
            let mut bytes = Vec::new();
            connection.read_to_end(&mut bytes).await?;
            Ok::<_, io::Error>(bytes)
        };
        let bytes = timeout(PATIENCE, exchange).await??;
        let (status, headers, body) = parsed(&bytes)
            .ok_or_else(|| io::Error::other(format!("{method} {address}: half an answer")))?;
        self.keep_cookies(&headers);
        Ok((status, headers, String::from_utf8_lossy(&body).into_owned()))
    }

    fn request(&self, method: &str, address: &str, body: Option<&str>) -> String {
        let host = self.origin.trim_start_matches("http://");
        let target = address.split('#').next().unwrap_or_default();
        let mut head = format!(
            "{method} {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
             accept: text/html,*/*;q=0.8\r\naccept-language: en\r\nsec-fetch-site: same-origin\r\n"
        );
        if let Some(from) = self.forwarded_for {
            head += &format!("x-forwarded-for: {from}\r\n");
        }
        if !self.cookies.is_empty() {
            let pairs = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            head += &format!("cookie: {}\r\n", pairs.collect::<Vec<_>>().join("; "));
        }
        if let Some(body) = body {
            head += &format!(
                "origin: {}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n",
                self.origin,
                body.len()
            );
        }
        format!("{head}\r\n{}", body.unwrap_or_default())
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all("set-cookie") {
            let cookie = String::from_utf8_lossy(cookie.as_bytes());
            let (pair, attributes) = cookie.split_once(';').unwrap_or((&cookie, ""));
            let (name, value) = pair.split_once('=').expect("a cookie");
            if attributes.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// An answer that goes on.
pub struct Stream {
    connection: TcpStream,
    heard: String,
}

impl Stream {
    /// Waits until this text came.
    pub async fn hears(&mut self, text: &str) {
        let hearing = async {
            while !self.heard.contains(text) {
                let mut bytes = [0; 4096];
                let count = self.connection.read(&mut bytes).await.unwrap();
                assert!(count > 0, "it ended without {text:?}: {}", self.heard);
                self.heard += &String::from_utf8_lossy(&bytes[..count]);
            }
        };
        let heard = timeout(PATIENCE, hearing).await;
        assert!(heard.is_ok(), "no {text:?} came: {}", self.heard);
    }
}

/// Status, head and body; none of an answer that is cut off.
fn parsed(bytes: &[u8]) -> Option<(StatusCode, HeaderMap, Vec<u8>)> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(':')?;
        let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
        headers.append(name, HeaderValue::from_str(value.trim()).ok()?);
    }
    let body = &bytes[end + 4..];
    let length = headers.get("content-length");
    let body = match length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok()) {
        Some(length) => (body.len() == length).then(|| body.to_vec())?,
        None if headers.contains_key("transfer-encoding") => unchunked(body)?,
        None => body.to_vec(),
    };
    Some((status, headers, body))
}

/// The body of an answer in chunks; none if the last one did not come.
fn unchunked(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&rest[..end]).ok()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        let chunk = rest.get(end + 2..end + 2 + size)?;
        body.extend_from_slice(chunk);
        rest = rest.get(end + size + 4..)?;
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                escaped.push(char::from(byte));
            }
            byte => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}
