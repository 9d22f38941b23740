//! Which airline answers (Art 2(b), 3(5)).

use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::rule;

/// Notes an airline that answers for a leg it only sold. Else it is the operator
/// of the first leg that failed, and under a wet lease the lessee, whom the case
/// names as the operator (C-532/17 Wirth); that needs no step.
pub fn note_seller(journey: &Journey<'_>, notes: &mut Reasoning) {
    if let Some(operator) = journey.debtor.sold_for {
        let carrier = journey.debtor.code;
        notes.met(
            rule::SELLER_ANSWERS,
            Finding::SellerAnswers { carrier, operator },
        );
    }
}
