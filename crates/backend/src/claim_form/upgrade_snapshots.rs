use db::UnversionedClaim;
use domain::{Language, claim_form::Answers};
use jiff::tz::TimeZone;
use rights::{contract, snapshot::AssessmentV1};
use serde_json::Value;

use text::law::{Names, Words};

use super::assess::AssessedStatement;
use crate::{Backend, Error, Snapshot};

/// Claims in one transaction: short enough to hold no lock that a passenger
/// would notice.
const BATCH: u16 = 100;

/// What became of claims that an older release had stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Upgraded {
    /// So many are stored in today's form now.
    pub done: u64,
    /// So many could not be read and stay as they were.
    pub left: u64,
}

impl Backend {
    /// Stores typed statements and assessments for claims that an older release
    /// stored as raw answers and English sentences.
    ///
    /// It may be run again, and stopped at any time: each claim is upgraded once.
    /// Answers are read as of the day on which the claim was sent. What was
    /// assessed then stays what it was, also where today's rules would say
    /// something else.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn upgrade_snapshots(&self) -> Result<Upgraded, Error> {
        let mut upgraded = Upgraded::default();
        let mut after = None;
        loop {
            let tx = self.db.begin().await?;
            let claims = tx.claims().unversioned(after, BATCH).await?;
            for claim in &claims {
                match upgrade(claim) {
                    Some((statement, assessment)) => {
                        tx.claims().upgrade(claim.id, statement, assessment).await?;
                        upgraded.done += 1;
                    }
                    None => upgraded.left += 1,
                }
            }
            tx.commit().await?;
            after = claims.last().map(|claim| claim.id);
            if after.is_none() {
                return Ok(upgraded);
            }
        }
    }
}

/// The two columns in today's form, if the old ones can be read.
fn upgrade(claim: &UnversionedClaim) -> Option<(Value, Value)> {
    let answers: Answers = serde_json::from_value(claim.statement.clone()).ok()?;
    let sent_on = claim.submitted_at.to_zoned(TimeZone::UTC).date();
    let assessed = AssessedStatement::of_answers(&answers, sent_on).ok()?;
    let now = assessed.snapshot(Some(claim.submitted_at));
    let words = Words {
        language: Language::En,
        flight_day: assessed.statement.flights.day,
        notice_windows: true,
        names: Names::default(),
    };
    let today = contract::answer(&assessed.assessment, &words);
    let assessment = match serde_json::to_value(today).ok()? == claim.assessment {
        true => now.assessment,
        false => AssessmentV1::of_written(
            &claim.assessment,
            sent_on,
            claim.regime.as_deref(),
            &assessed.assessment,
            &words,
        )?,
    };
    let snapshot = Snapshot {
        statement: now.statement,
        assessment,
    };
    snapshot.to_columns().ok()
}
