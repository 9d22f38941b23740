//! Regulation 261/2004 and its British version: each side of every threshold,
//! with the article it stands in, a file a question.

mod agreement;
mod amendment;
mod british;
mod cancellation;
mod cause;
mod claim;
mod delay;
mod distance;
mod diversion;
mod doubt;
mod downgrade;
mod flights;
mod other_rights;
mod process;
mod refusal;
mod scope;
mod sum;
