//! A worker in this process, beside the site or alone.

use std::{sync::Arc, time::Duration};

use backend::{
    Backend, BlobStore, Folder, JobContext, Mailer, NoMailer, S3, Smtp, Worker, WorkerDuty,
};
use db::Db;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::{
    config::{BlobConfig, Config},
    listener::Shutdown,
    stopping::Stopping,
};

/// How often the schema is looked at that another process is to migrate.
const SCHEMA_POLL: Duration = Duration::from_secs(2);

/// Without it mail would wait for four days and then fail.
const NO_SMTP: &str = "AERO_SMTP_URL is not set: a worker needs a mail server \
    (see .env.example), or --mail-catcher for a look around";

/// A worker that was started.
#[derive(Debug)]
pub struct RunningWorker {
    task: JoinHandle<()>,
}

impl RunningWorker {
    /// Waits until the jobs under way are done, after the signal to stop.
    pub async fn ended(self) {
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the worker did not end well");
        }
    }
}

/// Starts a worker on the pool of connections of these use cases.
///
/// # Errors
/// A setting cannot be used.
pub fn start(
    config: &Config,
    backend: Backend,
    duty: WorkerDuty,
    shutdown: &Shutdown,
) -> Result<RunningWorker, String> {
    let db = backend.db().clone();
    let worker = Worker::new(JobContext {
        backend,
        mailer: mailer(config, duty)?,
        blobs: blobs(config)?,
        origin: config.site.origin.as_str().into(),
        operator: config.site.operator.as_str().into(),
    })
    .with_dead_after(config.worker_dead_after)
    .with_grace(Stopping::within(config.connections.limits.drain).jobs);
    let signal = shutdown.token();
    let task = tokio::spawn(async move {
        if schema_is_there(&db, &signal).await {
            tracing::info!(?duty, "worker started");
            worker.run(duty, signal).await;
            tracing::info!("worker stopped");
        }
    });
    Ok(RunningWorker { task })
}

/// Who only says what is due sends nothing, and needs to know no mail server.
fn mailer(config: &Config, duty: WorkerDuty) -> Result<Arc<dyn Mailer>, String> {
    if duty == WorkerDuty::Schedule {
        return Ok(Arc::new(NoMailer));
    }
    let smtp = config.smtp.as_ref().ok_or(NO_SMTP)?;
    Ok(Arc::new(Smtp::new(smtp)?))
}

/// Opens the store of blobs, if one is set.
///
/// # Errors
/// The folder cannot be made or read, or the bucket not be named so.
pub fn blobs(config: &Config) -> Result<Option<Arc<dyn BlobStore>>, String> {
    Ok(match &config.blobs {
        None => None,
        Some(BlobConfig::Folder(path)) => {
            let folder = Folder::open(path);
            let folder = folder.map_err(|error| {
                format!("AERO_BLOBS: {} cannot be used: {error}", path.display())
            })?;
            Some(Arc::new(folder))
        }
        Some(BlobConfig::S3(settings)) => {
            let bucket = S3::new(settings).map_err(|error| format!("AERO_BLOBS: {error}"))?;
            Some(Arc::new(bucket))
        }
    })
}

/// Waits until `aero migrate` is through; `false` if the shutdown signal comes
/// first. The library would make the tables of the queue itself otherwise, as a
/// role that must not own any.
async fn schema_is_there(db: &Db, shutdown: &CancellationToken) -> bool {
    let mut is_told = false;
    loop {
        match migration::pending_on(db.reads()).await {
            Ok(steps) if steps.is_empty() => return true,
            Ok(steps) if !is_told => tracing::warn!(?steps, "waiting for aero migrate"),
            Err(error) if !is_told => tracing::warn!(%error, "waiting for the database"),
            Ok(_) | Err(_) => {}
        }
        is_told = true;
        tokio::select! {
            () = tokio::time::sleep(SCHEMA_POLL) => {}
            () = shutdown.cancelled() => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_does_jobs_needs_a_mail_server() {
        let url = (
            "DATABASE_URL".to_owned(),
            "postgres://localhost/aero".to_owned(),
        );
        let config = Config::from_variables(&[url].into()).unwrap();
        assert!(mailer(&config, WorkerDuty::Schedule).is_ok());
        for duty in [WorkerDuty::Jobs, WorkerDuty::JobsAndSchedule] {
            assert_eq!(mailer(&config, duty).unwrap_err(), NO_SMTP);
        }
    }
}
