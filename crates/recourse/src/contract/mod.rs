//! The contract of recourse: the facts of a claim as JSON in, the answer as JSON
//! out. Facts come bare, or under the key `facts` of a case.

mod keys;
mod parse;
mod reader;

pub use keys::{AMOUNT_PATTERN, FACTS, Field, Kind, REGION_PATTERN, YEARS, disruption};
pub use parse::{Given, answer, parse_facts};
