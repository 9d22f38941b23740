//! The claim form: one file for each page, the server function that saves
//! them, and what they share.

mod api;
mod arrival;
mod check;
mod contact;
mod fields;
mod first_check;
mod flights;
mod lines;
mod notice;
mod page;
mod people;
mod reason;
mod replacement;
mod result;
mod schedule;
mod summary;
mod trip;
mod view;
mod what_went_wrong;

pub use api::{SaveAnswers, SendClaim};
pub use page::{StepPage, resume_step, step_path};
pub use summary::{Trip, happening_rows, notice_words, reason_words, trip_of};
