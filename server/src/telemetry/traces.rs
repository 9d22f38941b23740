//! Traces: a span for each request, of which those of its statements are children
//! (`db::trace`), and one for each job, linked to the request that added it.
//!
//! Spans are made here by hand and not of those of the log: what is exported is
//! what is named here, and a value that somebody adds to a line of the log does
//! not leave the machine.

use std::sync::OnceLock;
use std::time::Duration;

use opentelemetry::trace::{
    Link, SpanContext, SpanKind, Status, TraceContextExt, TraceFlags, TraceState, Tracer,
    TracerProvider,
};
use opentelemetry::{Context, KeyValue, global};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig, WithHttpConfig};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::trace::{SdkTracer, SdkTracerProvider};
use tokio::runtime::Handle;

use super::{collector::CollectorClient, sampler::SampledWithItsOrigin};
use crate::config::TraceConfig;

static TRACER: OnceLock<SdkTracer> = OnceLock::new();

/// What sends spans. They wait in a queue of 2048 for a thread of their own; what
/// does not fit is dropped, and no request waits.
#[derive(Debug)]
pub struct Traces(SdkTracerProvider);

impl Traces {
    /// Sends traces from now on. Called in the runtime.
    pub(super) fn start(config: &TraceConfig) -> Result<Self, String> {
        let is_tls = config.collector.starts_with("https:");
        let client = CollectorClient::new(Handle::current(), is_tls)?;
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(client)
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{}/v1/traces", config.collector))
            .build()
            .map_err(|error| format!("AERO_OTLP_ENDPOINT: {error}"))?;
        let version = KeyValue::new("service.version", env!("CARGO_PKG_VERSION"));
        let resource = Resource::builder_empty()
            .with_service_name(db::trace::SCOPE)
            .with_attribute(version)
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_sampler(SampledWithItsOrigin::new(config.sample))
            .with_resource(resource)
            .build();
        global::set_tracer_provider(provider.clone());
        let tracer = provider.tracer(db::trace::SCOPE);
        match TRACER.set(tracer) {
            Ok(()) => Ok(Self(provider)),
            Err(_) => Err("traces were switched on before".to_owned()),
        }
    }

    /// Sends what is left, if the collector takes it in this time.
    pub(super) async fn stop(self, time: Duration) {
        let provider = self.0;
        // It blocks, and needs the runtime for what it sends.
        let stopping = tokio::task::spawn_blocking(move || provider.shutdown_with_timeout(time));
        let stopped = tokio::time::timeout(time, stopping).await;
        if !matches!(stopped, Ok(Ok(Ok(())))) {
            tracing::warn!("the last traces may be lost: the collector did not take them");
        }
    }
}

/// The context of a request's span; `None` while nobody wants traces.
///
/// A request begins a trace of its own. What a `traceparent` that came with it
/// names is a link and not its parent, and has no say in what is recorded: the
/// proxies that we trust pass on what a stranger has sent them.
pub fn request(
    method: &'static str,
    route: &str,
    request_id: &str,
    from: Option<Link>,
) -> Option<Context> {
    let tracer = TRACER.get()?;
    let span = tracer
        .span_builder(format!("{method} {route}"))
        .with_kind(SpanKind::Server)
        .with_attributes([
            KeyValue::new("http.request.method", method),
            KeyValue::new("http.route", route.to_owned()),
            KeyValue::new("aero.request.id", request_id.to_owned()),
        ])
        .with_links(from.map(unsampled).into_iter().collect())
        .start_with_context(tracer, &Context::new());
    Some(Context::new().with_span(span))
}

/// The same link without a wish to be recorded.
fn unsampled(link: Link) -> Link {
    let from = link.span_context;
    Link::with_context(SpanContext::new(
        from.trace_id(),
        from.span_id(),
        TraceFlags::NOT_SAMPLED,
        true,
        TraceState::NONE,
    ))
}

/// Whether traces are wanted.
pub fn is_on() -> bool {
    TRACER.get().is_some()
}

/// The request has ended; without a status if its client went away before, which is
/// no error of ours.
pub fn answered(context: &Context, status: Option<u16>) {
    let span = context.span();
    if let Some(status) = status {
        span.set_attribute(KeyValue::new(
            "http.response.status_code",
            i64::from(status),
        ));
    }
    if status.is_some_and(|status| status >= 500) {
        span.set_status(Status::error(""));
    }
    span.end();
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use opentelemetry_sdk::{
        error::OTelSdkResult,
        trace::{SpanData, SpanExporter},
    };

    use super::*;

    #[test]
    fn a_stranger_has_no_say_in_what_is_recorded() {
        let trace = "0af7651916cd43dd8448eb211c80319c";
        let link = db::trace::link(&format!("00-{trace}-b7ad6b7169203331-01")).unwrap();
        let link = unsampled(link).span_context;
        assert_eq!(link.trace_id().to_string(), trace);
        assert!(!link.is_sampled());
    }

    /// The status of each span that has ended.
    #[derive(Debug, Clone, Default)]
    struct Kept(Arc<Mutex<Vec<Status>>>);

    impl SpanExporter for Kept {
        async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
            let statuses = batch.into_iter().map(|span| span.status);
            self.0.lock().unwrap().extend(statuses);
            Ok(())
        }
    }

    /// The status of a span whose request ended so.
    fn status_after(status: Option<u16>) -> Status {
        let exporter = Kept::default();
        let provider = SdkTracerProvider::builder()
            .with_simple_exporter(exporter.clone())
            .build();
        let span = provider.tracer("test").start("GET /");
        answered(&Context::new().with_span(span), status);
        let status = exporter.0.lock().unwrap().pop();
        status.expect("a span")
    }

    #[test]
    fn an_answer_of_500_and_above_is_an_error_and_a_client_that_left_is_none() {
        for (status, expected) in [
            (None, Status::Unset),
            (Some(200), Status::Unset),
            (Some(499), Status::Unset),
            (Some(500), Status::error("")),
            (Some(503), Status::error("")),
        ] {
            assert_eq!(status_after(status), expected, "{status:?}");
        }
    }

    #[test]
    fn nothing_is_made_while_nobody_wants_traces() {
        assert!(!is_on());
        assert!(request("GET", "/", "1", None).is_none());
    }
}
