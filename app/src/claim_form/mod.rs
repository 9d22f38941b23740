//! The claim form: where it begins, one file for each page, the server function
//! that saves them, and what they share.

mod address;
mod api;
mod arrival;
mod check;
mod contact;
mod fields;
mod first_check;
mod flights;
mod lines;
mod list;
mod notice;
mod page;
mod people;
mod reason;
mod replacement;
mod result;
mod schedule;
mod start;
mod summary;
mod trip;
mod view;
mod what_went_wrong;

pub use api::{SaveAnswers, SendClaim};
pub use page::StepPage;
pub use start::StartPage;
pub use summary::statement_rows;
