//! How Aero looks: components that render what they are given, in five groups.
//!
//! Nothing here reads data, knows a language or decides anything. All words
//! come in as properties, because the site speaks English and French. The
//! matching style sheets are in `style/`; the class names used here and there
//! are listed at the top of each sheet.
//!
//! Optional words are a [`Wording`], so a page may pass `&str`, `String` or
//! an `Option` of either without unwrapping. Views that are passed as
//! properties are [`leptos::prelude::AnyView`]; write `.into_any()` after the
//! `view!`.

mod claim;
mod feedback;
mod form;
mod layout;
mod table;
mod wording;

pub use claim::*;
pub use feedback::*;
pub use form::*;
pub use layout::*;
pub use table::*;
pub use wording::Wording;
