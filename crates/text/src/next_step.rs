//! What to do towards the airline and after its answer, in sentences.

use domain::Language;
use recourse::answer::{Court, NextStep};
use recourse::{BodyId, ForumId, Step};
use rights::Coded;

use crate::{format, tr};

/// The step with its days, and that waiting costs time: a paragraph each.
pub fn sentences(language: Language, step: &NextStep) -> Vec<String> {
    let write = |day| format::day(language, day);
    let by = step.by.map(write);
    let from = step.from.map(write).unwrap_or_default();
    let (first, last) = match step.step {
        Step::WriteToAirline => {
            return vec![match by {
                Some(day) => tr!(language, recourse.write_by, day = day),
                None => tr!(language, recourse.write),
            }];
        }
        Step::WaitForAirline => wait(language, step, &from),
        Step::AskBody => (
            tr!(language, recourse.ask, name = asked(language, step)),
            Last::Turn,
        ),
        Step::GoToCourt => (
            tr!(language, recourse.court, name = court(language, step)),
            Last::File,
        ),
        Step::AwaitAnswer if step.body.is_some() && step.from.is_some() => {
            let name = asked(language, step);
            let words = tr!(language, recourse.await_body, name = name, day = from);
            (words, Last::File)
        }
        Step::AwaitAnswer => return vec![tr!(language, recourse.await_answer)],
        Step::TooLate => return vec![tr!(language, recourse.too_late)],
        Step::AskPerson => match by {
            Some(day) => {
                let words = tr!(language, recourse.ask_person_by, day = day);
                return vec![words, tr!(language, recourse.waiting)];
            }
            None => return vec![tr!(language, recourse.ask_person)],
        },
    };
    let last = by.map(|day| match last {
        Last::Turn => tr!(language, recourse.turn_by, day = day),
        Last::File => tr!(language, recourse.file_by, day = day),
    });
    let words = match last {
        Some(last) => format!("{first} {last}"),
        None => first,
    };
    vec![words, tr!(language, recourse.waiting)]
}

/// What has a last day: turning to a body, or filing with a court.
enum Last {
    Turn,
    File,
}

/// The wait for the airline, and what ends it.
fn wait(language: Language, step: &NextStep, day: &str) -> (String, Last) {
    if step.body.is_some() {
        let name = asked(language, step);
        let words = match step.refusal_ends_wait {
            true => tr!(
                language,
                recourse.wait_body_or_refused,
                name = name,
                day = day
            ),
            false => tr!(language, recourse.wait_body, name = name, day = day),
        };
        return (words, Last::Turn);
    }
    let name = court(language, step);
    let words = match step.refusal_ends_wait {
        true => tr!(
            language,
            recourse.wait_court_or_refused,
            name = name,
            day = day
        ),
        false => tr!(language, recourse.wait_court, name = name, day = day),
    };
    (words, Last::File)
}

/// The body that is asked, with its article.
fn asked(language: Language, step: &NextStep) -> String {
    let known = step.body.and_then(BodyId::from_code);
    let name = known.map(|body| body_name(language, body));
    name.or_else(|| step.name.clone()).unwrap_or_default()
}

/// The court of a step, without an article: its own name, which stays in its own
/// language; of the European procedure every court that may be chosen, with what makes
/// it competent; else the kind of court.
fn court(language: Language, step: &NextStep) -> String {
    let forum = step.forum.and_then(ForumId::from_code);
    let named: Vec<(&Court, String)> = step
        .courts
        .iter()
        .filter_map(|court| Some((court, court_name(language, court)?)))
        .collect();
    match (named.as_slice(), forum) {
        ([(_, name)], _) => name.clone(),
        ([first, others @ ..], Some(ForumId::EuEscp)) => {
            let because = |(court, name): &(&Court, String)| {
                let grounds: Vec<String> = court
                    .grounds
                    .iter()
                    .map(|ground| ground_name(language, ground))
                    .collect();
                let grounds = grounds.join(", ");
                tr!(
                    language,
                    recourse.court_because,
                    court = name.as_str(),
                    grounds = grounds
                )
            };
            others
                .iter()
                .map(because)
                .fold(because(first), |all, next| {
                    tr!(language, recourse.either, first = all, second = next)
                })
        }
        ([(_, name), ..], _) => name.clone(),
        ([], Some(forum)) => {
            forum_name(language, forum).unwrap_or_else(|| tr!(language, recourse.court_unnamed))
        }
        ([], None) => tr!(language, recourse.court_unnamed),
    }
}

/// A court by its name, else by the city whose airport it is the court of.
fn court_name(language: Language, court: &Court) -> Option<String> {
    let by_city = |city: &String| tr!(language, recourse.court_of, city = city.as_str());
    court
        .name
        .clone()
        .or_else(|| court.city.as_ref().map(by_city))
}

/// What makes a court competent.
fn ground_name(language: Language, ground: &str) -> String {
    match ground {
        "departure" => tr!(language, recourse.ground.departure),
        "arrival" => tr!(language, recourse.ground.arrival),
        _ => tr!(language, recourse.ground.seat),
    }
}

/// What a body is called, with its article.
pub fn body_name(language: Language, body: BodyId) -> String {
    match body {
        BodyId::DeRv => tr!(language, recourse.body.de_rv),
        BodyId::DeBfj => tr!(language, recourse.body.de_bfj),
        BodyId::AtApf => tr!(language, recourse.body.at_apf),
        BodyId::FrMtv => tr!(language, recourse.body.fr_mtv),
        BodyId::EsAesa => tr!(language, recourse.body.es_aesa),
        BodyId::ItArt => tr!(language, recourse.body.it_art),
        BodyId::ItEnac => tr!(language, recourse.body.it_enac),
        BodyId::NlIlt => tr!(language, recourse.body.nl_ilt),
        BodyId::PlRpp => tr!(language, recourse.body.pl_rpp),
        BodyId::IeIaa => tr!(language, recourse.body.ie_iaa),
        BodyId::UkAdr => tr!(language, recourse.body.uk_adr),
        BodyId::UkPact => tr!(language, recourse.body.uk_pact),
        BodyId::CaCta => tr!(language, recourse.body.ca_cta),
        BodyId::UsDot => tr!(language, recourse.body.us_dot),
    }
}

/// What the courts of a forum are called; `None`: it is no court.
pub fn forum_name(language: Language, forum: ForumId) -> Option<String> {
    Some(match forum {
        ForumId::DeOnline => tr!(language, recourse.forum.de_online),
        ForumId::DeAg => tr!(language, recourse.forum.de_ag),
        ForumId::AtBg => tr!(language, recourse.forum.at_bg),
        ForumId::FrTj => tr!(language, recourse.forum.fr_tj),
        ForumId::EsTi => tr!(language, recourse.forum.es_ti),
        ForumId::ItGdp => tr!(language, recourse.forum.it_gdp),
        ForumId::NlKr => tr!(language, recourse.forum.nl_kr),
        ForumId::PlSr => tr!(language, recourse.forum.pl_sr),
        ForumId::IeScp => tr!(language, recourse.forum.ie_scp),
        ForumId::UkEwOcmc => tr!(language, recourse.forum.uk_ew_ocmc),
        ForumId::UkEwN1 => tr!(language, recourse.forum.uk_ew_n1),
        ForumId::UkSctSp => tr!(language, recourse.forum.uk_sct_sp),
        ForumId::UkNiSc => tr!(language, recourse.forum.uk_ni_sc),
        ForumId::EuEscp => tr!(language, recourse.forum.eu_escp),
        ForumId::CaOnScc => tr!(language, recourse.forum.ca_on_scc),
        ForumId::UsSc => tr!(language, recourse.forum.us_sc),
        ForumId::CaCta | ForumId::UsDot => return None,
    })
}
