//! The engine of recourse, a file a question.

mod bodies;
mod british;
mod calendars;
mod european;
mod forums;
mod interest;
mod money;
mod overseas;
mod properties;
mod reading;
mod shared_cases;
mod steps;
mod support;
mod time;
mod twins;
