use std::sync::{Arc, Mutex};

use axum::{Router, body::Bytes, extract::State, routing::post};
use opentelemetry_proto::tonic::{
    collector::trace::v1::ExportTraceServiceRequest, common::v1::any_value::Value, trace::v1::Span,
};
use prost::Message;
use tokio::net::TcpListener;

type Taken = Arc<Mutex<Vec<Bytes>>>;

/// A small collector: takes traces by OTLP over HTTP.
pub struct Collector {
    /// For `AERO_OTLP_ENDPOINT`.
    pub endpoint: String,
    taken: Taken,
}

impl Collector {
    /// Starts one in the runtime of the test.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let taken = Taken::default();
        let router = Router::new()
            .route("/v1/traces", post(take))
            .with_state(taken.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { endpoint, taken }
    }

    /// Every byte that was taken.
    pub fn bytes(&self) -> Vec<u8> {
        self.taken.lock().unwrap().concat()
    }

    /// Every span that was taken.
    pub fn spans(&self) -> Vec<Span> {
        let taken = self.taken.lock().unwrap();
        let exports = taken
            .iter()
            .map(|bytes| ExportTraceServiceRequest::decode(bytes.clone()).unwrap());
        exports
            .flat_map(|export| export.resource_spans)
            .flat_map(|resource| resource.scope_spans)
            .flat_map(|scope| scope.spans)
            .collect()
    }

    /// The first span of this name, if it has come.
    pub fn span(&self, name: &str) -> Option<Span> {
        self.spans().into_iter().find(|span| span.name == name)
    }
}

async fn take(State(taken): State<Taken>, bytes: Bytes) {
    taken.lock().unwrap().push(bytes);
}

/// An attribute of a span as text.
pub fn text_of(span: &Span, key: &str) -> Option<String> {
    let attribute = span.attributes.iter().find(|pair| pair.key == key)?;
    match attribute.value.clone()?.value? {
        Value::StringValue(text) => Some(text),
        Value::IntValue(number) => Some(number.to_string()),
        _ => None,
    }
}
