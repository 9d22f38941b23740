//! How far the carrier controls the disruption (s10-12).
//!
//! Who gives the category decides it. Without one it follows from the cause, if
//! that is shown: what an airline states is a claim, and a cause nobody has
//! shown leaves the disruption within its control.

use crate::facts::{ApprControl, Cause};
use crate::finding::canada::Finding;
use crate::finding::{Change, Finding as Shared};
use crate::journey::Journey;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;

use super::rule;

/// A category with the reason for it.
pub struct Control {
    /// The category.
    pub category: ApprControl,
    /// Where it stands.
    rule: Rule,
    /// What it follows from.
    finding: Shared,
}

/// The category of a journey's disruption.
pub fn of(journey: &Journey<'_>) -> Control {
    let facts = journey.facts;
    let shown = facts
        .cause
        .filter(|cause| facts.cause_proven && *cause != Cause::Unknown);
    match (facts.appr_control, shown) {
        (Some(category), _) => given(category),
        (None, Some(cause)) => derived(cause),
        (None, None) => Control {
            category: ApprControl::WithinControl,
            rule: rule::CAUSE_SHOWN,
            finding: Shared::CauseNotProven,
        },
    }
}

/// The category as somebody who knows it gives it.
fn given(category: ApprControl) -> Control {
    let (rule, finding) = match category {
        ApprControl::WithinControl => (rule::WITHIN_CONTROL, Finding::WithinControl),
        ApprControl::WithinControlSafety => (rule::SAFETY, Finding::RequiredForSafety),
        ApprControl::OutsideControl => (rule::OUTSIDE_CONTROL, Finding::OutsideControl),
    };
    Control {
        category,
        rule,
        finding: finding.into(),
    }
}

/// The category of a cause that is shown.
fn derived(cause: Cause) -> Control {
    let (category, rule) = category(cause);
    let finding = match category {
        ApprControl::WithinControl => Finding::CauseWithinControl { cause },
        ApprControl::WithinControlSafety => Finding::CauseRequiredForSafety { cause },
        ApprControl::OutsideControl => Finding::CauseOutsideControl { cause },
    };
    Control {
        category,
        rule,
        finding: finding.into(),
    }
}

/// Where a cause belongs. A strike of the carrier's own staff is outside its
/// control here, unlike under Regulation 261/2004; a technical fault is a matter
/// of safety, unless scheduled maintenance found it.
fn category(cause: Cause) -> (ApprControl, Rule) {
    match cause {
        Cause::Weather
        | Cause::AirTrafficControl
        | Cause::AirspaceClosure
        | Cause::Security
        | Cause::AirportInfrastructure
        | Cause::MedicalEmergency
        | Cause::BirdStrike
        | Cause::OwnStaffStrike
        | Cause::ThirdPartyStrike
        | Cause::HiddenDefect
        | Cause::AuthorityOrder => (ApprControl::OutsideControl, rule::OUTSIDE_CONTROL),
        Cause::LightningStrike
        | Cause::RunwayContamination
        | Cause::ForeignObjectDamage
        | Cause::AirportStaffShortage
        | Cause::AircraftCollision
        | Cause::Epidemic
        | Cause::FuelShortage
        | Cause::DisruptivePassenger => (
            ApprControl::OutsideControl,
            rule::OUTSIDE_CONTROL_BY_LIKENESS,
        ),
        Cause::TechnicalFault => (ApprControl::WithinControlSafety, rule::SAFETY),
        Cause::ScheduledMaintenance
        | Cause::CrewShortage
        | Cause::Operational
        | Cause::Overbooking => (ApprControl::WithinControl, rule::WITHIN_CONTROL),
        Cause::CrewIllness
        | Cause::GroundHandling
        | Cause::LateInbound
        | Cause::ReligiousRest
        | Cause::Unknown => (ApprControl::WithinControl, rule::WITHIN_CONTROL_BY_LIKENESS),
    }
}

/// Notes the category; only what is within control founds a sum (s12).
pub fn within(control: &Control, notes: &mut Reasoning) -> Result<(), NothingOwed> {
    if control.category != ApprControl::WithinControl {
        return notes.fails(control.rule, control.finding);
    }
    notes.met(control.rule, control.finding);
    if control.finding == Shared::CauseNotProven {
        notes.changes.push(Change::CauseProven);
    }
    Ok(())
}
