//! What was sent: the part of a claim that never changes.

use domain::Language;
use domain::claim::AssessmentV1;
use jiff::civil::Date;
use sea_orm::ActiveValue::Set;
use serde_json::Value;

use crate::entity::claim::{ActiveModel, Model};
use crate::error::DbError;
use crate::instant;

/// An amount of money for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// In the smallest unit of the currency.
    pub minor: i64,
    /// The three letters of ISO 4217.
    pub currency: String,
}

/// What the passenger stated and what the law made of it. Who it was is not
/// among it: see [`People`](super::People).
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimFacts {
    /// The language to write to the passenger in.
    pub language: Language,
    /// IATA code of the airport of departure.
    pub origin: String,
    /// IATA code of the final destination.
    pub destination: String,
    /// Airline code and number without a space, such as `LH123`.
    pub flight: String,
    /// The day of departure by the calendar of the airport of departure.
    pub flight_day: Date,
    /// What went wrong, such as `missed_connection`.
    pub disruption: String,
    /// What the passenger stated, in its stored form: a JSON object.
    pub statement: Value,
    /// The whole assessment with its reasons, in its stored form: a JSON object.
    pub assessment: Value,
    /// What the assessment came to.
    pub summary: AssessmentSummary,
    /// The airline to claim from, when one is liable.
    pub claim_from: Option<String>,
}

impl ClaimFacts {
    /// Fills the columns of the facts.
    pub(super) fn fill(self, row: &mut ActiveModel) -> Result<(), DbError> {
        row.language = Set(self.language.tag().to_owned());
        row.origin = Set(self.origin);
        row.destination = Set(self.destination);
        row.flight = Set(self.flight);
        row.flight_day = Set(instant::day_to_driver(self.flight_day)?);
        row.disruption = Set(self.disruption);
        row.statement = Set(self.statement);
        row.assessment = Set(self.assessment);
        self.summary.fill(row);
        row.claim_from = Set(self.claim_from);
        Ok(())
    }

    pub(super) fn from_row(row: Model) -> Result<Self, DbError> {
        let language = row
            .language
            .parse()
            .map_err(|_| DbError::unreadable("claims.language", &row.language))?;
        Ok(Self {
            language,
            origin: row.origin,
            destination: row.destination,
            flight: row.flight,
            flight_day: instant::day_from_driver(row.flight_day)?,
            disruption: row.disruption,
            statement: row.statement,
            assessment: row.assessment,
            summary: AssessmentSummary {
                rules: row.rules,
                outcome: row.outcome,
                regime: row.regime,
                amount: Amount::from_columns(row.amount_minor, row.currency),
            },
            claim_from: row.claim_from,
        })
    }
}

/// The columns that repeat what the assessment came to, for the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentSummary {
    /// The version of the rules that made the assessment.
    pub rules: String,
    /// `eligible`, `no_compensation`, `depends` or `out_of_scope`.
    pub outcome: String,
    /// The law that applies, when one does.
    pub regime: Option<String>,
    /// What each person is due, when that can be told.
    pub amount: Option<Amount>,
}

impl AssessmentSummary {
    /// What is told of an assessment.
    #[must_use]
    pub fn of(assessment: &AssessmentV1) -> Self {
        let best = assessment.best();
        Self {
            rules: assessment.rules.clone(),
            outcome: best
                .map_or("out_of_scope", |entry| entry.outcome.as_str())
                .to_owned(),
            regime: best.map(|entry| entry.regime.as_str().to_owned()),
            amount: best.and_then(|entry| entry.compensation).map(|sum| Amount {
                minor: sum.amount.minor,
                currency: sum.amount.currency.to_string(),
            }),
        }
    }

    /// Fills the columns.
    pub(super) fn fill(self, row: &mut ActiveModel) {
        let (minor, currency) = match self.amount {
            Some(Amount { minor, currency }) => (Some(minor), Some(currency)),
            None => (None, None),
        };
        row.rules = Set(self.rules);
        row.outcome = Set(self.outcome);
        row.regime = Set(self.regime);
        row.amount_minor = Set(minor);
        row.currency = Set(currency);
    }
}

impl Amount {
    /// A check of the table keeps the two columns together.
    pub(super) fn from_columns(minor: Option<i64>, currency: Option<String>) -> Option<Self> {
        minor
            .zip(currency)
            .map(|(minor, currency)| Self { minor, currency })
    }
}
