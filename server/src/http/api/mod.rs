//! Handlers of the API.

mod airports;
mod assessments;
mod body;
mod forums;
mod openapi;
mod problem;
mod schema;

pub use airports::airports;
pub use assessments::assess;
pub use forums::recourse;
pub use openapi::document;
pub use problem::problems;
