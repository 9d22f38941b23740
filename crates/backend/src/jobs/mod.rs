//! Work that outlives the request that asked for it.
//!
//! A use case adds a job in its unit of work; a [`Worker`], in this process or
//! another, does it afterwards. Each kind of job says with [`Run`] what is done,
//! in the file of its subject; `docs/how-to/add-a-job.md` has the steps.

mod delete_expired;
mod desk;
mod schedule;
mod task;
mod worker;

pub use db::{FailedJob, JobCounts};
pub use task::JobError;
pub(crate) use task::Run;
pub use worker::{Worker, WorkerDuty};

use std::{fmt, sync::Arc};

use crate::{Backend, BlobStore, Mailer};

/// What jobs are done with. Clones share it.
#[derive(Clone)]
pub struct JobContext {
    /// The use cases.
    pub backend: Backend,
    /// What sends mail.
    pub mailer: Arc<dyn Mailer>,
    /// Where blobs are, if they are stored.
    pub blobs: Option<Arc<dyn BlobStore>>,
    /// Where the public reaches the site, without a slash at the end.
    pub origin: Arc<str>,
    /// Who runs it.
    pub operator: Arc<str>,
}

impl fmt::Debug for JobContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JobContext").finish_non_exhaustive()
    }
}
