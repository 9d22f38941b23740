//! The Montreal Convention, each row with its article.

mod baggage;
mod carriage;
mod cases;
mod claim;
mod delay;
mod limit;
