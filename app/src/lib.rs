//! Aero's pages, its form, its server functions and its islands.
//!
//! With the feature `ssr` this is the whole site, rendered on the server. With
//! `hydrate` it is only what runs in the browser: the [`widgets`], which bring
//! the same parsers and messages to a page that already works without them.

pub mod ui;
pub mod widgets;

#[cfg(feature = "ssr")]
pub mod assessment;
#[cfg(feature = "ssr")]
pub mod claim_form;
#[cfg(feature = "ssr")]
pub mod desk;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod files;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod query;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod request_id;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod tracking;
