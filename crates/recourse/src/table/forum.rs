//! Forums: what each takes, what it points to.

use std::sync::LazyLock;

use jiff::civil::Date;
use rights::{Coded, Confidence, Currency, Forum};
use serde::Deserialize;

use super::{confidence, hundredths, rows, some};
use crate::forum::ForumId;

#[derive(Deserialize)]
struct Row {
    forum: String,
    kind: String,
    title: String,
    court: String,
    larger_court: String,
    larger_above: String,
    value_max: String,
    value_max_from: String,
    value_max_before: String,
    persons_max: Option<u32>,
    currency: String,
    lawyer_above: String,
    language: String,
    channel: String,
    fee_table: String,
    hearing_fee_table: String,
    interest_rule: String,
    limitation: String,
    limitation_confidence: String,
    suspended_by: String,
    document_set: String,
    default_rule: String,
    source: String,
    checked: String,
    confidence: String,
}

/// A limit that held before today's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EarlierLimit {
    /// The first day on which it held no more.
    pub until: Date,
    /// What a claim could be worth, in hundredths.
    pub value: i64,
}

/// A forum as it stands in its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForumRow {
    /// Which.
    pub id: ForumId,
    /// Whether it is a court; else a regulator.
    pub is_court: bool,
    /// What it is called.
    pub title: String,
    /// The name of the court, where one court or track serves the whole state.
    pub court: Option<String>,
    /// Its name above a value, in hundredths.
    pub larger_court: Option<(i64, String)>,
    /// The highest value it takes, in hundredths of its currency.
    pub value_max: Option<i64>,
    /// What it took before that limit.
    pub earlier_limit: Option<EarlierLimit>,
    /// The most claimants it takes together.
    pub persons_max: Option<u32>,
    /// Its currency; of the European procedure too.
    pub currency: Currency,
    /// A lawyer is needed above this value.
    pub lawyer_above: Option<i64>,
    /// Its language, ISO 639-1; several with blanks between them.
    pub language: String,
    /// How to file.
    pub channel: String,
    /// Its table of fees.
    pub fee_table: Option<String>,
    /// Its table of fees for a hearing.
    pub hearing_fee_table: Option<String>,
    /// Its rule of interest.
    pub interest_rule: Option<String>,
    /// Whose limitation it goes by.
    pub limitation: Option<Forum>,
    /// How sure that limitation is.
    pub limitation_confidence: Option<Confidence>,
    /// What would stop that limitation; told, never counted on.
    pub suspended_by: Vec<String>,
    /// Its list of documents.
    pub document_set: String,
    /// What follows on silence, admission and payment.
    pub default_rule: String,
    /// Where the row comes from.
    pub source: String,
    /// The day it was checked.
    pub checked: String,
    /// How sure it is.
    pub confidence: Confidence,
}

static FORUMS: LazyLock<Vec<ForumRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/forum.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<ForumRow> {
    Some(ForumRow {
        id: ForumId::from_code(&row.forum)?,
        is_court: row.kind == "court",
        title: row.title,
        court: some(row.court),
        larger_court: hundredths(&row.larger_above).zip(some(row.larger_court)),
        value_max: hundredths(&row.value_max),
        earlier_limit: row
            .value_max_from
            .parse()
            .ok()
            .zip(hundredths(&row.value_max_before))
            .map(|(until, value)| EarlierLimit { until, value }),
        persons_max: row.persons_max,
        currency: row.currency.parse().ok()?,
        lawyer_above: hundredths(&row.lawyer_above),
        language: row.language,
        channel: row.channel,
        fee_table: some(row.fee_table),
        hearing_fee_table: some(row.hearing_fee_table),
        interest_rule: some(row.interest_rule),
        limitation: row.limitation.parse().ok(),
        limitation_confidence: some(row.limitation_confidence).map(|letter| confidence(&letter)),
        suspended_by: some(row.suspended_by)
            .map(|all| all.split("; ").map(str::to_owned).collect())
            .unwrap_or_default(),
        document_set: row.document_set,
        default_rule: row.default_rule,
        source: row.source,
        checked: row.checked,
        confidence: confidence(&row.confidence),
    })
}

/// The row of a forum.
#[must_use]
pub fn forum(id: ForumId) -> Option<&'static ForumRow> {
    FORUMS.iter().find(|row| row.id == id)
}
