//! The Canadian Air Passenger Protection Regulations, SOR/2019-150: each side of
//! every threshold, with the section it stands in, a file a question.

mod arrival;
mod cause;
mod claim;
mod flights;
mod other_rights;
mod refusal;
mod scope;
mod sum;
