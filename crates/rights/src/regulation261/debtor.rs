//! Which airline answers (Art 2(b), 3(5)).

use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::Reasoning;
use crate::reference::ReferenceData;

use super::rule;

/// Notes an airline that answers for a leg it only sold. Else it is the operator
/// of the first leg that failed, and under a wet lease the lessee, whom the case
/// names as the operator (C-532/17 Wirth); that needs no step.
pub fn note_seller(journey: &Journey<'_>, data: &impl ReferenceData, notes: &mut Reasoning) {
    let (leg, ..) = journey.disrupted_leg();
    let day = leg.scheduled_departure.map_or(journey.day, |at| at.date());
    let known = data.carrier(leg.carrier(), day);
    let operator = known.map_or(leg.carrier(), |carrier| carrier.code);
    let carrier = journey.debtor.code;
    if operator != carrier {
        notes.met(
            rule::SELLER_ANSWERS,
            Finding::SellerAnswers { carrier, operator },
        );
    }
}
