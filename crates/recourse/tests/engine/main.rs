//! The engine of recourse, a file a question.

mod airline_time;
mod bodies;
mod body_asked;
mod british;
mod calendars;
mod european;
mod forums;
mod interest;
mod money;
mod overseas;
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
