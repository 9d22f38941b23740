//! What the process tells of itself, and where.

use std::net::SocketAddr;

use super::reader::Reader;
use super::site::is_origin;

/// Metrics and traces; neither is on unless it is set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TelemetryConfig {
    /// Where metrics are scraped: a listener of its own, not for the public.
    pub metrics: Option<SocketAddr>,
    /// Where traces are sent.
    pub traces: Option<TraceConfig>,
}

/// Where traces are sent, and how many.
#[derive(Debug, Clone, PartialEq)]
pub struct TraceConfig {
    /// The collector's address for OTLP over HTTP, without a path.
    pub collector: String,
    /// The share of requests that is traced, from 0 to 1.
    pub sample: f64,
}

impl TelemetryConfig {
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            metrics: metrics(reader),
            traces: traces(reader),
        }
    }
}

fn metrics(reader: &mut Reader<'_>) -> Option<SocketAddr> {
    let given = reader.given("AERO_METRICS_LISTEN")?;
    let address = given.parse().ok();
    if address.is_none() {
        reader.fault("AERO_METRICS_LISTEN is an address and a port, like 127.0.0.1:9464");
    }
    address
}

fn traces(reader: &mut Reader<'_>) -> Option<TraceConfig> {
    let sample = reader.parsed("AERO_OTLP_SAMPLE", 1.0, "a number from 0 to 1");
    if !(0.0..=1.0).contains(&sample) {
        reader.fault("AERO_OTLP_SAMPLE is a number from 0 to 1");
    }
    let collector = reader.given("AERO_OTLP_ENDPOINT")?.trim_end_matches('/');
    if !is_origin(collector) {
        reader.fault(
            "AERO_OTLP_ENDPOINT is an http or https address without a path, like http://127.0.0.1:4318",
        );
    }
    Some(TraceConfig {
        collector: collector.to_owned(),
        sample,
    })
}

#[cfg(test)]
mod tests {
    use super::TelemetryConfig;
    use crate::config::tests::{DATABASE, faults, read};

    #[test]
    fn nothing_is_told_unless_it_is_set() {
        let config = read(&[DATABASE]).unwrap();
        assert_eq!(config.telemetry, TelemetryConfig::default());
    }

    #[test]
    fn a_collector_is_an_address_without_path_and_password() {
        let traces = ("AERO_OTLP_ENDPOINT", "https://collector.example.org:4318/");
        let config = read(&[DATABASE, traces, ("AERO_OTLP_SAMPLE", "0.25")]).unwrap();
        let traces = config.telemetry.traces.unwrap();
        assert_eq!(traces.collector, "https://collector.example.org:4318");
        assert!((traces.sample - 0.25).abs() < f64::EPSILON);
        for wrong in ["collector:4318", "http://a:b@c", "http://c/v1/traces"] {
            let faults = faults(&[DATABASE, ("AERO_OTLP_ENDPOINT", wrong)]);
            assert!(
                matches!(faults.as_slice(), [one] if one.starts_with("AERO_OTLP_ENDPOINT is")),
                "{wrong}: {faults:?}"
            );
        }
    }

    #[test]
    fn a_share_and_an_address_that_are_none_are_faults() {
        for (name, wrong) in [
            ("AERO_OTLP_SAMPLE", "1.5"),
            ("AERO_OTLP_SAMPLE", "-0.1"),
            ("AERO_OTLP_SAMPLE", "NaN"),
            ("AERO_OTLP_SAMPLE", "half"),
            ("AERO_METRICS_LISTEN", "9464"),
        ] {
            assert_eq!(
                faults(&[DATABASE, (name, wrong)]).len(),
                1,
                "{name}={wrong}"
            );
        }
    }
}
