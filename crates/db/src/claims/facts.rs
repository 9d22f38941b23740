//! What was sent: the part of a claim that never changes.

use domain::Language;
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

/// What the passenger stated and what the law made of it when it was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimFacts {
    /// The language to write to the passenger in.
    pub language: Language,
    /// Who sent the claim.
    pub lead_name: String,
    /// Where to write to.
    pub email: String,
    /// The names of all who travelled, at least one, in the order of the form.
    pub passengers: Vec<String>,
    /// IATA code of the airport of departure.
    pub origin: String,
    /// IATA code of the final destination.
    pub destination: String,
    /// Airline code and number without a space, such as `LH123`.
    pub flight: String,
    /// The day of departure by the calendar of the airport of departure.
    pub flight_day: Date,
    /// What went wrong, such as `missed_connection`.
    pub event: String,
    /// The parsed answers: a JSON object.
    pub statement: Value,
    /// The whole assessment with its reasons: a JSON object.
    pub assessment: Value,
    /// The version of the rules that made the assessment.
    pub rules: String,
    /// `eligible`, `no_compensation`, `depends` or `out_of_scope`.
    pub outcome: String,
    /// The law that applies, when one does.
    pub regime: Option<String>,
    /// What each person is due, when that can be told.
    pub amount: Option<Amount>,
    /// The airline to claim from, when one is liable.
    pub claim_from: Option<String>,
}

impl ClaimFacts {
    /// Fills the columns of the facts; the passengers are in their own table.
    pub(super) fn fill(self, row: &mut ActiveModel) -> Result<(), DbError> {
        let (amount_minor, currency) = match self.amount {
            Some(Amount { minor, currency }) => (Some(minor), Some(currency)),
            None => (None, None),
        };
        let count = i32::try_from(self.passengers.len())
            .map_err(|error| DbError::Internal(format!("passengers: {error}")))?;
        row.language = Set(self.language.tag().to_owned());
        row.lead_name = Set(self.lead_name);
        row.email = Set(self.email);
        row.passenger_count = Set(count);
        row.origin = Set(self.origin);
        row.destination = Set(self.destination);
        row.flight = Set(self.flight);
        row.flight_day = Set(instant::day_to_driver(self.flight_day)?);
        row.event = Set(self.event);
        row.statement = Set(self.statement);
        row.assessment = Set(self.assessment);
        row.rules = Set(self.rules);
        row.outcome = Set(self.outcome);
        row.regime = Set(self.regime);
        row.amount_minor = Set(amount_minor);
        row.currency = Set(currency);
        row.claim_from = Set(self.claim_from);
        Ok(())
    }

    pub(super) fn from_row(row: Model, passengers: Vec<String>) -> Result<Self, DbError> {
        let language = row
            .language
            .parse()
            .map_err(|_| DbError::unreadable("claims.language", &row.language))?;
        Ok(Self {
            language,
            lead_name: row.lead_name,
            email: row.email,
            passengers,
            origin: row.origin,
            destination: row.destination,
            flight: row.flight,
            flight_day: instant::day_from_driver(row.flight_day)?,
            event: row.event,
            statement: row.statement,
            assessment: row.assessment,
            rules: row.rules,
            outcome: row.outcome,
            regime: row.regime,
            amount: Amount::from_columns(row.amount_minor, row.currency),
            claim_from: row.claim_from,
        })
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
