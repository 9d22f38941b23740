//! Telling those who look at a page that it has changed.
//!
//! The change itself tells, within its transaction, by PostgreSQL's `NOTIFY`;
//! each process that serves pages hears it on one connection and passes it on.
//! Nothing depends on it: who hears nothing sees the same after a reload.

mod places;
mod relay;
mod subscription;

pub use relay::Live;
pub use subscription::Subscription;
