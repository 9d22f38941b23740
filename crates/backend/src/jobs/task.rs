//! How one job is run, whatever kind it is.

use std::{fmt, future::Future, time::Instant};

use domain::job::Job;
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use serde::{Deserialize, Serialize};
use tracing::Instrument;

use super::JobContext;
use crate::Error;

/// What a kind of job does.
///
/// It may be cut off anywhere and run again: what it does twice must be the same
/// as once.
pub(crate) trait Run: Job {
    /// Does the job. An error has it tried again, later each time, for four days
    /// in all; what no trying helps is no error but a result to store.
    fn run(self, context: &JobContext) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// Why a job could not be done now. The queue stores it and the desk shows it:
/// it has no names and no addresses in it.
#[derive(Clone, PartialEq, Eq)]
pub struct JobError(String);

impl JobError {
    /// Says why.
    pub fn new(why: impl Into<String>) -> Self {
        Self(why.into())
    }
}

impl fmt::Display for JobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The library stores what `Debug` says.
impl fmt::Debug for JobError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Error> for JobError {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

impl From<db::DbError> for JobError {
    fn from(error: db::DbError) -> Self {
        Error::from(error).into()
    }
}

/// A job as the library takes it.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Task<J>(J);

impl<J: Run> TaskHandler for Task<J> {
    const IDENTIFIER: &'static str = J::NAME;

    async fn run(self, worker: WorkerContext) -> impl IntoTaskHandlerResult {
        let (id, attempt) = (*worker.job().id(), *worker.job().attempts());
        let span = tracing::info_span!("job", name = J::NAME, id, attempt);
        async move {
            let context = worker.get_ext::<JobContext>();
            let context = context.ok_or_else(|| JobError::new("a worker without a context"))?;
            let began = Instant::now();
            let outcome = self.0.run(context).await;
            told(J::NAME, began, &outcome);
            outcome
        }
        .instrument(span)
        .await
    }
}

/// One line for each job, here and nowhere else.
fn told(name: &'static str, began: Instant, outcome: &Result<(), JobError>) {
    let took = began.elapsed();
    let label = match outcome {
        Ok(()) => {
            tracing::info!(ms = took.as_millis(), "job done");
            "done"
        }
        Err(error) => {
            tracing::warn!(ms = took.as_millis(), %error, "job failed");
            "failed"
        }
    };
    metrics::counter!("jobs_total", "job" => name, "outcome" => label).increment(1);
    metrics::histogram!("job_duration_seconds", "job" => name).record(took);
}
