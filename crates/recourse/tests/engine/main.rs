//! The engine of recourse, a file a question.

mod airline_time;
mod bodies;
mod body_asked;
mod forums;
mod money;
mod places;
mod properties;
mod reading;
mod regimes;
mod rounding;
mod shared_cases;
mod steps;
mod support;
mod time;
mod twins;
