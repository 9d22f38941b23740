//! The caught mail as pages.

use axum::{
    Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};

use crate::{CaughtMail, Mailbox};

/// The HTML of a mail lies in a frame that runs nothing; nothing is loaded from
/// anywhere. Its links lead out of the frame.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; \
    img-src data:";

/// Pages that list what was caught and show each mail.
pub fn pages(mailbox: Mailbox) -> Router {
    Router::new()
        .route("/", get(list))
        .route("/{number}", get(one))
        .with_state(mailbox)
}

async fn list(State(mailbox): State<Mailbox>) -> Response {
    let rows: String = mailbox.all().iter().rev().map(row).collect();
    let rows = match rows.is_empty() {
        true => "<p>Nothing was caught yet.</p>".to_owned(),
        false => format!("<table><tr><th>To<th>Subject{rows}</table>"),
    };
    page("Caught mail", &format!("<h1>Caught mail</h1>{rows}"))
}

fn row(mail: &CaughtMail) -> String {
    let (to, subject) = (escaped(&mail.to.join(", ")), escaped(&mail.subject));
    format!("<tr><td>{to}<td><a href=\"/{}\">{subject}</a>", mail.number)
}

async fn one(State(mailbox): State<Mailbox>, Path(number): Path<u64>) -> Response {
    let Some(mail) = mailbox.get(number) else {
        return (
            StatusCode::NOT_FOUND,
            page("No such mail", "<h1>No such mail</h1>"),
        )
            .into_response();
    };
    let [to, subject, text, html, source] = [
        &mail.to.join(", "),
        &mail.subject,
        &mail.text,
        &mail.html,
        &mail.source,
    ]
    .map(|text| escaped(text));
    let frame = format!(
        "<iframe sandbox=\"allow-top-navigation-by-user-activation\" \
         srcdoc=\"&lt;base target=_top&gt;{html}\"></iframe>"
    );
    let body = format!(
        "<p><a href=\"/\">All mail</a></p><h1>{subject}</h1><p>To {to}</p>\
         <h2>As text</h2><pre>{}</pre><h2>As HTML</h2>{frame}\
         <details><summary>Source</summary><pre>{source}</pre></details>",
        linked(&text)
    );
    page(&subject, &body)
}

/// Lines that are an address, as links.
fn linked(escaped_text: &str) -> String {
    let lines = escaped_text
        .lines()
        .map(|line| match line.starts_with("http") {
            true => format!("<a href=\"{line}\">{line}</a>"),
            false => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

fn page(title: &str, body: &str) -> Response {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">\
         <link rel=\"icon\" href=\"data:,\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <style>body{{max-width:60em;margin:2em auto;padding:0 1em;font:16px/1.5 sans-serif}}\
         iframe{{width:100%;height:28em;border:1px solid #ccc}}pre{{white-space:pre-wrap}}pre,td,th,h1{{overflow-wrap:anywhere}}\
         td,th{{padding:.3em 1em .3em 0;text-align:left}}</style>{body}</html>"
    );
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (headers, Html(html)).into_response()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use axum::{
        body::{Body, to_bytes},
        http::Request,
    };
    use tower::ServiceExt;

    use super::*;

    async fn get(mailbox: &Mailbox, path: &str) -> (StatusCode, String) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let response = pages(mailbox.clone()).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        (parts.status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_caught_mail_is_listed_and_shown_and_runs_nothing() {
        let mailbox = Mailbox::new();
        assert!(get(&mailbox, "/").await.1.contains("Nothing was caught"));
        let source = b"Subject: <b>Hi\r\nContent-Type: text/plain\r\n\r\nhttps://x.org/a\r\n";
        mailbox.put(String::new(), vec!["ada@example.org".to_owned()], source);
        let (status, list) = get(&mailbox, "/").await;
        assert_eq!(status, StatusCode::OK);
        assert!(list.contains("<a href=\"/1\">&lt;b&gt;Hi</a>"), "{list}");
        let (_, shown) = get(&mailbox, "/1").await;
        assert!(shown.contains("<a href=\"https://x.org/a\">"), "{shown}");
        assert!(!shown.contains("<b>"), "{shown}");
        assert_eq!(get(&mailbox, "/2").await.0, StatusCode::NOT_FOUND);
    }
}
