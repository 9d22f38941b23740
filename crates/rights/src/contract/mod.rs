//! The contract, version 1: a case as JSON in, an assessment as JSON out.

mod fault;
mod keys;
mod order;
mod parse;
mod reader;
mod write;

pub use fault::Fault;
pub use keys::{CASE, Field, Kind};
pub use parse::parse_case;
pub use write::{Answer, Sentences, answer};
