//! What every request and response passes through.

mod access_log;
mod bounds;
mod caching;
mod client_address;
mod compress;
mod cookies;
mod error_pages;
mod headers;
mod same_origin;
mod secure_cookies;
mod session_activity;
mod whole_body;

pub use access_log::access_log;
pub use bounds::bounds;
pub use caching::Caching;
pub use client_address::client_address;
pub use compress::compress;
pub use cookies::cookies;
pub use error_pages::{ErrorPages, error_pages};
pub use headers::headers;
pub use same_origin::same_origin;
pub use secure_cookies::secure_cookies;
pub use session_activity::session_activity;
pub use whole_body::whole_body;
