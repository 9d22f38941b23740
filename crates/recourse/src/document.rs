//! What must lie in the file, and what helps.

use crate::claim::Claim;
use crate::court::CourtChoice;
use crate::table::{Condition, DocumentRow, ForumRow, documents};

/// The documents of a forum: those the file must hold, and those that help.
#[must_use]
pub fn of(
    claim: &Claim<'_>,
    row: &ForumRow,
    court: Option<&CourtChoice>,
    lawyer: Option<bool>,
    fee: Option<i64>,
) -> (Vec<&'static str>, Vec<&'static str>) {
    let wanted: Vec<&'static DocumentRow> = documents(&row.document_set)
        .filter(|document| holds(document.condition, claim, court, lawyer, fee))
        .collect();
    let keys = |supports: bool| {
        let of_kind = wanted.iter().filter(move |row| row.supports == supports);
        of_kind.map(|row| row.key.as_str()).collect()
    };
    (keys(false), keys(true))
}

fn holds(
    condition: Condition,
    claim: &Claim<'_>,
    court: Option<&CourtChoice>,
    lawyer: Option<bool>,
    fee: Option<i64>,
) -> bool {
    let facts = claim.facts;
    let several = facts.persons > 1;
    match condition {
        Condition::Always => true,
        Condition::NotCancelled => facts.disruption != rights::Disruption::Cancellation,
        Condition::Expenses => facts.expenses > 0,
        Condition::MoreThanFixedSum => facts.claims_more_than_fixed_sum(),
        Condition::OneForSeveral => several && facts.one_claims_for_all,
        Condition::MediationDue => claim.mediation_due(),
        Condition::JointFamily => {
            several
                && facts
                    .relation
                    .is_some_and(crate::facts::Relation::is_family)
        }
        Condition::StampDue => !facts.legal_aid && fee != Some(0),
        Condition::BodyAsked => facts.has_asked_body(),
        Condition::Lawyer => lawyer == Some(true),
        Condition::FrenchCourt => {
            court.is_some_and(|court| court.state.as_str() == "FR") && claim.mediation_due()
        }
        Condition::Represented => facts.represented,
        Condition::DeniedBoarding => facts.disruption == rights::Disruption::DeniedBoarding,
        Condition::Never => false,
    }
}
