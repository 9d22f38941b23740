use std::{sync::Arc, time::Duration};

use backend::{SystemClock, WorkerDuty};

use crate::{
    config::Config, lifecycle, listener::Shutdown, metrics_listener, telemetry::Telemetry, worker,
};

/// Mail carries private links. With a key that another process does not know it
/// would carry new ones, and those that are shown there would open nothing.
const NO_LINK_KEYS: &str =
    "AERO_LINK_KEYS is not set: a worker beside aero serve needs the same keys";

/// What this process is for.
#[derive(clap::Args)]
pub struct Arguments {
    /// Do jobs, and leave it to others to add what recurs
    #[arg(long, conflicts_with = "schedule_only")]
    no_schedule: bool,
    /// Only add what recurs, for others to do
    #[arg(long)]
    schedule_only: bool,
}

impl Arguments {
    fn duty(&self) -> WorkerDuty {
        match (self.no_schedule, self.schedule_only) {
            (true, _) => WorkerDuty::Jobs,
            (_, true) => WorkerDuty::Schedule,
            (false, false) => WorkerDuty::JobsAndSchedule,
        }
    }
}

/// Does jobs until the shutdown signal.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<(), String> {
    let shutdown = Shutdown::default();
    let duty = arguments.duty();
    if config.links.keys.is_empty() && duty != WorkerDuty::Schedule {
        return Err(NO_LINK_KEYS.to_owned());
    }
    let telemetry = Telemetry::start(&config.telemetry)?;
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let pools = vec![("jobs", backend.db().clone())];
    let worker = worker::start(config, backend, duty, &shutdown)?;
    let metrics = metrics_listener::start(config, &telemetry, pools, &shutdown).await?;
    shutdown.on_signals(Duration::ZERO).await;
    worker.ended().await;
    if let Some(metrics) = metrics {
        let _ = metrics.await;
    }
    telemetry.stop().await;
    Ok(())
}
