//! What Aero is about, without a database, a clock or a browser: ids, the
//! claim and its states, who may do what, and the parsers of the claim form.
//!
//! Everything here is pure and compiles for the browser as well: the form's
//! parsers run there before a page is sent and on the server after it.

pub mod access;
pub mod claim;
pub mod claim_form;
pub mod ids;
pub mod job;
mod language;
pub mod statement;
mod weighted;

pub use language::Language;
pub use rights::{Code, Coded};
pub use weighted::weighted;
