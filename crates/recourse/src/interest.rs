//! Interest to a day: simple, by the day, at the rate of each day, rounded once
//! at the end.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rights::{Confidence, Country, Currency};

use crate::amount::{decimal, half_up};
use crate::answer::{Interest, OtherInterest};
use crate::calendar::{Calendar, later};
use crate::claim::Claim;
use crate::court::CourtChoice;
use crate::forum::ForumId;
use crate::missing::Missing;
use crate::open::Candidate;
use crate::table::{
    ForumRow, RuleRow, SERVED_INTEREST_TO, Starts, Unit, european_procedure, rate, rate_lacks, rule,
};
use crate::value::convert;
use crate::words::{Because, Part};

/// Interest with how sure it is, and the row it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenInterest {
    /// As it is written.
    pub interest: Interest,
    /// How sure.
    pub confidence: Confidence,
    /// What is missing.
    pub missing: Option<Missing>,
    /// The amount in hundredths, where it is known.
    pub minor: Option<i64>,
}

/// The sum that bears interest, in hundredths, and its currency.
#[derive(Debug, Clone, Copy)]
struct Principal {
    minor: i64,
    currency: Currency,
}

/// What bears interest: the claim as it is, and in pounds before a court whose fee
/// counts the interest in, as far as the rate is known.
fn principal(claim: &Claim<'_>, row: &ForumRow) -> Principal {
    let facts = claim.facts;
    let own = Principal {
        minor: facts.value(),
        currency: facts.currency,
    };
    let in_pounds = || {
        let minor = convert(own.minor, own.currency, row.currency, &facts.exchange)?;
        Some(Principal {
            minor,
            currency: row.currency,
        })
    };
    match row.is_court && row.currency == Currency::GBP {
        true => in_pounds().unwrap_or(own),
        false => own,
    }
}

/// The rule of a forum; of the European procedure that of the court's state.
fn rule_of(row: &ForumRow, state: Option<Country>) -> Option<&'static RuleRow> {
    let european = || {
        let state = state.filter(|_| row.id == ForumId::EuEscp)?;
        european_procedure(state)?.interest_rule.as_deref()
    };
    rule(row.interest_rule.as_deref().or_else(european)?)
}

/// The interest on a sum that is not given: that of another law.
fn of_unknown_sum(rule: &RuleRow) -> ChosenInterest {
    let runs = rule.runs.is_some();
    ChosenInterest {
        interest: Interest {
            rule: runs.then(|| rule.name.clone()),
            ..Interest::default()
        },
        confidence: rule.confidence,
        missing: runs.then(|| Missing::fact(Part::Interest, "sum")),
        minor: None,
    }
}

/// The interest of a claim before a forum.
#[must_use]
pub fn of(claim: &Claim<'_>, candidate: &Candidate, court: Option<&CourtChoice>) -> ChosenInterest {
    let row = candidate.row;
    let state = court.map(|court| court.state);
    let Some(own) = rule_of(row, state) else {
        let european = state.filter(|_| row.id == ForumId::EuEscp);
        let key = european.map_or(rights::Coded::code(row.id).to_owned(), |state| {
            state.to_string()
        });
        let key = format!("interest_rule/{key}");
        return ChosenInterest {
            interest: Interest::default(),
            confidence: Confidence::Unconfirmed,
            missing: Some(Missing::row(Part::Interest, key, Because::Missing)),
            minor: None,
        };
    };
    if candidate.other_law {
        return of_unknown_sum(own);
    }
    // Before a claim is served, interest runs from the end of the term in the demand
    // (BGB s288), if there was one.
    let served = claim.facts.days.served_on.is_some();
    let demand = claim.facts.days.deadline_in_demand.is_some();
    let default_rule = own.before_service.as_deref().filter(|_| demand);
    let default_rule = default_rule.and_then(rule);
    let first = match default_rule {
        Some(other) if !served => other,
        _ => own,
    };
    let principal = principal(claim, row);
    let mut chosen = by_rule(claim, first, court, principal);
    if let Some(other) = default_rule.filter(|other| other.name != first.name)
        && let Some(start) = start_of(claim, other, court)
        && let Some(last_day) = chosen.interest.last_day
    {
        let amount = computed(principal.minor, other, start, last_day);
        chosen.interest.also = Some(OtherInterest {
            rule: other.name.clone(),
            start,
            amount: amount.ok().map(|known| decimal(known.minor)),
        });
    }
    chosen
}

fn by_rule(
    claim: &Claim<'_>,
    rule: &RuleRow,
    court: Option<&CourtChoice>,
    principal: Principal,
) -> ChosenInterest {
    let Some((series, _, starts)) = &rule.runs else {
        return ChosenInterest {
            interest: Interest::default(),
            confidence: rule.confidence,
            missing: None,
            minor: None,
        };
    };
    let start = start_of(claim, rule, court);
    let (last_day, cut) = last_day(claim, series, *starts, start);
    let mut interest = Interest {
        rule: Some(rule.name.clone()),
        currency: Some(principal.currency.to_string()),
        principal: Some(decimal(principal.minor)),
        start,
        last_day: Some(last_day),
        ..Interest::default()
    };
    let known = match start {
        None => Err(Missing::fact(Part::Interest, fact_of(*starts))),
        Some(start) => computed(principal.minor, rule, start, last_day),
    };
    match known {
        Ok(known) => {
            interest.amount = Some(decimal(known.minor));
            interest.exact_instead = known.exact.map(decimal);
            ChosenInterest {
                interest,
                confidence: rule.confidence.min(known.confidence),
                missing: cut,
                minor: Some(known.minor),
            }
        }
        Err(missing) => ChosenInterest {
            interest,
            confidence: Confidence::Unconfirmed,
            missing: Some(missing),
            minor: None,
        },
    }
}

/// The key of the fact that gives a start.
fn fact_of(starts: Starts) -> &'static str {
    match starts {
        Starts::PaymentDay => "deadline_in_demand",
        Starts::Demand => "claim_sent",
        Starts::Service => "served_on",
        Starts::Flight => "flight_day",
    }
}

/// The day of the event from which a rule runs. A Polish airline is in default
/// thirty days after the complaint at the latest, whatever term the demand set.
fn start_of(claim: &Claim<'_>, rule: &RuleRow, court: Option<&CourtChoice>) -> Option<Date> {
    let days = &claim.facts.days;
    let (_, _, starts) = rule.runs.as_ref()?;
    let start = match starts {
        Starts::PaymentDay => {
            let latest = rule.default_after_days.zip(claim.facts.asked_by());
            let latest = latest.map(|(count, sent)| later(sent, count, Unit::Day));
            [days.deadline_in_demand, latest]
                .into_iter()
                .flatten()
                .min()
        }
        Starts::Demand => claim.facts.received(),
        Starts::Service => days.served_on,
        Starts::Flight => Some(claim.facts.flight_day),
    }?;
    let calendar = court.map_or(Calendar::Elsewhere, |court| court.calendar);
    Some(match rule.payment_day_moves {
        true => calendar.next_working(start),
        false => start,
    })
}

/// The last day that is counted: the one asked for; else that of the filing. After
/// service interest runs on: to the day of the question, and at least to the day
/// that the tables name, as far as there is a rate; the row that ends it is named.
fn last_day(
    claim: &Claim<'_>,
    series: &str,
    starts: Starts,
    start: Option<Date>,
) -> (Date, Option<Missing>) {
    let facts = claim.facts;
    let filed = facts.filing_day();
    let from_start = |last: Date| start.map_or(last, |start| last.max(start));
    if let Some(given) = facts.days.interest_to {
        return (from_start(given), None);
    }
    if starts != Starts::Service {
        return (from_start(filed), None);
    }
    let wanted = filed.max(facts.today()).max(SERVED_INTEREST_TO);
    let end = crate::table::last_day(series).filter(|end| *end < wanted);
    // What starts after the last rate is known has none.
    match end.filter(|end| start.is_none_or(|start| start < *end)) {
        None => (from_start(wanted), None),
        Some(end) => {
            let next = end.tomorrow().unwrap_or(end);
            let key = format!("interest_rate/{series}/{next}");
            let missing = Missing::row(Part::Interest, key, Because::Lapsed);
            (from_start(end), Some(missing))
        }
    }
}

/// Interest that is known.
struct Computed {
    minor: i64,
    exact: Option<i64>,
    confidence: Confidence,
}

/// Hundredths are counted in parts of this many.
const SCALE: i128 = 1_000_000_000;

/// The interest on a principal from the day of the event to the last day.
fn computed(
    principal: i64,
    rule: &RuleRow,
    start: Date,
    last_day: Date,
) -> Result<Computed, Missing> {
    let Some((series, margin, _)) = &rule.runs else {
        return Ok(Computed {
            minor: 0,
            exact: None,
            confidence: rule.confidence,
        });
    };
    // The days that bear interest: either the one after the event to the last
    // day, or the day of the event to the one before the last.
    let (from, to) = match rule.day_after {
        true => (start.tomorrow(), Ok(last_day)),
        false => (Ok(start), last_day.yesterday()),
    };
    let edge = |_| {
        let key = format!("interest_rate/{series}");
        Missing::row(Part::Interest, key, Because::Missing)
    };
    let (first, to) = (from.map_err(edge)?, to.map_err(edge)?);
    let mut confidence = Confidence::Sure;
    let mut capital = i128::from(principal) * SCALE;
    let mut earned: i128 = 0;
    let mut earned_this_year: i128 = 0;
    let mut by_rounded_days: i64 = 0;
    let mut years: i32 = 0;
    let mut day = first;
    while day <= to {
        let known = rate(series, day).ok_or_else(|| {
            let key = format!("interest_rate/{series}/{day}");
            Missing::row(Part::Interest, key, rate_lacks(series, day))
        })?;
        confidence = confidence.min(known.confidence);
        let anniversary = later(first, 12 * (years + 1), Unit::Month);
        let stops = [known.to, anniversary.yesterday().ok(), year_end(day, rule)];
        let end = stops.into_iter().flatten().fold(to, Date::min).max(day);
        let count = days_between(day, end);
        let length = if rule.actual_year {
            i128::from(day.days_in_year())
        } else {
            365
        };
        let percent = i128::from((known.rate + margin).max(0));
        let part = capital * percent * i128::from(count) / (10_000 * length);
        earned += part;
        earned_this_year += part;
        let of_a_day = half_up(i128::from(principal) * percent, 10_000 * length);
        by_rounded_days = by_rounded_days.saturating_add(of_a_day.saturating_mul(count));
        let Ok(next) = end.tomorrow() else { break };
        if next == anniversary {
            years += 1;
            if rule.compounds {
                capital += earned_this_year;
            }
            earned_this_year = 0;
        }
        day = next;
    }
    let exact = half_up(earned, SCALE);
    Ok(match rule.rounds_the_day {
        true => Computed {
            minor: by_rounded_days,
            exact: Some(exact),
            confidence,
        },
        false => Computed {
            minor: exact,
            exact: None,
            confidence,
        },
    })
}

/// The last day of the year, where years have their own number of days.
fn year_end(day: Date, rule: &RuleRow) -> Option<Date> {
    rule.actual_year.then(|| date(day.year(), 12, 31))
}

/// How many days, both ends included.
fn days_between(from: Date, to: Date) -> i64 {
    let span = from
        .until(to.saturating_add(1.day()))
        .map_or(0, |span| i64::from(span.get_days()));
    span.max(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::computed;
    use crate::table::rule;
    use crate::words::Because;

    fn interest(name: &str, principal: i64, from: Date, to: Date) -> Option<i64> {
        let rule = rule(name).expect("a rule");
        computed(principal, rule, from, to)
            .ok()
            .map(|known| known.minor)
    }

    #[test]
    fn the_rate_changes_in_the_middle_of_a_year() {
        let (from, to) = (date(2026, 6, 29), date(2026, 8, 31));
        assert_eq!(interest("DE_291", 50_000, from, to), Some(562));
        assert_eq!(interest("DE_291", 50_000, from, from), Some(0));
        // One day at 6.27 %, then one at 6.52 %.
        assert_eq!(
            interest("DE_291", 3_650_000, from, date(2026, 6, 30)),
            Some(627)
        );
        assert_eq!(
            interest("DE_291", 3_650_000, from, date(2026, 7, 1)),
            Some(1279)
        );
    }

    #[test]
    fn a_leap_year_has_its_own_number_of_days_where_the_rule_says_so() {
        let (from, to) = (date(2024, 3, 1), date(2024, 3, 2));
        assert_eq!(interest("AT_1000", 3_660_000, from, to), Some(400));
        assert_eq!(interest("ES_1108", 3_650_000, from, to), Some(325));
        // The last day of 2023 is one of 365, the first of 2024 one of 366: at 4 %,
        // EUR 14.64 and 14.60.
        let (from, to) = (date(2023, 12, 30), date(2024, 1, 1));
        assert_eq!(interest("AT_1000", 13_359_000, from, to), Some(2_924));
    }

    #[test]
    fn a_day_rounded_to_the_penny_is_multiplied() {
        let (from, to) = (date(2026, 3, 10), date(2026, 6, 15));
        let rule = rule("UK_S69_HMCTS").expect("a rule");
        let Ok(known) = computed(35_000, rule, from, to) else {
            panic!("known")
        };
        assert_eq!((known.minor, known.exact), (776, Some(744)));
    }

    #[test]
    fn dutch_interest_of_a_full_year_bears_interest() {
        let (from, to) = (date(2024, 1, 1), date(2025, 12, 31));
        // On 1,000: 7 % for the 365 days to 31 December 2024, 70.00, and a day at 6 %,
        // 0.16. Then 364 days at 6 % on 1,070.16: 64.03.
        assert_eq!(interest("NL_6119", 100_000, from, to), Some(13_420));
    }

    #[test]
    fn a_lapsed_rate_gives_no_amount_and_names_the_row() {
        let last_known = date(2026, 7, 1);
        let from = date(2026, 2, 23);
        assert!(interest("FR_LEGAL", 75_000, from, last_known).is_some());
        let rule = rule("FR_LEGAL").expect("a rule");
        let missing = computed(75_000, rule, from, date(2026, 7, 2))
            .err()
            .expect("a row");
        let row = missing.written().row.expect("a row");
        assert_eq!(row, "interest_rate/FR_PRIV/2026-07-01");
    }

    #[test]
    fn a_series_that_begins_later_has_not_lapsed() {
        let rule = rule("ES_1108").expect("a rule");
        let because = |from: Date| {
            let missing = computed(25_000, rule, from, date(2026, 12, 31)).err()?;
            Some(missing.written().because)
        };
        assert_eq!(because(date(2017, 12, 31)), Some(Because::NotYet));
        assert_eq!(because(date(2018, 1, 1)), None);
        let after = computed(25_000, rule, date(2026, 12, 1), date(2027, 1, 2)).err();
        let after = after.expect("a row").written();
        assert_eq!(after.because, Because::Lapsed);
    }
}
