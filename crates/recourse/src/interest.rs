//! Interest to a day: simple, by the day, at the rate of each day, rounded once
//! at the end.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rights::{Confidence, Country};

use crate::amount::{decimal, half_up};
use crate::answer::{Interest, OtherInterest};
use crate::calendar::{Calendar, later};
use crate::claim::Claim;
use crate::court::CourtChoice;
use crate::forum::ForumId;
use crate::missing::{Missing, Part};
use crate::open::Candidate;
use crate::table::{ForumRow, RATES_READ_TO, RuleRow, Starts, Unit, rate, rule};

/// Interest with how sure it is, and the row it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accrued {
    /// As it is written.
    pub interest: Interest,
    /// How sure.
    pub confidence: Confidence,
    /// What is missing.
    pub missing: Option<Missing>,
    /// The amount in hundredths, where it is known.
    pub minor: Option<i64>,
}

/// The rule of a forum; of the European procedure that of the court's state.
fn rule_of(row: &ForumRow, state: Option<Country>) -> Option<&'static RuleRow> {
    let name = match (&row.interest_rule, state) {
        (Some(own), _) => own,
        (None, Some(state)) if row.id == ForumId::EuEscp => match state.as_str() {
            "DE" => "DE_291",
            "AT" => "AT_1000",
            "FR" => "FR_LEGAL",
            "ES" => "ES_1108",
            "IT" => "IT_1284",
            "NL" => "NL_6119",
            "PL" => "PL_481",
            "IE" => "IE_NONE",
            _ => return None,
        },
        (None, _) => return None,
    };
    rule(name)
}

/// The interest on a sum that is not given: that of another law.
fn of_unknown_sum(rule: &RuleRow) -> Accrued {
    let runs = rule.runs.is_some();
    Accrued {
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
pub fn of(claim: &Claim<'_>, candidate: &Candidate, court: Option<&CourtChoice>) -> Accrued {
    let row = candidate.row;
    let state = court.map(|court| court.state);
    let Some(own) = rule_of(row, state) else {
        let key = state.map_or(rights::Coded::code(row.id).to_owned(), |state| {
            state.to_string()
        });
        let key = format!("interest_rule/{key}");
        return Accrued {
            interest: Interest::default(),
            confidence: Confidence::Unconfirmed,
            missing: Some(Missing::row(Part::Interest, key, "missing")),
            minor: None,
        };
    };
    if candidate.other_law {
        return of_unknown_sum(own);
    }
    // Before a claim is served, German interest runs from the end of the term in
    // the demand (BGB s288), if there was one.
    let served = claim.facts.days.served_on.is_some();
    let demand = claim.facts.days.deadline_in_demand.is_some();
    let default_rule = rule("DE_288").filter(|_| own.name == "DE_291" && demand);
    let first = match default_rule {
        Some(other) if !served => other,
        _ => own,
    };
    let mut accrued = by_rule(claim, first, court);
    if let Some(other) = default_rule.filter(|other| other.name != first.name)
        && let Some(start) = start_of(claim, other, court)
        && let Some(last_day) = accrued.interest.last_day
    {
        let amount = computed(claim.facts.value(), other, start, last_day);
        accrued.interest.also = Some(OtherInterest {
            rule: other.name.clone(),
            start,
            amount: amount.ok().map(|known| decimal(known.minor)),
        });
    }
    accrued
}

fn by_rule(claim: &Claim<'_>, rule: &RuleRow, court: Option<&CourtChoice>) -> Accrued {
    let Some((_, _, starts)) = &rule.runs else {
        return Accrued {
            interest: Interest::default(),
            confidence: rule.confidence,
            missing: None,
            minor: None,
        };
    };
    let principal = claim.facts.value();
    let start = start_of(claim, rule, court);
    let last_day = last_day(claim, *starts, start);
    let mut interest = Interest {
        rule: Some(rule.name.clone()),
        principal: Some(decimal(principal)),
        start,
        last_day: Some(last_day),
        ..Interest::default()
    };
    let Some(start) = start else {
        return Accrued {
            interest,
            confidence: rule.confidence,
            missing: Some(Missing::fact(Part::Interest, fact_of(*starts))),
            minor: None,
        };
    };
    match computed(principal, rule, start, last_day) {
        Ok(known) => {
            interest.amount = Some(decimal(known.minor));
            interest.exact_instead = known.exact.map(decimal);
            Accrued {
                interest,
                confidence: rule.confidence.min(known.confidence),
                missing: None,
                minor: Some(known.minor),
            }
        }
        Err(missing) => Accrued {
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

/// The day of the event from which a rule runs. A Polish airline is late thirty
/// days after the complaint at the latest, whatever term the demand set.
fn start_of(claim: &Claim<'_>, rule: &RuleRow, court: Option<&CourtChoice>) -> Option<Date> {
    let days = &claim.facts.days;
    let (_, _, starts) = rule.runs.as_ref()?;
    let start = match starts {
        Starts::PaymentDay => match (days.deadline_in_demand, rule.name.as_str()) {
            (None, "PL_481") => days.claim_sent.map(|sent| later(sent, 30, Unit::Day)),
            (given, _) => given,
        },
        Starts::Demand => claim.facts.received(),
        Starts::Service => days.served_on,
        Starts::Flight => Some(claim.facts.flight_day),
    }?;
    let calendar = court.map_or(Calendar::Elsewhere, CourtChoice::calendar);
    Some(match rule.payment_day_moves {
        true => calendar.next_working(start),
        false => start,
    })
}

/// The last day that is counted: the one asked for; else that of the filing;
/// after service the last day for which the rates were read.
fn last_day(claim: &Claim<'_>, starts: Starts, start: Option<Date>) -> Date {
    let days = &claim.facts.days;
    let filed = days.filed_on.unwrap_or(claim.facts.today());
    let own = match starts {
        Starts::Service => RATES_READ_TO.max(filed),
        _ => filed,
    };
    let last = days.interest_to.unwrap_or(own);
    start.map_or(last, |start| last.max(start))
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
    let edge = |_| Missing::row(Part::Interest, format!("interest_rate/{series}"), "missing");
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
            Missing::row(Part::Interest, key, "lapsed")
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
        // 7 % for the 365 days to 31 December 2024 and one at 6 %, on 1,000; then
        // 6 % on 1,070.
        let simple: i64 = 7_000 + 6_000;
        let all = interest("NL_6119", 100_000, from, to).expect("known");
        assert!(all > simple && all < simple + 500, "{all}");
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
}
