//! The program around the site: configuration, router, middleware, commands.

pub mod browser_files;
pub mod cli;
pub mod config;
pub mod encoding;
pub mod http;
pub mod kept;
pub mod lifecycle;
pub mod middleware;
pub mod router;
pub mod session_store;
pub mod state;
