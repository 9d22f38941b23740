//! What it costs to begin.

use jiff::civil::Date;
use rights::{Coded, Confidence, Country, Currency};

use crate::amount::{decimal, half_up, whole_units_up};
use crate::answer::Fee;
use crate::claim::Claim;
use crate::forum::ForumId;
use crate::missing::Missing;
use crate::open::{Candidate, pilot_airport};
use crate::table::{FeeRow, european_procedure, fee_row, fee_table, forum};
use crate::words::{Because, Part};

/// A fee with how sure it is, and the row it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFee {
    /// As it is written.
    pub fee: Fee,
    /// How sure.
    pub confidence: Confidence,
    /// The row that is missing.
    pub missing: Option<Missing>,
    /// All fees in hundredths and their currency, where they are known.
    pub all: Option<(i64, Currency)>,
}

/// The table of a forum; of the European procedure that of the court's state.
fn table_of(candidate: &Candidate, state: Option<Country>) -> Option<String> {
    let own = candidate.row.fee_table.clone();
    own.or_else(|| {
        let state = state.filter(|_| candidate.row.id == ForumId::EuEscp)?;
        european_procedure(state)?.fee_table.clone()
    })
}

/// The fee of a forum for a claim; `interest` to date, in the forum's currency, is a
/// part of the value where the forum counts it in.
#[must_use]
pub fn of(
    claim: &Claim<'_>,
    candidate: &Candidate,
    state: Option<Country>,
    interest: Option<i64>,
) -> ChosenFee {
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
    let on = claim.facts.filing_day();
    let mut fee = Fee {
        table: table_of(candidate, state),
        value: each.map(decimal),
        currency: currency.to_string(),
        times: value.times,
        ..Fee::default()
    };
    let Some(table) = fee.table.clone() else {
        let state = state.filter(|_| european);
        let key = state.map_or(row.id.code().to_owned(), |state| state.to_string());
        let missing = Missing::row(Part::Fee, format!("fee_table/{key}"), Because::Missing);
        return unknown(fee, missing);
    };
    let times = i64::from(value.times);
    // A flat fee is the same for every value.
    let found = fee_row(&table, each.unwrap_or(i64::MAX), on);
    let one = found.and_then(|row| match (row.fee, row.percent) {
        (Some(fee), _) => Some(fee),
        (None, Some(percent)) => Some(share(each?, percent, row.rounds_up)),
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
    let currency = found.currency.unwrap_or(currency);
    fee.currency = currency.to_string();
    let is_free = found.free_with_legal_aid && claim.facts.legal_aid;
    let all = if is_free {
        0
    } else {
        one.saturating_mul(times)
    };
    fee.amount = Some(decimal(all));
    let surcharge = found.surcharge && claim.facts.persons > 1 && !claim.facts.one_claims_for_all;
    fee.plus = plus(row.id, found, each, surcharge);
    let track = |id| {
        let table = forum(id)?.fee_table.as_deref()?;
        fee_row(table, each?, on)?.fee.map(decimal)
    };
    let german = state.is_some_and(|state| state.as_str() == "DE");
    match row.id {
        ForumId::DeOnline => fee.ordinary_track = track(ForumId::DeAg),
        ForumId::EuEscp if german && pilot_airport(claim).is_some() => {
            fee.online_track = track(ForumId::DeOnline);
        }
        _ => {}
    }
    let hearing = row.hearing_fee_table.as_deref();
    fee.hearing = hearing.and_then(|table| fee_row(table, value.each?, on)?.fee.map(decimal));
    let missing = surcharge.then(|| {
        let key = format!("fee_table/{table}/surcharge");
        Missing::row(Part::Fee, key, Because::Missing)
    });
    let several_fees = row.id == ForumId::IeScp && value.times > 1;
    let confidence = match (surcharge, several_fees || european) {
        (true, _) => Confidence::Unconfirmed,
        (false, true) => found.confidence.min(Confidence::Probable),
        (false, false) => found.confidence,
    };
    ChosenFee {
        fee,
        confidence,
        missing,
        all: Some((all, currency)),
    }
}

/// A share of a value, in hundredths of a percent.
fn share(value: i64, percent: i64, rounds_up: bool) -> i64 {
    let of = |value: i64| half_up(i128::from(value) * i128::from(percent), 10_000);
    match rounds_up {
        true => whole_units_up(of(whole_units_up(value))),
        false => of(value),
    }
}

fn unknown(fee: Fee, missing: Missing) -> ChosenFee {
    ChosenFee {
        fee,
        confidence: Confidence::Unconfirmed,
        missing: Some(missing),
        all: None,
    }
}

/// The row that a table lacks: it has lapsed on that day, begins later, or has no
/// bracket that high.
fn lacking(table: &str, value: i64, on: Date) -> Missing {
    let mut rows = fee_table(table);
    if rows.any(|row| row.period.holds(on)) {
        let key = format!("fee_table/{table}/{on}/{}", decimal(value));
        return Missing::row(Part::Fee, key, Because::Empty);
    }
    let begun = |row: &FeeRow| row.period.from.is_none_or(|from| from <= on);
    let because = match fee_table(table).any(begun) {
        true => Because::Lapsed,
        false => Because::NotYet,
    };
    Missing::row(Part::Fee, format!("fee_table/{table}/{on}"), because)
}

/// What comes on top: a writ that a bailiff serves, which the European form needs
/// not; a surcharge; a duty.
fn plus(id: ForumId, row: &FeeRow, value: Option<i64>, surcharge: bool) -> Option<String> {
    let duty = row
        .duty
        .filter(|(above, _)| value.is_some_and(|value| value > *above));
    match id {
        ForumId::FrTj | ForumId::NlKr => Some("writ".to_owned()),
        _ if surcharge => Some("surcharge".to_owned()),
        _ => duty.map(|(_, duty)| decimal(duty)),
    }
}
