//! The Montreal Convention, each row with its article.

mod baggage;
mod carriage;
mod claim;
mod delay;
mod limit;
#[path = "../support/mod.rs"]
mod support;
mod trouble;
