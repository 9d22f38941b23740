//! SHY-YOLCU.

pub mod finding;
pub mod rule;

use jiff::civil::Date;

use crate::assessment::{Entry, Step};
use crate::journey::{Journey, place};
use crate::reference::ReferenceData;

pub use finding::Finding;
pub use rule::ALL as RULES;

/// Judges a journey.
///
/// # Errors
///
/// The step on which the scope fails.
pub fn entry(
    journey: &Journey<'_>,
    _assessed_on: Date,
    _data: &impl ReferenceData,
) -> Result<Entry, Step> {
    let finding = Finding::OutsideTerritory {
        origin: place(journey.origin()),
        destination: place(journey.destination()),
    };
    Err(Step {
        rule: rule::TERRITORY,
        met: false,
        finding: finding.into(),
    })
}
