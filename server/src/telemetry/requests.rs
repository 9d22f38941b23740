//! What is counted of a request.

use std::time::Duration;

use axum::http::Method;
use metrics::{Label, counter, gauge, histogram};

/// The route of what has none. An address is never told: it may be a secret, and
/// anybody can make up others.
pub const UNMATCHED: &str = "unmatched";

/// A method of HTTP's own; anybody can make up others.
pub fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::TRACE => "TRACE",
        Method::CONNECT => "CONNECT",
        _ => "other",
    }
}

/// A request has begun.
pub fn began() {
    gauge!("http_requests_in_flight").increment(1.0);
}

/// A request has ended; without a status if its client went away before.
pub fn ended(method: &'static str, route: &str, status: Option<u16>, took: Duration) {
    gauge!("http_requests_in_flight").decrement(1.0);
    count(method, route, status, took);
}

/// Counts a request that ended, or that was refused before any route saw it.
pub fn count(method: &'static str, route: &str, status: Option<u16>, took: Duration) {
    let status_label = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
    let labels = vec![
        Label::from_static_parts("method", method),
        Label::new("route", route.to_owned()),
        Label::new("status", status_label),
    ];
    counter!("http_requests_total", labels.clone()).increment(1);
    histogram!("http_request_duration_seconds", labels).record(took);
    if status.is_some_and(|status| status >= 500) {
        counter!("errors_total", "kind" => "http").increment(1);
    }
}

#[cfg(test)]
mod tests {
    use metrics_exporter_prometheus::PrometheusBuilder;

    use super::*;

    fn told(recorded: impl FnOnce()) -> String {
        let recorder = PrometheusBuilder::new().build_recorder();
        metrics::with_local_recorder(&recorder, recorded);
        recorder.handle().render()
    }

    #[test]
    fn a_method_that_somebody_made_up_has_one_label() {
        for made_up in ["BREW", "X1", "get"] {
            let method = Method::from_bytes(made_up.as_bytes()).unwrap();
            assert_eq!(known(&method), "other");
        }
        assert_eq!(known(&Method::POST), "POST");
    }

    #[test]
    fn requests_are_told_by_method_route_and_status() {
        let told = told(|| {
            for _ in 0..2 {
                began();
                ended("GET", "/{lang}", Some(200), Duration::from_millis(3));
            }
            began();
            ended("POST", UNMATCHED, None, Duration::ZERO);
        });
        for line in [
            "http_requests_total{method=\"GET\",route=\"/{lang}\",status=\"200\"} 2",
            "http_requests_total{method=\"POST\",route=\"unmatched\",status=\"none\"} 1",
            "http_requests_in_flight 0",
        ] {
            assert!(told.lines().any(|told| told == line), "{line} in {told}");
        }
        assert!(!told.contains("errors_total"), "{told}");
    }

    #[test]
    fn an_answer_of_500_and_above_is_an_error() {
        let told = told(|| {
            for status in [499, 500, 503] {
                count("GET", "/x", Some(status), Duration::ZERO);
            }
        });
        let line = "errors_total{kind=\"http\"} 2";
        assert!(told.lines().any(|told| told == line), "{told}");
    }
}
