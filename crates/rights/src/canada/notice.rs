//! When the passenger was told (s12(2)(d), 12(3)(d)).

use crate::finding::canada::Finding;
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};

use super::disruption::LegalDisruption;
use super::rule;

/// The sum is due to whom was told so many days before departure or later.
const TOLD_LATE: u32 = 14;

/// Notes the notice. An absent one counts as told on the day: it would only
/// help the carrier. A refused boarding knows no notice.
pub fn told(
    disruption: LegalDisruption,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    if !disruption.is_inconvenience() {
        return Ok(());
    }
    match journey.facts.notice_days {
        Some(days) if days > TOLD_LATE => {
            return notes.fails(rule::NOTICE, Finding::ToldEarly { days });
        }
        Some(days) => notes.met(rule::NOTICE, Finding::ToldLate { days }),
        None => notes.met(rule::NOTICE, Finding::ToldOnTheDay),
    }
    Ok(())
}
