//! The words of the contract and what they stand for.

use crate::case::{Disruption, LegStatus};
use crate::facts::{ApprControl, BaggageKind, Cabin, CarrierSize, RefusalGrounds};

/// Keys of a case.
pub const CASE: &[&str] = &["legs", "disruption", "facts", "assessed_on"];

/// Keys of a leg.
pub const LEG: &[&str] = &[
    "flight",
    "operating_carrier",
    "marketing_flight",
    "carrier_licence",
    "origin",
    "destination",
    "scheduled_departure",
    "scheduled_arrival",
    "actual_departure",
    "actual_arrival",
    "status",
];

/// Keys of the facts.
pub const FACTS: &[&str] = &[
    "single_booking",
    "checked_in_on_time",
    "fare_available_to_public",
    "notice_days",
    "reroute",
    "refund_chosen",
    "travelled",
    "cause",
    "cause_proven",
    "measures_proven",
    "extraordinary_minutes",
    "carrier_minutes",
    "appr_control",
    "carrier_size",
    "denied_voluntarily",
    "refusal_grounds",
    "oversold",
    "booked_class",
    "flown_class",
    "leg_fare",
    "proven_loss",
    "landed_at",
    "baggage",
    "forum",
    "already_received",
    "note",
];

/// Keys of a replacement journey.
pub const REROUTE: &[&str] = &["departure", "arrival", "accepted", "self_arranged"];

/// Keys of a sum.
pub const MONEY: &[&str] = &["amount", "currency"];

/// Keys of the baggage.
pub const BAGGAGE: &[&str] = &["kind", "reported_after_days"];

/// Disruptions.
pub const DISRUPTIONS: &[(&str, Disruption)] = &[
    ("delay", Disruption::Delay),
    ("cancellation", Disruption::Cancellation),
    ("missed_connection", Disruption::MissedConnection),
    ("denied_boarding", Disruption::DeniedBoarding),
    ("downgrade", Disruption::Downgrade),
    ("brought_forward", Disruption::BroughtForward),
    ("diversion", Disruption::Diversion),
    ("baggage", Disruption::Baggage),
];

/// What became of a leg.
pub const STATUSES: &[(&str, LegStatus)] = &[
    ("operated", LegStatus::Operated),
    ("cancelled", LegStatus::Cancelled),
    ("missed", LegStatus::Missed),
    ("denied", LegStatus::Denied),
    ("diverted", LegStatus::Diverted),
];

/// Grounds for refusal.
pub const GROUNDS: &[(&str, RefusalGrounds)] = &[
    ("inadequate_documents", RefusalGrounds::InadequateDocuments),
    ("health", RefusalGrounds::Health),
    ("safety", RefusalGrounds::Safety),
    ("security", RefusalGrounds::Security),
];

/// Canadian categories of control.
pub const CONTROLS: &[(&str, ApprControl)] = &[
    ("within_control", ApprControl::WithinControl),
    ("within_control_safety", ApprControl::WithinControlSafety),
    ("outside_control", ApprControl::OutsideControl),
];

/// Canadian sizes of carriers.
pub const SIZES: &[(&str, CarrierSize)] =
    &[("large", CarrierSize::Large), ("small", CarrierSize::Small)];

/// Classes of travel.
pub const CABINS: &[(&str, Cabin)] = &[
    ("first", Cabin::First),
    ("business", Cabin::Business),
    ("premium_economy", Cabin::PremiumEconomy),
    ("economy", Cabin::Economy),
];

/// Kinds of harm to baggage.
pub const BAGGAGE_KINDS: &[(&str, BaggageKind)] = &[
    ("delayed", BaggageKind::Delayed),
    ("lost", BaggageKind::Lost),
    ("damaged", BaggageKind::Damaged),
];
