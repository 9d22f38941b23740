//! Who asks, and what they may. A query or use case takes one of these, so that
//! it says whose data it reads.

mod permission;
mod role;
mod staff;

pub use permission::{
    DecideClaims, ManageStaff, Permission, Permitted, ReadClaims, ReassessClaims, RetryJobs,
};
pub use role::Role;
pub use staff::{Denied, Grant, Staff};

use crate::ids::ClaimId;

/// Whoever runs the service and has its command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operator;

/// Somebody who holds the private link of one claim, and so may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkHolder {
    /// The only claim this link opens.
    pub claim_id: ClaimId,
}
