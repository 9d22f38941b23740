//! Use cases: what a passenger and a reviewer can do with Aero.
//!
//! Each is a method of [`Backend`] in a file of its own. It reads and writes
//! through one unit of work, asks the clock and the ids it was given, and
//! answers with a value or one of the few errors of [`Error`].

mod blobs;
mod claim_form;
mod clock;
mod desk;
mod error;
mod https;
mod ids;
mod jobs;
mod limits;
mod live;
mod mail;
mod next_step;
mod passwords;
mod secret;
pub mod security;
mod snapshot;
mod tracking;

use std::{sync::Arc, time::Duration};

use db::Db;

pub use blobs::{
    Blob, BlobError, BlobId, BlobStore, Bytes, Content, Folder, InvalidBlobId, S3, S3Settings,
};
pub use claim_form::{
    DRAFT_DAYS, LoadedDraft, SavedDraft, SentClaim, SubmitError, Upgraded, assess,
};
pub use clock::{Clock, SystemClock};
pub use db::{Amount, Count, People, QueuePage, QueueRow, StateCounts};
pub use db::{DbError, DbOptions, EventRow};
pub use db::{Delivery, DeliveryState, Refusal};
pub use desk::{
    DecideError, DeskClaim, MIN_PASSWORD, NewStaffError, QUEUE_PAGE, QueueQuery, ReassessedClaim,
    SignInError,
};
pub use error::Error;
pub use https::https;
pub use ids::{Ids, RandomIds};
pub use jobs::{FailedJob, JobContext, JobCounts, JobError, Worker, WorkerDuty};
pub use limits::{Answer, Limits, MemoryRateLimits, Quotas, RateLimits, SignInAttempt, TooMany};
pub use live::{Live, Subscription};
pub use mail::{
    DeliveryStatusError, MailError, Mailer, NoDeliveryStatus, NoMailer, NotedDeliveryStatus,
    OutgoingMail, Smtp, SmtpSettings,
};
pub use recourse::answer::NextStep;
pub use secret::Secret;
pub use snapshot::Snapshot;
pub use tracking::{HistoryLine, LINK_DAYS, Links, OpenedLink, TrackedClaim, WatchedClaim};

/// Everything the use cases stand on. Clones share it.
#[derive(Clone)]
pub struct Backend {
    client: Option<Arc<str>>,
    db: Db,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    limits: Arc<Limits>,
    links: Arc<Links>,
    passwords: passwords::Passwords,
}

impl Backend {
    /// Puts the parts together.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, limits: Limits) -> Self {
        let links = Arc::new(Links::default().or_of_this_process(&*ids));
        Self {
            client: None,
            db,
            clock,
            ids,
            limits: Arc::new(limits),
            links,
            passwords: passwords::Passwords::new(),
        }
    }

    /// The same, for somebody at an address of the network: what they make
    /// counts against its quotas. What the program does by itself is not
    /// counted.
    #[must_use]
    pub fn for_client(mut self, address: &str) -> Self {
        self.client = Some(address.into());
        self
    }

    /// The same with links as an operator sets them.
    #[must_use]
    pub fn with_links(mut self, links: Links) -> Self {
        self.links = Arc::new(links.or_of_this_process(&*self.ids));
        self
    }

    /// The same on another pool of connections, so that what works beside the
    /// requests does not take theirs.
    #[must_use]
    pub fn on(mut self, db: Db) -> Self {
        self.db = db;
        self
    }

    /// The database, for the session store and the health checks.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// The rate limits.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Counts a new draft of the client.
    async fn count_draft(&self) -> Result<(), Error> {
        match &self.client {
            Some(address) => self.limits.draft(address, self.now()).await,
            None => Ok(()),
        }
    }

    /// Counts a claim that the client sends.
    async fn count_claim(&self) -> Result<(), Error> {
        match &self.client {
            Some(address) => self.limits.claim(address, self.now()).await,
            None => Ok(()),
        }
    }

    /// Counts a link that the client asks for by mail.
    async fn count_link_request(&self) -> Result<(), Error> {
        match &self.client {
            Some(address) => self.limits.request_link(address, self.now()).await,
            None => Ok(()),
        }
    }

    /// Counts a page that the client saves or sends.
    fn count_save(&self, draft: Option<&Secret>) -> Result<(), TooMany> {
        match &self.client {
            Some(address) => self.limits.save(address, draft, self.now()),
            None => Ok(()),
        }
    }

    /// A number for a request, in twelve hexadecimal digits.
    pub fn request_id(&self) -> String {
        format!("{:012x}", self.ids.request())
    }

    /// Any time shorter than this, in milliseconds, so that not all who wait do the
    /// same at the same moment.
    pub fn any_time_below(&self, most: Duration) -> Duration {
        let most = u64::try_from(most.as_millis()).unwrap_or(u64::MAX);
        Duration::from_millis(self.ids.request().checked_rem(most).unwrap_or_default())
    }

    /// The time now.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// Today's date, in UTC: the parsers allow for passengers ahead of it.
    pub fn today(&self) -> jiff::civil::Date {
        self.now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }
}
