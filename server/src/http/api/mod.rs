//! Handlers of the API.

mod airports;
mod assessments;
mod openapi;
mod problem;

pub use airports::airports;
pub use assessments::assess;
pub use openapi::document;
pub use problem::problems;
