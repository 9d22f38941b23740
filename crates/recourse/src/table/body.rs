//! Bodies out of court.

use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Coded, Confidence, Country, Currency};
use serde::Deserialize;

use super::clock::Unit;
use super::{confidence, hundredths, rows};
use crate::forum::BodyId;

#[derive(Deserialize)]
struct Row {
    body: String,
    country: String,
    name: String,
    kind: String,
    wait: i32,
    wait_unit: String,
    wait_from: String,
    refusal_ends_wait: String,
    open_at_once: String,
    events_since: String,
    lodge_years: Option<i32>,
    lodge_from: String,
    value_max: String,
    currency: String,
    claimant_cost: String,
    binding: String,
    decides_in_days: Option<i32>,
    suspends: String,
    channel: String,
    confidence: String,
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyKind {
    /// Settles single cases.
    Conciliation,
    /// Both settles and supervises.
    Both,
    /// Supervises the airline, awards nothing as a rule.
    Enforcement,
    /// A regulator outside Europe.
    Regulator,
}

rights::codes!(BodyKind {
    Conciliation => "adr",
    Both => "adr_neb",
    Enforcement => "neb",
    Regulator => "regulator",
});

/// Whom its answer binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binding {
    /// The airline.
    Yes,
    /// The airline, once the passenger accepts.
    IfAccepted,
    /// In part.
    Partly,
    /// Nobody.
    No,
}

rights::codes!(Binding {
    Yes => "yes",
    IfAccepted => "if_accepted",
    Partly => "partly",
    No => "no",
});

/// Whether asking it stops the limitation from running. What is not known
/// counts as no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Suspends {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Not settled.
    Unknown,
}

rights::codes!(Suspends {
    Yes => "yes",
    No => "no",
    Unknown => "unknown",
});

/// The day from which a body's own last day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LodgeFrom {
    /// The complaint to the airline.
    Sent,
    /// The flight.
    Flight,
    /// The airline's last word.
    Refusal,
}

rights::codes!(LodgeFrom {
    Sent => "sent",
    Flight => "flight",
    Refusal => "refusal",
});

/// A body as it stands in its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyRow {
    /// Which.
    pub id: BodyId,
    /// Its country.
    pub country: Country,
    /// Its name, in its own language.
    pub name: String,
    /// What it is.
    pub kind: BodyKind,
    /// How long the airline has for its answer.
    pub wait: (i32, Unit),
    /// The wait counts from the day the airline got the complaint; else from
    /// the day it was sent.
    pub wait_from_receipt: bool,
    /// A refusal ends the wait at once.
    pub refusal_ends_wait: bool,
    /// It takes a complaint before the wait is over; after is better.
    pub open_at_once: bool,
    /// The first flights it hears of.
    pub events_since: Option<Date>,
    /// Years within which it must be asked, and from what.
    pub lodge: Option<(i32, LodgeFrom)>,
    /// The highest value it takes, a person, in hundredths.
    pub value_max: Option<i64>,
    /// The currency of that value and of the cost.
    pub currency: Currency,
    /// What it costs the passenger, in whole units; two with a word between.
    pub claimant_cost: String,
    /// Whom its answer binds.
    pub binding: Binding,
    /// Days from the full file to its answer.
    pub decides_in_days: Option<i32>,
    /// Whether it stops the limitation.
    pub suspends: Suspends,
    /// How to ask it.
    pub channel: String,
    /// How sure the row is.
    pub confidence: Confidence,
}

impl BodyRow {
    /// It decides or settles something: one that only supervises gives a passenger
    /// nothing to wait for.
    #[must_use]
    pub fn settles(&self) -> bool {
        self.kind != BodyKind::Enforcement || self.binding != Binding::No
    }
}

static BODIES: LazyLock<Vec<BodyRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/body.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<BodyRow> {
    Some(BodyRow {
        id: BodyId::from_code(&row.body)?,
        country: row.country.parse().ok()?,
        name: row.name,
        kind: BodyKind::from_code(&row.kind)?,
        wait: (
            row.wait,
            Unit::from_code(row.wait_unit.trim_end_matches('s'))?,
        ),
        wait_from_receipt: row.wait_from == "received",
        refusal_ends_wait: row.refusal_ends_wait == "yes",
        open_at_once: row.open_at_once == "yes",
        events_since: row.events_since.parse().ok(),
        lodge: row.lodge_years.zip(LodgeFrom::from_code(&row.lodge_from)),
        value_max: hundredths(&row.value_max),
        currency: row.currency.parse().ok()?,
        claimant_cost: row.claimant_cost,
        binding: Binding::from_code(&row.binding)?,
        decides_in_days: row.decides_in_days,
        suspends: Suspends::from_code(&row.suspends)?,
        channel: row.channel,
        confidence: confidence(&row.confidence),
    })
}

/// Every body.
#[cfg(test)]
pub(super) fn all() -> &'static [BodyRow] {
    &BODIES
}

/// The row of a body.
#[must_use]
pub fn body(id: BodyId) -> Option<&'static BodyRow> {
    BODIES.iter().find(|row| row.id == id)
}

/// The bodies of a country.
pub fn bodies_of(country: Country) -> impl Iterator<Item = &'static BodyRow> {
    BODIES.iter().filter(move |row| row.country == country)
}

/// Whether the table has the bodies of a country.
#[must_use]
pub fn has_bodies(country: Country) -> bool {
    bodies_of(country).next().is_some()
}
