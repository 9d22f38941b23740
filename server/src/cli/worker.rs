use std::{sync::Arc, time::Duration};

use backend::{SystemClock, WorkerDuty};

use crate::{
    config::Config, lifecycle, listener::Shutdown, metrics_listener, stopping::Stopping,
    telemetry::Telemetry, worker,
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
    let db = backend.db().clone();
    let listener = metrics_listener::bind(config).await?;
    let worker = worker::start(config, backend, duty, &shutdown)?;
    tokio::spawn(shutdown.clone().on_signals(Duration::ZERO));
    let stopping = Stopping::within(config.connections.limits.drain);
    let pools = vec![("jobs", db.clone())];
    let working = async {
        let metrics = metrics_listener::serve(listener, &telemetry, pools, &shutdown);
        tokio::join!(worker.ended(), metrics);
    };
    if stopping.work(&shutdown, working).await.is_none() {
        tracing::warn!("stopped with jobs still under way");
    }
    stopping.close(&[db], telemetry).await;
    Ok(())
}
