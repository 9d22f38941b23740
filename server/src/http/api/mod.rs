//! Handlers of the API.

mod airports;
mod assessments;
mod body;
mod claim_facts;
mod openapi;
mod problem;
mod recourse;

pub use airports::airports;
pub use assessments::assess;
pub use openapi::document;
pub use problem::problems;
pub use recourse::recourse;
