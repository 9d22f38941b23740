//! Islands: what wakes up in the browser. Each adds to a page that works
//! without it, by the ids of the fields the server has drawn.

mod airport_picker;
mod arrival_difference;
#[cfg(feature = "hydrate")]
mod dom;
mod form_check;

pub use airport_picker::AirportPicker;
pub use arrival_difference::{ArrivalDifference, BookedTime};
pub use form_check::FormCheck;
