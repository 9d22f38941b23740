//! Storage: what Aero keeps in PostgreSQL, and the only ways to it.
//!
//! All work happens in a [`Tx`], a unit of work that [`Db::begin`] opens: its
//! changes are made together at [`Tx::commit`], or not at all. Rows leave as
//! plain structs and never as entities, and every query says whose data it
//! reads: a draft is found by the secret in its cookie, a claim by the secret in
//! its link or for a reviewer.
//!
//! Times and ids are arguments; the secrets arrive as their SHA-256.

mod audit;
mod census;
mod claims;
mod connect;
mod connected_as;
mod database_url;
mod drafts;
mod entity;
mod error;
mod expired;
pub mod instant;
mod jobs;
mod live;
mod mail;
mod pool;
pub mod rate_limits;
pub mod sessions;
mod staff;
pub mod trace;
mod tx;

pub use audit::{Audit, EventRow};
pub use census::{Census, JobDepths, NoCensus, PoolUse};
pub use claims::{
    Amount, AssessmentSummary, ClaimFacts, ClaimRow, Claims, Count, InvalidCursor, NewClaim,
    People, QueueCursor, QueueFilter, QueuePage, QueueRow, StateCounts, UnversionedClaim,
};
pub use connect::{Db, DbOptions, Pooler};
pub use connected_as::ConnectedAs;
pub use database_url::{DatabaseUrl, InvalidDatabaseUrl, TlsMode};
pub use drafts::{DraftRow, Drafts, NewDraft};
pub use error::{Conflict, DbError};
pub use expired::EXPIRED_BATCH;
pub use jobs::{FailedJob, JobCounts, Jobs, TRACEPARENT};
pub use live::Listener;
pub use mail::{Bounce, Deliveries, Delivery, DeliveryState, Refusal};
pub use pool::Pool;
pub use staff::{Staff, StaffRow};
pub use tx::Tx;
