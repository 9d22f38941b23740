//! Facts in, forums out.

use jiff::civil::Date;
use rights::{Coded, Confidence, ReferenceData};

use crate::airline;
use crate::answer::{
    Answer, Body, ClosedForum, Confidences, Court, Deadline, Depends, ForumAnswer, NextStep,
    Outcomes, Period,
};
use crate::body;
use crate::calendar::{Calendar, soonest};
use crate::claim::{Claim, Ground, grounds_as_text};
use crate::court::CourtChoice;
use crate::deadline::{self, Limit, Standing, canadian_standing};
use crate::document;
use crate::facts::Facts;
use crate::fee;
use crate::forum::ForumId;
use crate::interest;
use crate::missing::Missing;
use crate::next_step;
use crate::open::{Candidate, is_above_earlier_limit, look};
use crate::order::{Rank, rank};
use crate::outlook::Outlook;
use crate::places::Places;
use crate::table::{
    CHECKED, ClockRow, ForumRow, OutcomeRow, european_procedure, outcomes, periods,
};
use crate::value::convert;
use crate::words::{Because, ForumKind, Part, Status};

/// The forums that can hear a claim, the best first. Pure: the same facts give
/// the same answer, on a server and in a browser.
#[must_use]
pub fn recourse(facts: &Facts, data: &impl ReferenceData) -> Answer {
    let Some(claim) = Claim::new(facts, data) else {
        return Answer {
            tables: CHECKED,
            recommended: None,
            forums: Vec::new(),
            closed: Vec::new(),
            places: Vec::new(),
            next_step: next_step::of(facts, None, &Outlook::default()),
            not_used: Vec::new(),
        };
    };
    let found = look(&claim);
    let mut judged: Vec<Judged> = found
        .open
        .iter()
        .map(|candidate| judge(&claim, candidate, data))
        .collect();
    judged.sort_by_key(|judged| judged.rank);
    let places = Places::of(&claim, &found.open, data);
    let in_tables = soonest(
        judged.iter().filter_map(|judged| judged.safe_day),
        facts.today(),
    );
    let is_best = |forum: &ForumAnswer| forum.status != Status::Late && !forum.other_law;
    let best_day = judged
        .iter()
        .find(|judged| is_best(&judged.answer))
        .and_then(|judged| judged.step_day);
    let mut forums: Vec<ForumAnswer> = judged.into_iter().map(|judged| judged.answer).collect();
    name_alternatives(&mut forums);
    name_missing_states(&mut forums, &places);
    let recommended = forums.iter().find(|forum| is_best(forum)).cloned();
    let outlook = Outlook::of(&claim, &places, best_day, in_tables);
    let next_step: NextStep = next_step::of(facts, recommended.as_ref(), &outlook);
    Answer {
        tables: CHECKED,
        recommended,
        closed: found
            .closed
            .iter()
            .map(|(id, reason)| ClosedForum {
                forum: id.code(),
                because: reason.code(),
            })
            .collect(),
        forums,
        places: places.written(),
        next_step,
        not_used: Vec::new(),
    }
}

/// A forum with its place in the list.
struct Judged {
    rank: Rank,
    answer: ForumAnswer,
    /// The earliest last safe day of its courts that has not passed; none of the
    /// forum of another law.
    safe_day: Option<Date>,
    /// The last safe day of a step there: that of the court that is named, or the
    /// earlier one of two.
    step_day: Option<Date>,
}

/// Names to each court of the sum's law the states that have none in the list.
fn name_missing_states(forums: &mut [ForumAnswer], places: &Places) {
    let rows = places.missing_rows();
    let courts = forums
        .iter_mut()
        .filter(|forum| forum.kind == ForumKind::Court && !forum.other_law);
    for forum in courts {
        let rows = rows.iter().cloned().map(Missing::written);
        forum.depends.extend(rows);
    }
}

/// Names to each forum the others that are in time.
fn name_alternatives(forums: &mut [ForumAnswer]) {
    let in_time: Vec<&'static str> = forums
        .iter()
        .filter(|forum| forum.status != Status::Late)
        .map(|forum| forum.forum)
        .collect();
    for forum in forums {
        let others = in_time.iter().filter(|other| **other != forum.forum);
        forum.alternatives = others.copied().collect();
    }
}

/// A court and its limitation.
type Choice<'c> = (&'c CourtChoice, Option<Limit>);

/// Judges one forum.
fn judge(claim: &Claim<'_>, candidate: &Candidate, data: &impl ReferenceData) -> Judged {
    let row = candidate.row;
    let filed = claim.facts.filing_day();
    let choices: Vec<Choice<'_>> = candidate
        .courts
        .iter()
        .map(|court| {
            let limit = deadline::limit(claim, court.forum, court.calendar, data);
            (court, limit)
        })
        .collect();
    let standing_of =
        |limit: Option<Limit>| limit.map_or(Standing::InTime, |limit| limit.standing(filed));
    // A claim that is dead in one state may live in another (C-139/11).
    let chosen = choices.iter().min_by_key(|(_, limit)| standing_of(*limit));
    let (court, limit) = match chosen {
        Some((court, limit)) => (Some(*court), *limit),
        None => (None, without_court(claim, row)),
    };
    let standing = standing_of(limit).max(canadian_standing(claim, row));
    let living: Vec<Choice<'_>> = choices
        .iter()
        .filter(|(_, limit)| standing_of(*limit) != Standing::Late)
        .copied()
        .collect();
    let state = court.map(|court| court.state);

    let interest = interest::of(claim, candidate, court);
    let fee = fee::of(claim, candidate, state, interest.minor);
    let body = body::of(claim, row.id, state, limit);
    let deadline = Deadline {
        airline_time_over: airline::time_over(claim, row.id, court),
        ..deadline::of(claim, row, court, limit)
    };
    let lawyer = needs_lawyer(claim, candidate);
    let minor = fee.all.map(|(all, _)| all);
    let (documents, documents_that_help) = document::of(claim, row, court, lawyer, minor);
    let held = &claim.facts.documents_held;
    let documents_missing = documents
        .iter()
        .filter(|key| !held.iter().any(|held| held == *key))
        .copied()
        .collect();

    let mut missing = candidate.missing.clone();
    let compulsory = body.body.as_ref().filter(|body| body.compulsory);
    let unknown = compulsory.and_then(|body| unknown_of_compulsory(claim, body));
    missing.extend(unknown.map(|fact| Missing::fact(Part::Forum, fact)));
    missing.extend(body.missing);
    missing.extend(court.and_then(|court| {
        let (key, because) = court.missing.clone()?;
        Some(Missing::row(Part::Court, key, because))
    }));
    missing.extend(missing_days(claim, candidate, court, limit, standing));
    missing.extend(fee.missing);
    missing.extend(interest.missing);
    let missing: Vec<Depends> = missing.into_iter().map(Missing::written).collect();
    let depends = missing.iter().any(Depends::holds_up);
    let own_currency = fee
        .all
        .and_then(|(all, of)| convert(all, of, claim.facts.currency, &claim.facts.exchange));
    let rank = rank(claim, candidate, court, standing, own_currency);
    let in_time = living
        .iter()
        .filter(|(_, limit)| standing_of(*limit) == Standing::InTime && !candidate.other_law);
    let safe_day = soonest(
        in_time.filter_map(|(_, limit)| limit.map(|limit| limit.safe_day)),
        claim.facts.today(),
    );
    let confidence = confidences([
        body.confidence,
        court_confidence(row.id, court),
        fee.confidence,
        interest.confidence,
        deadline_confidence(row.is_court, limit),
    ]);
    let body_id = body.body.as_ref().map(|body| body.id);
    let of_body = body_id.filter(|id| *id != row.id.code());
    let scopes = [Some(row.id.code()), of_body].into_iter().flatten();
    let periods = scopes.flat_map(periods).map(period).collect();
    let language = state
        .filter(|_| row.id == ForumId::EuEscp)
        .and_then(european_procedure)
        .map_or(&row.language, |of_state| &of_state.language);
    let answer = ForumAnswer {
        forum: row.id.code(),
        status: match (standing, depends) {
            (Standing::Late, _) => Status::Late,
            (_, true) => Status::Depends,
            (_, false) => Status::Open,
        },
        other_law: candidate.other_law,
        alternatives: Vec::new(),
        body: body.body,
        court: court_name(claim, row.id, &living, court),
        courts: choices.iter().map(written).collect(),
        lawyer,
        fee: fee.fee,
        interest: interest.interest,
        deadline,
        documents,
        documents_missing,
        documents_that_help,
        confidence,
        depends: missing,
        title: &row.title,
        kind: match row.is_court {
            true => ForumKind::Court,
            false => ForumKind::Regulator,
        },
        language: language.clone(),
        channel: &row.channel,
        default_rule: &row.default_rule,
        outcomes: outcomes(&row.default_rule).map(outcomes_of),
        periods,
    };
    let own = limit.map(|limit| limit.safe_day);
    // The step of the European procedure names all its courts, and the first before all.
    let step_day = match row.id {
        ForumId::EuEscp => [own, safe_day].into_iter().flatten().min(),
        _ => own,
    };
    Judged {
        rank,
        answer,
        safe_day,
        step_day,
    }
}

/// The fact that leaves open whether a court hears who must have asked a body: whether
/// it was asked while that could be done, and when.
fn unknown_of_compulsory(claim: &Claim<'_>, body: &Body) -> Option<&'static str> {
    let facts = claim.facts;
    let has_day = facts.days.body_asked_on.is_some() || facts.body_has_ended();
    match facts.has_asked_body() {
        false => body.closed_since.map(|_| "body_asked"),
        true => (!has_day).then_some("body_asked_on"),
    }
}

/// The two years of the Montreal Convention before a forum whose courts are not known, or
/// that is none.
fn without_court(claim: &Claim<'_>, row: &ForumRow) -> Option<Limit> {
    let calendar = match row.id {
        ForumId::CaCta | ForumId::CaOnScc => Calendar::Canada,
        ForumId::UsDot | ForumId::UsSc => Calendar::UnitedStates,
        _ => Calendar::Elsewhere,
    };
    deadline::montreal_limit(claim, calendar)
}

fn outcomes_of(row: &'static OutcomeRow) -> Outcomes {
    Outcomes {
        silence: &row.silence,
        part_answer: &row.part_answer,
        admission: &row.admission,
        paid_after_filing: &row.paid_after_filing,
        settlement: &row.settlement,
    }
}

fn period(row: &'static ClockRow) -> Period {
    Period {
        clock: &row.name,
        starts_on: &row.starts_on,
        length: row.length,
        unit: row.unit,
        when_it_runs_out: &row.when_it_runs_out,
    }
}

/// What is missing for the days of a forum.
fn missing_days(
    claim: &Claim<'_>,
    candidate: &Candidate,
    court: Option<&CourtChoice>,
    limit: Option<Limit>,
    standing: Standing,
) -> Vec<Missing> {
    let row = candidate.row;
    let key = court.map_or(row.id.code(), |court| court.forum.as_str());
    let named = |key: String, because| Missing::row(Part::Deadline, key, because);
    let mut missing = Vec::new();
    match limit {
        None if row.is_court => {
            missing.push(named(format!("limitation/{key}"), Because::Missing));
        }
        Some(limit) if limit.calendar_unknown => {
            missing.push(named(format!("calendar/{key}"), Because::Missing));
        }
        _ => {}
    }
    if standing == Standing::Arguable {
        let key = match canadian_standing(claim, row) {
            Standing::InTime => format!("limitation/{key}"),
            _ => "clock/ca_claim_to_airline".to_owned(),
        };
        missing.push(named(key, Because::Unsettled));
    }
    // Expenses may be damages under the Montreal Convention, with its two years.
    if row.is_court && claim.may_be_under_montreal() {
        missing.push(named(
            "clock/montreal_action".to_owned(),
            Because::Unsettled,
        ));
    }
    missing
}

/// Whether a lawyer is needed; `None` where the value, or the limit of that day, is
/// not known.
fn needs_lawyer(claim: &Claim<'_>, candidate: &Candidate) -> Option<bool> {
    let (row, value) = (candidate.row, candidate.value);
    let Some(above) = row.lawyer_above else {
        return Some(false);
    };
    let known = value.compared()?;
    (!is_above_earlier_limit(claim, row, value)).then_some(known > above)
}

/// Whether the courts of several states are named: before the European procedure, where
/// the flight did not start at the first.
fn is_a_choice(claim: &Claim<'_>, id: ForumId, court: &CourtChoice) -> bool {
    let starts_here = court.grounds.contains(&Ground::Departure);
    id == ForumId::EuEscp && !starts_here && claim.home().is_some()
}

/// The name of the court; where several states' courts may be chosen and the
/// flight did not start at home, all of them.
fn court_name(
    claim: &Claim<'_>,
    id: ForumId,
    living: &[Choice<'_>],
    court: Option<&CourtChoice>,
) -> Option<String> {
    let court = court?;
    let other = living
        .iter()
        .map(|(other, _)| *other)
        .find(|other| other.state != court.state && place_name(other).is_some());
    match other.filter(|_| is_a_choice(claim, id, court)) {
        None => court.name.clone(),
        Some(other) => {
            let first = place_name(court)?;
            let second = place_name(other)?;
            Some(format!(
                "{first} ({}) or {second} ({})",
                grounds_as_text(&court.grounds),
                grounds_as_text(&other.grounds),
            ))
        }
    }
}

/// A court's name, else the city it is the court of.
fn place_name(court: &CourtChoice) -> Option<String> {
    let by_city = || court.city.map(|city| format!("court at {city}"));
    court.name.clone().or_else(by_city)
}

fn written(choice: &Choice<'_>) -> Court {
    let (court, limit) = choice;
    Court {
        state: court.state.to_string(),
        name: court.name.clone(),
        city: court.city.map(str::to_owned),
        grounds: court.grounds.iter().map(|ground| ground.code()).collect(),
        limitation_last_day: limit.map(|limit| limit.last_day),
    }
}

/// How sure the court is. A regulator that decides needs none; one that awards
/// nothing leaves the court open.
fn court_confidence(id: ForumId, court: Option<&CourtChoice>) -> Confidence {
    match (id, court) {
        (ForumId::CaCta, _) => Confidence::Sure,
        (_, Some(court)) => court.confidence,
        (_, None) => Confidence::Unconfirmed,
    }
}

fn deadline_confidence(is_court: bool, limit: Option<Limit>) -> Confidence {
    match (is_court, limit) {
        (false, _) => Confidence::Sure,
        (true, Some(limit)) => limit.confidence,
        (true, None) => Confidence::Unconfirmed,
    }
}

/// How sure each part is, and the weakest of them.
fn confidences(parts: [Confidence; 5]) -> Confidences {
    let letter = |confidence: Confidence| match confidence {
        Confidence::Sure => "H",
        Confidence::Probable => "M",
        Confidence::Unconfirmed => "L",
    };
    let weakest = parts.into_iter().min().unwrap_or(Confidence::Unconfirmed);
    let [body, court, fee, interest, deadline] = parts.map(letter);
    Confidences {
        body,
        court,
        fee,
        interest,
        deadline,
        weakest: letter(weakest),
    }
}
