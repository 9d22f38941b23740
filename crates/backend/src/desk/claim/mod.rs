//! One claim at the desk: opened, decided, assessed again, erased.

mod decide_claim;
mod erase_claim;
mod open_claim;
mod reassess_claim;

pub use decide_claim::DecideError;
pub use open_claim::DeskClaim;
pub use reassess_claim::ReassessedClaim;
