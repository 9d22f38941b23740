//! Names that stand in stored rows, addresses and posted forms: what was written
//! under one must be found under it by every later release.

use std::{collections::BTreeSet, fmt::Debug};

use domain::{
    Coded, Language,
    access::Role,
    claim::{EventKind, RejectionReason, StateName},
    claim_form::{Instead, Notice, OneBooking, Replacement, StatedReason, Step},
};

/// Each thing has its name, no other has it, and what reads names finds it.
fn hold<T: Copy + Debug + PartialEq>(
    names: &[(T, &str)],
    write: impl Fn(T) -> &'static str,
    read: impl Fn(&str) -> Option<T>,
) {
    for (thing, name) in names {
        assert_eq!(write(*thing), *name);
        assert_eq!(read(name), Some(*thing), "{name}");
    }
    let different: BTreeSet<_> = names.iter().map(|(_, name)| name).collect();
    assert_eq!(different.len(), names.len());
    for other in ["", "Admin", "submitted ", "nobody"] {
        assert_eq!(read(other), None, "{other}");
    }
}

#[test]
fn roles_keep_their_names() {
    hold(
        &[(Role::Reviewer, "reviewer"), (Role::Admin, "admin")],
        Role::name,
        Role::from_name,
    );
}

#[test]
fn events_keep_their_names() {
    let names = [
        (EventKind::ClaimSubmitted, "claim_submitted"),
        (EventKind::ClaimApproved, "claim_approved"),
        (EventKind::ClaimRejected, "claim_rejected"),
        (EventKind::ClaimWithdrawn, "claim_withdrawn"),
        (EventKind::LinkRenewed, "link_renewed"),
        (EventKind::ClaimReassessed, "claim_reassessed"),
        (EventKind::ClaimErased, "claim_erased"),
    ];
    assert_eq!(names.map(|(kind, _)| kind), EventKind::ALL);
    assert_eq!(EventKind::WORDS, EventKind::ALL);
    hold(&names, EventKind::name, EventKind::from_name);
}

#[test]
fn states_keep_their_names() {
    let names = [
        (StateName::Submitted, "submitted"),
        (StateName::Approved, "approved"),
        (StateName::Rejected, "rejected"),
        (StateName::Withdrawn, "withdrawn"),
    ];
    assert_eq!(names.map(|(state, _)| state), StateName::ALL);
    hold(&names, StateName::name, StateName::from_name);
}

#[test]
fn reasons_of_a_rejection_keep_their_codes() {
    let codes = [
        (RejectionReason::OutOfScope, "out_of_scope"),
        (RejectionReason::BelowThreshold, "below_threshold"),
        (RejectionReason::Extraordinary, "extraordinary"),
        (RejectionReason::TooLate, "too_late"),
        (RejectionReason::NotConfirmed, "not_confirmed"),
        (RejectionReason::Duplicate, "duplicate"),
        (RejectionReason::Other, "other"),
    ];
    assert_eq!(codes.map(|(reason, _)| reason), RejectionReason::ALL);
    hold(&codes, RejectionReason::code, RejectionReason::from_code);
}

#[test]
fn languages_keep_their_tags() {
    let tags = [(Language::En, "en"), (Language::Fr, "fr")];
    assert_eq!(tags.map(|(language, _)| language), Language::ALL);
    hold(&tags, Language::tag, |tag| tag.parse().ok());
    assert_eq!(Language::Fr.to_string(), "fr");
}

#[test]
fn pages_of_the_form_keep_their_addresses() {
    let slugs = [
        (Step::WhatWentWrong, "what-went-wrong"),
        (Step::Trip, "trip"),
        (Step::Flights, "flights"),
        (Step::Schedule, "schedule"),
        (Step::Arrival, "arrival"),
        (Step::Notice, "notice"),
        (Step::Replacement, "replacement"),
        (Step::Reason, "reason"),
        (Step::Result, "result"),
        (Step::People, "people"),
        (Step::Contact, "contact"),
        (Step::Check, "check"),
    ];
    assert_eq!(slugs.map(|(step, _)| step), Step::ALL);
    hold(&slugs, Step::slug, Step::from_slug);
}

/// The values of choices: what drafts have stored of them.
#[test]
fn choices_of_the_form_keep_their_values() {
    assert_eq!(
        Instead::ALL.map(Instead::value),
        ["money-back", "gave-up", "rerouted", "own-way"]
    );
    assert_eq!(
        Notice::ALL.map(Notice::value),
        ["less", "7-days", "14-days", "unknown"]
    );
    assert_eq!(
        OneBooking::ALL.map(OneBooking::value),
        ["yes", "no", "unknown"]
    );
    assert_eq!(
        Replacement::VALUES,
        ["taken", "refused", "own-way", "nothing"]
    );
    assert_eq!(
        StatedReason::ALL.map(StatedReason::value),
        [
            "none",
            "technical",
            "crew",
            "late-inbound",
            "weather",
            "air-traffic-control",
            "own-strike",
            "other-strike",
            "security",
            "other"
        ]
    );
}
