//! The whole site in process, on a real database, as browsers without
//! JavaScript use it.

mod access;
mod api;
mod bad_input;
mod claim_form;
mod desk;
mod headers;
mod jobs;
mod listener;
mod live;
mod mail;
mod markup;
mod outage;
mod page_cache;
mod recourse;
mod same_origin;
mod snapshot;
mod support;
mod tracking;
mod wording;
