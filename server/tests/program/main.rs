//! The program as it is started: what it tells of itself.

mod collector_away;
mod jobs;
mod metrics;
mod outage;
mod support;
mod traces;
mod warnings;
