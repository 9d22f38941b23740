//! How one job is run, whatever kind it is.

use std::{fmt, future::Future, time::Instant};

use db::trace;
use domain::job::Job;
use graphile_worker::{IntoTaskHandlerResult, TaskHandler, WorkerContext};
use opentelemetry::{
    Context, KeyValue, global,
    trace::{FutureExt, SpanKind, Status, TraceContextExt, Tracer},
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::Error as _};
use serde_json::Value;
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
pub(super) struct Task<J> {
    /// Or why it cannot be read, as one that a newer release has added: a job that
    /// fails, and is counted as such.
    job: Result<J, String>,
    /// The trace of the request that it follows from; older jobs have none.
    traceparent: Option<String>,
}

impl<J: Job> Serialize for Task<J> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let job = self.job.as_ref().map_err(S::Error::custom)?;
        job.serialize(serializer)
    }
}

impl<'de, J: Job> Deserialize<'de> for Task<J> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let payload = Value::deserialize(deserializer)?;
        let traceparent = payload.get(db::TRACEPARENT);
        let traceparent = traceparent.and_then(Value::as_str).map(str::to_owned);
        let job = serde_json::from_value(payload).map_err(|error| error.to_string());
        Ok(Self { job, traceparent })
    }
}

impl<J: Run> TaskHandler for Task<J> {
    const IDENTIFIER: &'static str = J::NAME;

    async fn run(self, worker: WorkerContext) -> impl IntoTaskHandlerResult {
        let (id, attempt) = (*worker.job().id(), *worker.job().attempts());
        let span = tracing::info_span!("job", name = J::NAME, id, attempt);
        let traced = traced(J::NAME, id, attempt, self.traceparent.as_deref());
        let mut end = End::of(J::NAME, traced.clone());
        async move {
            let outcome = self.work(&worker).await;
            end.told(&outcome);
            outcome
        }
        .instrument(span)
        .with_context(traced)
        .await
    }
}

impl<J: Run> Task<J> {
    async fn work(self, worker: &WorkerContext) -> Result<(), JobError> {
        let context = worker.get_ext::<JobContext>();
        let context = context.ok_or_else(|| JobError::new("a worker without a context"))?;
        let job = self.job.map_err(JobError::new)?;
        job.run(context).await
    }
}

/// A trace of its own, linked to the one of the request that added the job: a job
/// may run much later, and again.
fn traced(name: &'static str, id: i64, attempt: i16, traceparent: Option<&str>) -> Context {
    let tracer = global::tracer(trace::SCOPE);
    let span = tracer
        .span_builder(name)
        .with_kind(SpanKind::Consumer)
        .with_attributes([
            KeyValue::new("messaging.system", "graphile_worker"),
            KeyValue::new("messaging.message.id", id),
            KeyValue::new("aero.job.attempt", i64::from(attempt)),
        ])
        .with_links(traceparent.and_then(trace::link).into_iter().collect())
        .start_with_context(&tracer, &Context::new());
    Context::new().with_span(span)
}

/// Counts from zero what may become of these jobs: an alert on a growth needs a
/// number to grow from.
pub(super) fn begin_at_zero<J: Job>() {
    for outcome in [DONE, FAILED, CUT_OFF] {
        metrics::counter!("jobs_total", "job" => J::NAME, "outcome" => outcome).increment(0);
    }
}

/// How a job ended, as metrics tell it.
const DONE: &str = "done";
const FAILED: &str = "failed";
/// It was still under way when its worker had to end; it is run again.
const CUT_OFF: &str = "cut_off";

/// The end of a job, whatever it is: one line and one count for each, here and
/// nowhere else, also where it panics.
struct End {
    name: &'static str,
    began: Instant,
    traced: Context,
    /// None as long as it has not ended by itself.
    outcome: Option<Result<(), JobError>>,
}

impl End {
    fn of(name: &'static str, traced: Context) -> Self {
        Self {
            name,
            began: Instant::now(),
            traced,
            outcome: None,
        }
    }

    /// That it has ended by itself, and how.
    fn told(&mut self, outcome: &Result<(), JobError>) {
        self.outcome = Some(outcome.clone());
    }
}

impl Drop for End {
    fn drop(&mut self) {
        let took = self.began.elapsed();
        let ms = took.as_millis();
        let outcome = match &self.outcome {
            Some(Ok(())) => {
                tracing::info!(ms, "job done");
                DONE
            }
            Some(Err(error)) => {
                tracing::warn!(ms, %error, "job failed");
                FAILED
            }
            None if std::thread::panicking() => {
                tracing::error!(ms, "job panicked");
                FAILED
            }
            None => {
                tracing::warn!(ms, "job cut off");
                CUT_OFF
            }
        };
        if outcome == FAILED {
            metrics::counter!("errors_total", "kind" => "job").increment(1);
        }
        if outcome != DONE {
            self.traced.span().set_status(Status::error(outcome));
        }
        self.traced.span().end();
        metrics::counter!("jobs_total", "job" => self.name, "outcome" => outcome).increment(1);
        metrics::histogram!("job_duration_seconds", "job" => self.name).record(took);
    }
}

#[cfg(test)]
mod tests {
    use domain::job::{DeleteExpired, SendClaimMail};
    use serde_json::json;

    use super::Task;

    #[test]
    fn a_job_of_the_release_before_is_read_and_so_is_one_with_a_trace() {
        let mut payload = json!({
            "mail": "claim_received",
            "claim_id": "00000000-0000-0000-0000-000000000001",
            "event_id": "00000000-0000-0000-0000-000000000002",
        });
        let old: Task<SendClaimMail> = serde_json::from_value(payload.clone()).unwrap();
        assert_eq!(old.traceparent, None);
        payload["traceparent"] = "00-1-2-01".into();
        let new: Task<SendClaimMail> = serde_json::from_value(payload.clone()).unwrap();
        assert_eq!(new.job, old.job);
        assert_eq!(new.traceparent.as_deref(), Some("00-1-2-01"));
        let scheduled = json!({ "_cron": { "ts": "2026-11-30T00:00:00Z" } });
        let scheduled: Task<DeleteExpired> = serde_json::from_value(scheduled).unwrap();
        assert!(scheduled.job.is_ok());
        payload["mail"] = "of_a_newer_release".into();
        let newer: Task<SendClaimMail> = serde_json::from_value(payload).unwrap();
        assert!(newer.job.is_err());
    }
}
