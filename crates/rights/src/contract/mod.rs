//! The contract, version 1: a case as JSON in, an assessment as JSON out.

mod currencies;
mod fault;
mod keys;
mod order;
mod parse;
mod reader;
mod strict;
mod write;

pub use currencies::CURRENCIES;
pub use fault::Fault;
pub use keys::{CASE, DAY_PATTERN, Field, Kind, TIME_PATTERN, YEARS};
pub use parse::parse_case;
pub use reader::{Faults, shown};
pub use strict::parse as parse_strict;
pub use write::{Answer, Sentences, answer};
