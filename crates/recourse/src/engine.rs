//! Facts in, forums out.

use rights::{Coded, Confidence, ReferenceData};

use crate::answer::{Answer, ClosedForum, Confidences, Court, ForumAnswer, NextStep};
use crate::body;
use crate::claim::{Claim, Ground, grounds_as_text};
use crate::court::CourtChoice;
use crate::deadline::{self, Limit};
use crate::document;
use crate::facts::Facts;
use crate::fee;
use crate::forum::ForumId;
use crate::interest;
use crate::missing::{Missing, Part};
use crate::next_step;
use crate::open::{Candidate, look};
use crate::order::{Rank, rank};
use crate::table::CHECKED;

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
            next_step: next_step::of(facts, None, false),
            not_used: Vec::new(),
        };
    };
    let looked = look(&claim);
    let mut ranked: Vec<(Rank, ForumAnswer)> = looked
        .open
        .iter()
        .map(|candidate| judge(&claim, candidate, data))
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut forums: Vec<ForumAnswer> = ranked.into_iter().map(|(_, forum)| forum).collect();
    name_alternatives(&mut forums);
    let recommended = forums.iter().find(|forum| forum.status != "late").cloned();
    let next_step: NextStep = next_step::of(facts, recommended.as_ref(), !forums.is_empty());
    Answer {
        tables: CHECKED,
        recommended,
        closed: looked
            .closed
            .iter()
            .map(|(id, reason)| ClosedForum {
                forum: id.code(),
                because: reason.code(),
            })
            .collect(),
        forums,
        next_step,
        not_used: Vec::new(),
    }
}

/// Names to each forum the others that are in time.
fn name_alternatives(forums: &mut [ForumAnswer]) {
    let in_time: Vec<&'static str> = forums
        .iter()
        .filter(|forum| forum.status != "late")
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
fn judge(
    claim: &Claim<'_>,
    candidate: &Candidate,
    data: &impl ReferenceData,
) -> (Rank, ForumAnswer) {
    let row = candidate.row;
    let today = claim.facts.days.filed_on.unwrap_or(claim.facts.today());
    let flight = claim.facts.flight_day;
    let choices: Vec<Choice<'_>> = candidate
        .courts
        .iter()
        .map(|court| (court, deadline::limit(flight, court, data)))
        .collect();
    let is_late = |limit: Option<Limit>| limit.is_some_and(|limit| today > limit.last_day);
    // A claim that is dead in one state may live in another (C-139/11).
    let living: Vec<Choice<'_>> = choices
        .iter()
        .filter(|(_, limit)| !is_late(*limit))
        .copied()
        .collect();
    let late = !choices.is_empty() && living.is_empty();
    let chosen = living.first().or_else(|| choices.first()).copied();
    let (court, limit) = (
        chosen.map(|(court, _)| court),
        chosen.and_then(|(_, limit)| limit),
    );
    let state = court.map(|court| court.state);

    let interest = interest::of(claim, candidate, court);
    let fee = fee::of(claim, candidate, state, interest.minor);
    let body = body::of(claim, row.id, state, limit);
    let deadline = deadline::of(claim, row, court, limit);
    let lawyer = candidate
        .value
        .total
        .zip(row.lawyer_above)
        .is_some_and(|(value, above)| value > above);
    let (documents, documents_that_help) = document::of(claim, row, court, lawyer);
    let held = &claim.facts.documents_held;
    let documents_missing = documents
        .iter()
        .filter(|key| !held.iter().any(|held| held == *key))
        .copied()
        .collect();

    let mut missing: Vec<Missing> = candidate
        .missing
        .iter()
        .map(|fact| Missing::fact(Part::Forum, fact))
        .collect();
    missing.extend(court.and_then(|court| {
        let (key, because) = court.missing.clone()?;
        Some(Missing::row(Part::Court, key, because))
    }));
    let no_limit = row.is_court && limit.is_none();
    missing.extend(no_limit.then(|| {
        let key = court.map_or(row.id.code(), |court| court.forum.as_str());
        Missing::row(Part::Deadline, format!("limitation/{key}"), "missing")
    }));
    missing.extend(fee.missing);
    missing.extend(interest.missing);
    // What only names the court or adds interest can be told later.
    let depends = !candidate.missing.is_empty() || fee.minor.is_none() || no_limit;
    let rank = rank(claim, candidate, court, late, fee.minor);
    let confidence = confidences([
        body.as_ref()
            .map_or(Confidence::Sure, |body| body.confidence),
        court_confidence(row.id, court),
        fee.confidence,
        interest.confidence,
        deadline_confidence(row.is_court, limit),
    ]);
    let answer = ForumAnswer {
        forum: row.id.code(),
        status: match (late, depends) {
            (true, _) => "late",
            (false, true) => "depends",
            (false, false) => "open",
        },
        alternatives: Vec::new(),
        body: body.map(|chosen| chosen.body),
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
        depends: missing.into_iter().map(Missing::written).collect(),
        title: &row.title,
        kind: if row.is_court { "court" } else { "regulator" },
        language: language(row.id, state, &row.language),
        channel: &row.channel,
        default_rule: &row.default_rule,
    };
    (rank, answer)
}

/// The language of the court of the European procedure is that of its state.
fn language(id: ForumId, state: Option<rights::Country>, own: &str) -> String {
    let language = match (id, state.as_ref().map(rights::Country::as_str)) {
        (ForumId::EuEscp, Some("DE" | "AT")) => "de",
        (ForumId::EuEscp, Some("FR")) => "fr",
        (ForumId::EuEscp, Some("ES")) => "es",
        (ForumId::EuEscp, Some("IT")) => "it",
        (ForumId::EuEscp, Some("NL")) => "nl",
        (ForumId::EuEscp, Some("PL")) => "pl",
        (ForumId::EuEscp, Some("IE")) => "en",
        (ForumId::EuEscp, Some("PT")) => "pt",
        _ => own,
    };
    language.to_owned()
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
    let starts_here = court.grounds.contains(&Ground::Departure);
    let other = living
        .iter()
        .map(|(other, _)| *other)
        .find(|other| other.state != court.state && place_name(other).is_some());
    let choice = id == ForumId::EuEscp && !starts_here && claim.home().is_some();
    match other.filter(|_| choice) {
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
