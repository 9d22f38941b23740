//! The contract of recourse: the facts of a claim as JSON in, the answer as JSON
//! out. Facts come bare, or under the key `facts` of a case.

mod keys;
mod parse;
mod slip;

pub use keys::FACTS;
pub use parse::{Given, answer, parse_facts};
