//! Use cases: what a passenger and a reviewer can do with Aero.
//!
//! Each is a method of [`Backend`] in a file of its own. It reads and writes
//! through one unit of work, asks the clock and the ids it was given, and
//! answers with a value or one of the few errors of [`Error`].

mod airports;
mod claims;
mod clock;
mod error;
mod ids;
mod intake;
mod limits;
mod passwords;
mod review;
mod secret;

use std::sync::Arc;

use db::Db;

pub use airports::{AirportView, Airports, carrier_name, country_name};
pub use claims::{FollowedClaim, HistoryLine};
pub use clock::{Clock, SystemClock};
pub use db::{Amount, QueuePage, QueueRow, StateCounts};
pub use db::{DbError, DbOptions, EventRow};
pub use error::Error;
pub use ids::{Ids, RandomIds};
pub use intake::{DRAFT_DAYS, Judgement, LoadedDraft, SavedDraft, SentClaim, judge, judge_sent};
pub use limits::{Limits, TooMany};
pub use review::{DecideError, DeskClaim, MIN_PASSWORD, NewStaffError, QueueQuery, SignInError};
pub use secret::Secret;

/// Everything the use cases stand on. Clones share it.
#[derive(Clone)]
pub struct Backend {
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
            db,
            clock,
            ids,
            limits: Arc::new(limits),
            passwords: passwords::Passwords::new(),
        }
    }

    /// The database, for the session store and the health checks.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// What counts requests.
    pub fn limits(&self) -> &Limits {
        &self.limits
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
