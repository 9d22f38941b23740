//! The contract, version 1: a case as JSON in, an assessment as JSON out.

mod currencies;
mod fault;
mod field;
mod keys;
mod order;
mod parse;
mod reader;
mod scalar;
mod strict;
mod write;

pub use currencies::CURRENCIES;
pub use fault::Fault;
pub use field::{DAY_PATTERN, Field, Kind, TIME_PATTERN, YEARS, field, required};
pub use keys::{CASE, DISRUPTIONS, disruption};
pub use parse::parse_case;
pub use reader::{Faults, Object, shown};
pub use scalar::{capitals, decimal};
pub use strict::parse as parse_strict;
pub use write::{Answer, Sentences, answer};
