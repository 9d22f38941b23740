//! What it costs to begin.

use jiff::civil::Date;
use rights::{Coded, Confidence, Country};

use crate::amount::{decimal, half_up};
use crate::answer::Fee;
use crate::claim::Claim;
use crate::forum::ForumId;
use crate::missing::{Missing, Part};
use crate::open::{Candidate, pilot_airport};
use crate::table::{fee_row, fee_table};

/// A fee with how sure it is, and the row it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charged {
    /// As it is written.
    pub fee: Fee,
    /// How sure.
    pub confidence: Confidence,
    /// The row that is missing.
    pub missing: Option<Missing>,
    /// All fees in hundredths, where they are known.
    pub minor: Option<i64>,
}

/// The duty on top of the Italian fee, in hundredths, above this value (DPR
/// 115/2002 Art 30).
const ITALIAN_DUTY: (i64, i64) = (103_300, 2_700);

/// The table of a forum; of the European procedure that of the court's state.
fn table_of(candidate: &Candidate, state: Option<Country>) -> Option<String> {
    let own = candidate.row.fee_table.clone();
    own.or_else(|| {
        let state = state.filter(|_| candidate.row.id == ForumId::EuEscp)?;
        let table = match state.as_str() {
            "DE" => "DE_GKG30",
            "AT" => "AT_TP1",
            "FR" => "FR_2026",
            "ES" => "ES_0",
            "IT" => "IT_CU",
            "NL" => "NL_KANTON",
            "PL" => "PL_ESCP",
            "IE" => "IE_25",
            _ => return None,
        };
        Some(table.to_owned())
    })
}

/// The fee of a forum for a claim; `interest` to date is a part of the value
/// where the forum counts it in.
#[must_use]
pub fn of(
    claim: &Claim<'_>,
    candidate: &Candidate,
    state: Option<Country>,
    interest: Option<i64>,
) -> Charged {
    let row = candidate.row;
    let value = candidate.value;
    let european = row.id == ForumId::EuEscp;
    let british = row.is_court && row.currency.as_str() == "GBP";
    let with_interest = match british && row.id != ForumId::UkSctSp {
        true => interest.unwrap_or(0),
        false => 0,
    };
    let each = value.each.map(|each| each.saturating_add(with_interest));
    let currency = match row.is_court {
        true => row.currency,
        false => claim.facts.currency,
    };
    let on = claim.facts.days.filed_on.unwrap_or(claim.facts.today());
    let mut fee = Fee {
        table: table_of(candidate, state),
        value: each.map(decimal),
        currency: currency.to_string(),
        times: value.times,
        ..Fee::default()
    };
    let Some(table) = fee.table.clone() else {
        let key = state.map_or(row.id.code().to_owned(), |state| state.to_string());
        let missing = Missing::row(Part::Fee, format!("fee_table/{key}"), "missing");
        return unknown(fee, missing);
    };
    let times = i64::from(value.times);
    // A flat fee is the same for every value.
    let found = fee_row(&table, each.unwrap_or(i64::MAX), on);
    let one = found.and_then(|row| match (row.fee, row.percent) {
        (Some(fee), _) => Some(fee),
        (None, Some(percent)) => Some(half_up(i128::from(each?) * i128::from(percent), 10_000)),
        (None, None) => None,
    });
    let (Some(found), Some(one)) = (found, one) else {
        let missing = match each {
            None if candidate.other_law => Missing::fact(Part::Fee, "sum"),
            None => Missing::fact(Part::Fee, "fx"),
            Some(each) => lacking(&table, each, on),
        };
        return unknown(fee, missing);
    };
    if let Some(own) = found.currency {
        fee.currency = own.to_string();
    }
    let all = one.saturating_mul(times);
    fee.amount = Some(decimal(all));
    fee.plus = plus(row.id, &table, each);
    let other = |table| fee_row(table, each?, on)?.fee.map(decimal);
    match row.id {
        ForumId::DeOnline => fee.ordinary_track = other("DE_GKG30"),
        ForumId::EuEscp if table == "DE_GKG30" && pilot_airport(claim).is_some() => {
            fee.online_track = other("DE_GKG20");
        }
        _ => {}
    }
    let several_fees = row.id == ForumId::IeScp && value.times > 1;
    let confidence = match several_fees || european {
        true => found.confidence.min(Confidence::Probable),
        false => found.confidence,
    };
    Charged {
        fee,
        confidence,
        missing: None,
        minor: Some(all),
    }
}

fn unknown(fee: Fee, missing: Missing) -> Charged {
    Charged {
        fee,
        confidence: Confidence::Unconfirmed,
        missing: Some(missing),
        minor: None,
    }
}

/// The row that a table lacks: it has lapsed on that day, or has no bracket that
/// high.
fn lacking(table: &str, value: i64, on: Date) -> Missing {
    let holds = fee_table(table).any(|row| row.period.holds(on));
    let (key, because) = match holds {
        true => (
            format!("fee_table/{table}/{on}/{}", decimal(value)),
            "empty",
        ),
        false => (format!("fee_table/{table}/{on}"), "lapsed"),
    };
    Missing::row(Part::Fee, key, because)
}

/// What comes on top: a writ that a bailiff serves, which the European form needs
/// not; the Italian duty.
fn plus(id: ForumId, table: &str, value: Option<i64>) -> Option<String> {
    let (above, duty) = ITALIAN_DUTY;
    match (id, table) {
        (ForumId::FrTj | ForumId::NlKr, _) => Some("writ".to_owned()),
        (_, "IT_CU") if value? > above => Some(decimal(duty)),
        _ => None,
    }
}
