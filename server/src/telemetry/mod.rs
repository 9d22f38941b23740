//! What the process tells of itself: numbers for whoever asks
//! ([`AERO_METRICS_LISTEN`](crate::config::TelemetryConfig::metrics)), and traces
//! for a collector. Either is off unless it is set, and then costs next to nothing.

mod collector;
pub mod metrics;
pub mod requests;
mod sampler;
mod scrape;
pub mod traces;

use std::time::Duration;

use metrics_exporter_prometheus::PrometheusHandle;
use tokio::task::JoinHandle;

pub use scrape::Scrape;
use traces::Traces;

use crate::config::TelemetryConfig;

/// What was switched on in this process.
#[derive(Debug)]
pub struct Telemetry {
    /// The numbers, if they are recorded.
    pub metrics: Option<PrometheusHandle>,
    traces: Option<Traces>,
    upkeep: Option<JoinHandle<()>>,
}

impl Telemetry {
    /// Switches on what is set, once in a process.
    ///
    /// # Errors
    /// It was switched on before, or no certificates are to be had for a collector
    /// with TLS.
    pub fn start(config: &TelemetryConfig) -> Result<Self, String> {
        let metrics = config.metrics.map(|_| metrics::record()).transpose()?;
        let upkeep = metrics
            .clone()
            .map(|handle| tokio::spawn(metrics::upkeep(handle)));
        let traces = config.traces.as_ref().map(Traces::start).transpose()?;
        Ok(Self {
            metrics,
            traces,
            upkeep,
        })
    }

    /// Sends what is left to the collector, in this time and no longer.
    pub async fn stop(self, time: Duration) {
        if let Some(upkeep) = self.upkeep {
            upkeep.abort();
        }
        if let Some(traces) = self.traces {
            traces.stop(time).await;
        }
    }
}
