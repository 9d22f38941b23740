//! Use cases: what a passenger and a reviewer can do with Aero.
//!
//! Each is a method of [`Backend`] in a file of its own. It reads and writes
//! through one unit of work, asks the clock and the ids it was given, and
//! answers with a value or one of the few errors of [`Error`].

mod claim_form;
mod clock;
mod desk;
mod error;
mod ids;
mod limits;
mod passwords;
mod secret;
mod snapshot;
mod tracking;

use std::sync::Arc;

use db::Db;

pub use claim_form::{
    DRAFT_DAYS, LoadedDraft, SavedDraft, SentClaim, SubmitError, Upgraded, judge,
};
pub use clock::{Clock, SystemClock};
pub use db::{Amount, Count, People, QueuePage, QueueRow, StateCounts};
pub use db::{DbError, DbOptions, EventRow};
pub use desk::{
    DecideError, DeskClaim, MIN_PASSWORD, NewStaffError, QUEUE_PAGE, QueueQuery, ReassessedClaim,
    SignInError,
};
pub use error::Error;
pub use ids::{Ids, RandomIds};
pub use limits::{Limits, Quotas, TooMany, Try};
pub use secret::Secret;
pub use snapshot::Snapshot;
pub use tracking::{HistoryLine, TrackedClaim};

/// Everything the use cases stand on. Clones share it.
#[derive(Clone)]
pub struct Backend {
    client: Option<Arc<str>>,
    db: Db,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    limits: Arc<Limits>,
    passwords: passwords::Passwords,
}

impl Backend {
    /// Puts the parts together.
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, limits: Limits) -> Self {
        Self {
            client: None,
            db,
            clock,
            ids,
            limits: Arc::new(limits),
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

    /// The database, for the session store and the health checks.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// What counts requests.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Counts something that the client makes.
    fn count(&self, limit: fn(&Limits, &str) -> Result<(), TooMany>) -> Result<(), Error> {
        match &self.client {
            Some(address) => limit(&self.limits, address).map_err(|TooMany| Error::TooMany),
            None => Ok(()),
        }
    }

    /// A number for a request, in twelve hexadecimal digits.
    pub fn request_id(&self) -> String {
        format!("{:012x}", self.ids.request())
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
