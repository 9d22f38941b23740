//! The program around the site: configuration, router, middleware, commands.

pub mod cli;
pub mod config;
pub mod http;
pub mod lifecycle;
pub mod middleware;
pub mod router;
pub mod session_store;
pub mod state;
