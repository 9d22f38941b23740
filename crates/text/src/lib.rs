//! What Aero says, in every language: one place for the sentences of pages,
//! mail, letters, jobs and the command line.
//!
//! [`tr!`] gives one sentence of `locales/`. [`format`](mod@format) writes days,
//! times, durations and distances; `law` puts what the engine answers into
//! sentences, `next_step` what can be done after it; `places` names airports,
//! countries and airlines; `mail` writes to passengers and staff; `statement` says what
//! a passenger states.

pub mod faults;
pub mod format;
pub mod i18n;

#[cfg(feature = "ssr")]
pub mod law;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod next_step;
#[cfg(feature = "ssr")]
pub mod places;
#[cfg(feature = "ssr")]
pub mod statement;

pub use leptos_i18n;
