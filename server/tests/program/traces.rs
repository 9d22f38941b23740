//! A request, its statements and its job, as a collector sees them.

use opentelemetry_proto::tonic::trace::v1::{Span, span::SpanKind};
use testing::{TestDb, until};

use crate::support::{Aero, Collector, EMAIL, free_address, stored_claim, text_of};

const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";
const TRACEPARENT: &str = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn children<'a>(spans: &'a [Span], parent: &Span) -> Vec<&'a str> {
    let children = spans
        .iter()
        .filter(|span| span.parent_span_id == parent.span_id && span.trace_id == parent.trace_id);
    children.map(|span| span.name.as_str()).collect()
}

/// Whether a span is linked to another.
fn comes_from(span: &Span, origin: &Span) -> bool {
    let of_origin = (&origin.trace_id, &origin.span_id);
    let mut links = span.links.iter();
    links.any(|link| (&link.trace_id, &link.span_id) == of_origin)
}

#[tokio::test]
async fn a_request_its_statements_and_its_job_can_be_followed() {
    let database = TestDb::fresh().await;
    let reference = stored_claim(&database.url).await.to_string();
    let collector = Collector::start().await;
    let (mails, traces) = (free_address().to_string(), collector.endpoint.as_str());
    let arguments = ["serve", "--with-worker", "--mail-catcher", &mails];
    let settings = [("AERO_OTLP_ENDPOINT", traces)];
    let mut program = Aero::start(&arguments, &database.url, &settings).await;
    // The mail of the claim that was stored follows from nobody's request. It makes
    // a link, which must not come between the one that is asked for.
    until("the first job", async || {
        let mut spans = collector.spans().into_iter();
        spans.find(|span| span.name == "send_claim_mail" && span.links.is_empty())
    })
    .await;
    let body = format!("language=en&reference={reference}&email=marta.brandt%40example.org");
    let cookie = ("cookie", "aero_draft=a-secret-of-a-cookie");
    let asked = program
        .post("/form/tracking/request-link", &[cookie], &body)
        .await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let secret = "BmVyeXNlY3JldC1saW5rLW9mLWEtcGFzc2VuZ2VyLTEyMzQ1";
    program.get(&format!("/en/tracking/{secret}")).await;

    let request = until("the request", async || {
        collector.span("POST /form/tracking/request-link")
    })
    .await;
    let job = until("the job", async || {
        let spans = collector.spans().into_iter();
        let mut jobs = spans.filter(|span| span.name == "send_claim_mail");
        jobs.find(|span| comes_from(span, &request))
    })
    .await;
    until("the look at a link", async || {
        collector.span("GET /{lang}/tracking/{claim}")
    })
    .await;
    let (status, _) = program.stop().await;
    assert!(status.success(), "{}", program.log());

    assert_eq!(request.kind, SpanKind::Server as i32);
    assert_eq!(request.parent_span_id, Vec::<u8>::new());
    let attribute = |key| text_of(&request, key);
    assert_eq!(attribute("http.request.method").as_deref(), Some("POST"));
    assert_eq!(
        attribute("http.response.status_code").as_deref(),
        Some("303")
    );
    let id = attribute("aero.request.id").expect("the number of the request");
    assert!(
        asked.head.contains(&format!("x-request-id: {id}")),
        "{}",
        asked.head
    );

    let spans = collector.spans();
    let statements = children(&spans, &request);
    for name in [
        "BEGIN",
        "SELECT claims",
        "SELECT graphile_worker.add_job",
        "COMMIT",
    ] {
        assert!(statements.contains(&name), "{name} in {statements:?}");
    }
    assert_ne!(job.trace_id, request.trace_id, "a trace of its own");
    assert_eq!(job.links.len(), 1, "{:?}", job.links);
    assert!(children(&spans, &job).contains(&"COMMIT"));

    let told = String::from_utf8_lossy(&collector.bytes()).into_owned();
    for private in [
        EMAIL,
        "Marta",
        &reference,
        secret,
        "a-secret-of-a-cookie",
        "127.0.0.1",
    ] {
        assert!(!told.contains(private), "{private}");
    }
}

/// The request of somebody who sends a `traceparent`.
async fn with_traceparent(settings: &[(&str, &str)]) -> Span {
    let database = TestDb::fresh().await;
    let collector = Collector::start().await;
    let mut settings = settings.to_vec();
    settings.push(("AERO_OTLP_ENDPOINT", &collector.endpoint));
    let program = Aero::serve(&database.url, &settings).await;
    let header = ("traceparent", TRACEPARENT);
    program.post("/api/v1/assessments", &[header], "{}").await;
    until("the request", async || {
        collector.span("POST /api/v1/assessments")
    })
    .await
}

#[tokio::test]
async fn a_trace_of_a_trusted_proxy_is_linked_and_has_no_say() {
    let span = with_traceparent(&[("AERO_TRUSTED_PROXIES", "127.0.0.1")]).await;
    let links: Vec<String> = span.links.iter().map(|link| hex(&link.trace_id)).collect();
    assert_eq!(links, [TRACE]);
    assert_ne!(hex(&span.trace_id), TRACE);
    assert!(span.parent_span_id.is_empty());
}

#[tokio::test]
async fn a_trace_that_a_stranger_names_is_ignored() {
    let span = with_traceparent(&[]).await;
    assert_eq!(span.links, []);
    assert_ne!(hex(&span.trace_id), TRACE);
}
