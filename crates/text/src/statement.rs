//! What a passenger states, in words: one for each choice of the form.

use domain::{
    Code, Language,
    claim_form::{DisruptionKind, Instead, Notice, StatedReason},
};

use crate::tr;

/// What went wrong.
pub fn disruption(language: Language, kind: DisruptionKind) -> String {
    match kind {
        DisruptionKind::Delay => tr!(language, claim_form.disruption.delay),
        DisruptionKind::Cancellation => tr!(language, claim_form.disruption.cancellation),
        DisruptionKind::Other => tr!(language, claim_form.disruption.other),
    }
}

/// When a cancellation was announced.
pub fn notice(language: Language, notice: Notice) -> String {
    match notice {
        Notice::TwoWeeks => tr!(language, claim_form.notice.fourteen),
        Notice::SevenDays => tr!(language, claim_form.notice.seven),
        Notice::Less => tr!(language, claim_form.notice.less),
        Notice::Unknown => tr!(language, claim_form.notice.unknown),
    }
}

/// What was offered instead, by its value in the form.
pub fn replacement(language: Language, value: &str) -> String {
    match value {
        "taken" => tr!(language, claim_form.replacement.taken),
        "refused" => tr!(language, claim_form.replacement.refused),
        "own-way" => tr!(language, claim_form.replacement.own_way),
        _ => tr!(language, claim_form.replacement.nothing),
    }
}

/// What happened to somebody whom the booked flights did not take there.
pub fn instead(language: Language, instead: Instead) -> String {
    match instead {
        Instead::MoneyBack => tr!(language, claim_form.arrival.money_back),
        Instead::GaveUp => tr!(language, claim_form.arrival.gave_up),
        Instead::Rerouted => tr!(language, claim_form.arrival.rerouted),
        Instead::OwnWay => tr!(language, claim_form.arrival.own_way),
    }
}

/// What the airline said.
pub fn reason(language: Language, reason: StatedReason) -> String {
    match reason {
        StatedReason::NoneGiven => tr!(language, claim_form.reason.none),
        StatedReason::Technical => tr!(language, claim_form.reason.technical),
        StatedReason::Crew => tr!(language, claim_form.reason.crew),
        StatedReason::LateInbound => tr!(language, claim_form.reason.late_inbound),
        StatedReason::OwnStrike => tr!(language, claim_form.reason.own_strike),
        StatedReason::OtherStrike => tr!(language, claim_form.reason.other_strike),
        StatedReason::Weather => tr!(language, claim_form.reason.weather),
        StatedReason::AirTrafficControl => tr!(language, claim_form.reason.air_traffic_control),
        StatedReason::Security => tr!(language, claim_form.reason.security),
        StatedReason::Other => tr!(language, claim_form.reason.other),
    }
}

/// When a cancellation was announced, as it was stored.
pub fn stored_notice(language: Language, stored: &Code<Notice>) -> String {
    match stored.known() {
        Some(known) => notice(language, known),
        None => unknown_code(language, stored.as_str()),
    }
}

/// What the airline said, as it was stored.
pub fn stored_reason(language: Language, stored: &Code<StatedReason>) -> String {
    match stored.known() {
        Some(known) => reason(language, known),
        None => unknown_code(language, stored.as_str()),
    }
}

/// What only a newer release can put into words: its code.
pub fn unknown_code(language: Language, code: &str) -> String {
    tr!(language, claim_form.unknown_code, code = code)
}
