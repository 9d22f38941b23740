//! The program around the site: configuration, router, middleware, commands.

pub mod browser_files;
pub mod cli;
pub mod config;
pub mod content_coding;
pub mod entity_tag;
pub mod http;
pub mod lifecycle;
pub mod listener;
pub mod mail_catcher;
pub mod metrics_listener;
pub mod middleware;
pub mod page_cache;
pub mod release_files;
pub mod routes;
pub mod session_store;
pub mod state;
pub mod stopping;
pub mod telemetry;
pub mod worker;
