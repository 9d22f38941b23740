//! Storage against a real PostgreSQL; one program, so one cluster.

mod census;
mod claims;
mod drafts;
mod erasing;
mod jobs;
mod live;
mod mail;
mod migrations;
mod outage;
mod pooler;
mod queue;
mod rate_limits;
mod samples;
mod schema;
mod sending;
mod sessions;
mod staff;
mod tls;
