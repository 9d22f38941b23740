//! Who works at the desk: added, signed in, disabled.

mod add_staff;
mod disable_staff;
mod sign_in;

pub use add_staff::{MIN_PASSWORD, NewStaffError};
pub use sign_in::SignInError;
