//! Taking jobs from the queue and doing them.

use std::time::Duration;

use domain::job::{DeleteExpired, SendClaimMail};
use graphile_worker::{TaskHandler, WorkerOptions, WorkerRecoveryConfig};
use tokio_util::sync::CancellationToken;

use super::{
    JobContext,
    schedule::schedule,
    task::{Task, begin_at_zero},
};
use crate::Error;

/// Jobs that one process does at a time. They wait for mail servers more than
/// they work.
const CONCURRENCY: usize = 4;

/// How often the queue is looked into where nothing tells of a new job: behind a
/// pooler that keeps no sessions, and for jobs that are due later.
const POLL: Duration = Duration::from_secs(2);

/// How soon a job that was cut off is due again.
const CUT_OFF_DUE: Duration = Duration::from_secs(1);

/// How many signs of life a worker may miss before it is taken for dead.
const SIGNS_OF_LIFE: u32 = 6;

/// How long a worker waits before it starts again after the queue was away.
const FIRST_WAIT: Duration = Duration::from_millis(500);
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// What a worker process is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerDuty {
    /// Doing jobs and adding what recurs.
    JobsAndSchedule,
    /// Doing jobs.
    Jobs,
    /// Adding what recurs, for others to do.
    Schedule,
}

/// Does jobs.
#[derive(Debug, Clone)]
pub struct Worker {
    context: JobContext,
    dead_after: Duration,
    grace: Duration,
}

impl Worker {
    /// How long a worker may give no sign of life, usually. Then it is taken for
    /// dead, and its jobs are given to others.
    pub const DEAD_AFTER: Duration = Duration::from_secs(60);

    /// How long jobs under way may go on after the shutdown signal, usually.
    pub const GRACE: Duration = Duration::from_secs(6);

    /// A worker that does jobs with these parts. It holds one connection of
    /// their pool to hear of new jobs, and one for each job under way.
    pub fn new(context: JobContext) -> Self {
        Self {
            context,
            dead_after: Self::DEAD_AFTER,
            grace: Self::GRACE,
        }
    }

    /// Takes other workers for dead after another time without a sign of life.
    #[must_use]
    pub fn with_dead_after(self, dead_after: Duration) -> Self {
        Self { dead_after, ..self }
    }

    /// Lets jobs under way go on for another time after the shutdown signal. Then
    /// they are cut off, and due again at once.
    #[must_use]
    pub fn with_grace(self, grace: Duration) -> Self {
        Self { grace, ..self }
    }

    /// Does jobs until `shutdown`, then finishes what is under way. While the
    /// database is away it waits and starts again.
    pub async fn run(&self, duty: WorkerDuty, shutdown: CancellationToken) {
        let mut wait = FIRST_WAIT;
        while let Err(error) = self.run_while_it_lasts(duty, &shutdown).await {
            tracing::warn!(%error, "the worker stopped and starts again");
            tokio::select! {
                () = tokio::time::sleep(wait) => wait = (wait * 2).min(LONGEST_WAIT),
                () = shutdown.cancelled() => return,
            }
        }
    }

    async fn run_while_it_lasts(
        &self,
        duty: WorkerDuty,
        shutdown: &CancellationToken,
    ) -> Result<(), Error> {
        let options = match duty {
            WorkerDuty::JobsAndSchedule => scheduled(self.with_jobs()),
            WorkerDuty::Jobs => self.with_jobs(),
            WorkerDuty::Schedule => scheduled(self.options()),
        };
        let worker = options
            .shutdown_signal(shutdown.clone().cancelled_owned())
            .worker_recovery(recovery(self.dead_after))
            .init()
            .await
            .map_err(unavailable)?;
        worker.run().await.map_err(unavailable)
    }

    /// Does the jobs that are due now, and what they add, and returns.
    ///
    /// # Errors
    /// The queue does not answer.
    pub async fn drain(&self) -> Result<(), Error> {
        let worker = self.with_jobs().init().await.map_err(unavailable)?;
        loop {
            worker.run_once().await.map_err(unavailable)?;
            // The last ones may have added some.
            let tx = self.context.backend.db().begin().await?;
            if !tx.jobs().is_one_due().await? {
                return Ok(());
            }
        }
    }

    fn options(&self) -> WorkerOptions {
        WorkerOptions::default()
            .pg_pool(self.context.backend.db().driver_pool().clone())
            .add_extension(self.context.clone())
            .concurrency(CONCURRENCY)
            .poll_interval(POLL)
            .listen_os_shutdown_signals(false)
            .shutdown_grace_period(self.grace)
            .shutdown_interrupted_job_retry_delay(CUT_OFF_DUE)
    }

    /// Every kind of job that there is.
    fn with_jobs(&self) -> WorkerOptions {
        begin_at_zero::<SendClaimMail>();
        begin_at_zero::<DeleteExpired>();
        self.options().define_jobs([
            Task::<SendClaimMail>::definition(),
            Task::<DeleteExpired>::definition(),
        ])
    }
}

fn scheduled(options: WorkerOptions) -> WorkerOptions {
    schedule()
        .into_iter()
        .fold(options, |options, entry| options.with_cron(entry))
}

fn recovery(dead_after: Duration) -> WorkerRecoveryConfig {
    let sign_of_life = dead_after / SIGNS_OF_LIFE;
    WorkerRecoveryConfig::default()
        .heartbeat_interval(sign_of_life)
        .sweep_interval(sign_of_life)
        .sweep_threshold(dead_after)
        .recovery_delay(CUT_OFF_DUE)
}

fn unavailable(error: impl std::fmt::Display) -> Error {
    Error::Unavailable(error.to_string())
}
