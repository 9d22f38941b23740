//! What each forum wants to see.

use std::sync::LazyLock;

use rights::Coded;
use serde::Deserialize;

use super::rows;

#[derive(Deserialize)]
struct Row {
    document_set: String,
    key: String,
    condition: String,
    list: String,
    comes_from: String,
}

/// When a document is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Always.
    Always,
    /// Unless the flight was cancelled.
    NotCancelled,
    /// Expenses are claimed beside the fixed sum.
    Expenses,
    /// Something else than the fixed sum is claimed.
    MoreThanFixedSum,
    /// One claims for several.
    OneForSeveral,
    /// The mediator must be asked first.
    MediationDue,
    /// A family or couple claims jointly.
    JointFamily,
    /// There is a court fee to pay, without legal aid.
    StampDue,
    /// The body was asked.
    BodyAsked,
    /// A lawyer is needed.
    Lawyer,
    /// The court is French, and the mediator must be asked before its own procedure.
    FrenchCourt,
    /// Somebody else acts for the travellers.
    Represented,
    /// Boarding was denied.
    DeniedBoarding,
    /// Only where the court asks for it.
    Never,
}

rights::codes!(Condition {
    Always => "",
    NotCancelled => "not_cancelled",
    Expenses => "expenses",
    MoreThanFixedSum => "more_than_fixed_sum",
    OneForSeveral => "one_for_several",
    MediationDue => "mediation_due",
    JointFamily => "joint_family",
    StampDue => "stamp_due",
    BodyAsked => "body_asked",
    Lawyer => "lawyer",
    FrenchCourt => "french_court",
    Represented => "represented",
    DeniedBoarding => "denied_boarding",
    Never => "never",
});

/// A document of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Which list.
    pub set: String,
    /// Its key.
    pub key: String,
    /// When it is wanted.
    pub condition: Condition,
    /// It helps, or is a part of the claim's own text: the file is complete
    /// without it.
    pub supports: bool,
    /// Who has it.
    pub comes_from: String,
}

static DOCUMENTS: LazyLock<Vec<DocumentRow>> = LazyLock::new(|| {
    let file = include_str!("../../data/document.csv");
    rows(file).into_iter().filter_map(record).collect()
});

fn record(row: Row) -> Option<DocumentRow> {
    Some(DocumentRow {
        set: row.document_set,
        key: row.key,
        condition: Condition::from_code(&row.condition)?,
        supports: row.list == "support",
        comes_from: row.comes_from,
    })
}

/// Every document.
#[cfg(test)]
pub(super) fn all() -> &'static [DocumentRow] {
    &DOCUMENTS
}

/// The documents of a list, in order.
pub fn documents(set: &str) -> impl Iterator<Item = &'static DocumentRow> {
    DOCUMENTS.iter().filter(move |row| row.set == set)
}
