//! The program as it is started: what it tells of itself.

mod collector_away;
mod collector_tls;
mod jobs;
mod metrics;
mod outage;
mod start;
mod stop;
mod support;
mod traces;
mod warnings;
