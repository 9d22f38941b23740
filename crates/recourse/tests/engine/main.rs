//! The engine of recourse, a file a question.

mod bodies;
mod forums;
mod money;
mod places;
mod properties;
mod reading;
mod regimes;
mod shared_cases;
mod steps;
mod support;
mod time;
mod twins;
