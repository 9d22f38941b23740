//! The schema, step by step.
//!
//! Every step is written in SQL: the schema leans on checks, triggers and
//! expression indexes, and those read best in the database's own language. A
//! step that has been released is never edited; the next step changes what it
//! made, first by adding (expand), and by removing only in a later release
//! (contract), so that the release before still runs on the newer schema. See
//! `docs/how-to/a-table.md`.

mod grants;
mod job_queue;
mod m20261121_000001_staff;
mod m20261121_000002_claims;
mod m20261121_000003_claim_events;
mod m20261121_000004_drafts;
mod m20261121_000005_sessions;
mod m20261121_000006_link_renewals;
mod m20261121_000007_name_words;
mod m20261130_000010_snapshots;
mod m20261130_000011_people;
mod m20261130_000012_erasure;
mod m20261130_000013_unversioned_claims;
mod m20261130_000020_rate_limits;
mod m20261130_000021_staff_sessions;
mod m20261130_000022_link_generations;
mod m20261130_000023_staff_roles;
mod m20261130_000030_mail_deliveries;
mod m20261130_000040_events_by_actor;
mod m20261130_000041_actor_is_staff;
mod m20261130_000042_actors_were_staff;
mod m20261130_000043_no_more_old_sessions;
mod m20261130_000050_bounced_mail;
mod m20261130_000051_bounces_were_checked;
#[cfg(test)]
mod released;
mod runner;
mod step;

use std::hash::{DefaultHasher, Hash, Hasher};

use sea_orm_migration::prelude::*;

pub use runner::{grant, migrate, pending, pending_on};
use step::Step;

/// By name, one a line.
const STEPS: &[Step] = &[
    m20261121_000001_staff::STEP,
    m20261121_000002_claims::STEP,
    m20261121_000003_claim_events::STEP,
    m20261121_000004_drafts::STEP,
    m20261121_000005_sessions::STEP,
    m20261121_000006_link_renewals::STEP,
    m20261121_000007_name_words::STEP,
    m20261130_000010_snapshots::STEP,
    m20261130_000011_people::STEP,
    m20261130_000012_erasure::STEP,
    m20261130_000013_unversioned_claims::STEP,
    m20261130_000020_rate_limits::STEP,
    m20261130_000021_staff_sessions::STEP,
    m20261130_000022_link_generations::STEP,
    m20261130_000023_staff_roles::STEP,
    m20261130_000030_mail_deliveries::STEP,
    m20261130_000040_events_by_actor::STEP,
    m20261130_000041_actor_is_staff::STEP,
    m20261130_000042_actors_were_staff::STEP,
    m20261130_000043_no_more_old_sessions::STEP,
    m20261130_000050_bounced_mail::STEP,
    m20261130_000051_bounces_were_checked::STEP,
];

/// The list of steps, in order.
#[derive(Debug, Clone, Copy)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS
            .iter()
            .map(|step| Box::new(*step) as Box<dyn MigrationTrait>)
            .collect()
    }
}

/// A number that changes with the name or the text of any step, and with what is
/// granted.
///
/// It names the database that tests are copied from, so that a changed step is
/// never tested against the schema of yesterday.
#[must_use]
pub fn fingerprint() -> u64 {
    let mut hasher = DefaultHasher::new();
    (STEPS, include_str!("grants.rs"), job_queue::newest()).hash(&mut hasher);
    hasher.finish()
}
