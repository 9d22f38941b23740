//! A judgement in words, drawn the same on the passenger's pages and at the desk.

mod evidence;

use backend::{Judgement, carrier_name};
use domain::{
    Language,
    intake::{Arrival, Happening, Replacement, Statement},
};
use jiff::civil::DateTime;
use leptos::prelude::*;
use rights::{Assessment, Change, Entry, Outcome, Regime, Step};

use crate::{
    intake::Trip,
    law::{self, Words, money},
    tr,
    ui::{Note, Pair, Reason, Route, RouteLeg, RouteStop, Tone},
    wording,
};

/// A judgement with the language it is told in.
pub struct VerdictWords<'a> {
    judgement: &'a Judgement,
    words: Words,
}

/// The top line of a verdict: never "you are owed", since an airline and a
/// court still have a say.
pub struct Headline {
    /// Its colour and sign.
    pub tone: Tone,
    /// "Likely owed".
    pub heading: String,
    /// "€600".
    pub amount: String,
    /// "per person, under Regulation (EC) 261/2004".
    pub sum: Option<String>,
}

impl<'a> VerdictWords<'a> {
    /// Tells a judgement in a language.
    pub fn new(language: Language, judgement: &'a Judgement) -> Self {
        let flight_day = judgement.statement.flights.day;
        Self {
            judgement,
            words: Words {
                language,
                flight_day,
                notice_windows: true,
            },
        }
    }

    /// The language it is told in.
    pub fn language(&self) -> Language {
        self.words.language
    }

    fn assessment(&self) -> &'a Assessment {
        &self.judgement.assessment
    }

    fn statement(&self) -> &'a Statement {
        &self.judgement.statement
    }

    /// The law that gives most, if any applies.
    pub fn best(&self) -> Option<&'a Entry> {
        self.judgement.assessment.best()
    }

    /// The top line.
    pub fn headline(&self) -> Headline {
        let language = self.language();
        let Some(entry) = self.best() else {
            return Headline {
                tone: Tone::No,
                heading: tr!(language, verdict.not_covered),
                amount: tr!(language, verdict.nothing),
                sum: Some(tr!(language, verdict.no_law)),
            };
        };
        let per_person = tr!(
            language,
            verdict.per_person,
            law = law_in_sentence(language, entry.regime)
        );
        match entry.outcome {
            Outcome::Eligible => Headline {
                tone: Tone::Good,
                heading: tr!(language, verdict.likely),
                amount: entry.compensation.map_or_else(
                    || tr!(language, verdict.open_amount),
                    |sum| money(language, sum.amount),
                ),
                sum: Some(per_person),
            },
            Outcome::Depends => Headline {
                tone: Tone::Warn,
                heading: tr!(language, verdict.possibly),
                amount: match entry.at_stake {
                    Some(sum) => tr!(
                        language,
                        verdict.up_to,
                        amount = money(language, sum.amount)
                    ),
                    None => tr!(language, verdict.open_amount),
                },
                sum: Some(per_person),
            },
            Outcome::NoCompensation => self.not_owed(entry),
        }
    }

    fn not_owed(&self, entry: &Entry) -> Headline {
        let language = self.language();
        let short_by = entry.could_change.iter().find_map(|change| match change {
            Change::MinutesToThreshold { minutes } => Some(*minutes),
            _ => None,
        });
        let amount = match short_by {
            Some(minutes) => {
                tr!(
                    language,
                    verdict.short_by,
                    duration = wording::duration(language, minutes)
                )
            }
            None => tr!(language, verdict.nothing),
        };
        let heading = match self.other_rights().is_empty() {
            true => tr!(language, verdict.probably_not),
            false => tr!(language, verdict.costs_only),
        };
        let decisive = entry.steps.iter().rev().find(|step| !step.met);
        Headline {
            tone: Tone::No,
            heading,
            amount,
            sum: decisive.map(|step| law::finding(&self.words, &step.finding)),
        }
    }

    /// The top line of a claim for several people: the sum of all of them.
    pub fn headline_for(&self, people: usize) -> Headline {
        let mut headline = self.headline();
        let each = self
            .best()
            .filter(|entry| entry.outcome == Outcome::Eligible);
        if let Some(each) = each
            .and_then(|entry| entry.compensation)
            .map(|sum| sum.amount)
            && people > 1
        {
            let language = self.language();
            headline.amount = money(language, each.times(people));
            let each = money(language, each);
            headline.sum = Some(tr!(
                language,
                verdict.times_people,
                amount = each,
                people = people
            ));
        }
        headline
    }

    /// Delay, distance, airline and last day, below the route.
    pub fn pairs(&self) -> Vec<Pair> {
        let language = self.language();
        let assessment = self.assessment();
        let late = assessment
            .delay_minutes
            .filter(|minutes| *minutes > 0)
            .map(|minutes| {
                Pair::new(
                    tr!(language, verdict.late),
                    wording::duration(language, minutes),
                )
            });
        let distance = assessment.distance.map(|distance| {
            Pair::new(
                tr!(language, verdict.distance),
                wording::kilometres(language, distance.km),
            )
        });
        let carrier = self.claim_to().map(|(name, code)| {
            let name = if name == code {
                name
            } else {
                format!("{name} ({code})")
            };
            Pair::new(tr!(language, verdict.claim_to), name)
        });
        let deadline = self
            .best()
            .and_then(|entry| entry.deadline)
            .map(|deadline| {
                Pair::new(
                    tr!(language, verdict.claim_by),
                    wording::day(language, deadline.last_day),
                )
            });
        [late, distance, carrier, deadline]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Name and code of the airline the claim goes to.
    pub fn claim_to(&self) -> Option<(String, String)> {
        let code = self.best()?.claim_from;
        Some((carrier_name(code, self.words.flight_day), code.to_string()))
    }

    /// The reasons in order, each with its source. Without a law that applies
    /// these are the steps at which each one failed.
    pub fn reasons(&self) -> Vec<Reason> {
        self.steps()
            .into_iter()
            .map(|step| Reason {
                sentence: law::finding(&self.words, &step.finding),
                source: step.rule.source().to_owned(),
                details: self.details(step),
                open: false,
            })
            .collect()
    }

    fn details(&self, step: &Step) -> Vec<(String, String)> {
        let mut details = self.evidence(step);
        details.push((tr!(self.language(), verdict.result), self.bearing(step.met)));
        details
    }

    /// The reasoning as the engine gave it.
    pub fn steps(&self) -> Vec<&'a Step> {
        match self.best() {
            Some(entry) => entry.steps.iter().collect(),
            None => self
                .assessment()
                .out_of_scope
                .iter()
                .map(|(_, step)| step)
                .collect(),
        }
    }

    /// The sentence of one step.
    pub fn sentence(&self, step: &Step) -> String {
        law::finding(&self.words, &step.finding)
    }

    fn bearing(&self, met: bool) -> String {
        match met {
            true => tr!(self.language(), verdict.holds),
            false => tr!(self.language(), verdict.fails),
        }
    }

    /// What could still change the verdict.
    pub fn changes(&self) -> Vec<String> {
        let changes = self
            .best()
            .map(|entry| entry.could_change.as_slice())
            .unwrap_or_default();
        changes
            .iter()
            .map(|change| law::change(&self.words, change))
            .collect()
    }

    /// What a person still has to find out.
    pub fn open_questions(&self) -> Vec<String> {
        let missing = self
            .best()
            .map(|entry| entry.missing_facts.as_slice())
            .unwrap_or_default();
        missing
            .iter()
            .map(|fact| law::missing_fact(self.language(), *fact))
            .collect()
    }

    /// Rights beside the sum, each with its article.
    pub fn other_rights(&self) -> Vec<(String, &'static str)> {
        let rights = self
            .best()
            .map(|entry| entry.other_rights.as_slice())
            .unwrap_or_default();
        let granted = rights
            .iter()
            .map(|other| (law::right(self.language(), other.right), other.basis));
        granted.chain(self.rights_of_a_wait()).collect()
    }

    /// What a late departure may have given somebody who then did not fly. The
    /// form does not ask how long the wait was, so each right says its hours.
    fn rights_of_a_wait(&self) -> Vec<(String, &'static str)> {
        let language = self.language();
        let Happening::Late(arrival) = self.statement().happening else {
            return Vec::new();
        };
        if self.best().is_none() {
            return Vec::new();
        }
        let care = (tr!(language, verdict.waited_care), "Art 6(1), 9");
        let refund = (
            tr!(language, verdict.waited_refund),
            "Art 6(1)(iii), 8(1)(a)",
        );
        match arrival {
            Arrival::At(_) | Arrival::Rerouted(_) | Arrival::OwnWay(_) => Vec::new(),
            Arrival::MoneyBack => vec![care],
            Arrival::GaveUp => vec![care, refund],
        }
    }

    /// Another law that would pay as well: the passenger can choose.
    pub fn choice(&self) -> Option<String> {
        let language = self.language();
        let other = self.assessment().entries.iter().skip(1);
        other
            .filter(|entry| entry.outcome == Outcome::Eligible)
            .find_map(|entry| {
                let amount = money(language, entry.compensation?.amount);
                let law = law_in_sentence(language, entry.regime);
                Some(tr!(
                    language,
                    verdict.other_regime_text,
                    law = law,
                    amount = amount
                ))
            })
    }

    /// By when to claim, in sentences.
    pub fn deadline(&self) -> Vec<String> {
        let language = self.language();
        let Some(deadline) = self.best().and_then(|entry| entry.deadline) else {
            return vec![tr!(language, verdict.by_when_none)];
        };
        let day = wording::day(language, deadline.last_day);
        let forum = self.words.forum(deadline.forum);
        if deadline.last_day < self.judgement.case.assessed_on {
            return vec![tr!(
                language,
                verdict.by_when_past,
                day = day,
                forum = forum
            )];
        }
        let mut sentences = vec![tr!(
            language,
            verdict.by_when_text,
            day = day,
            forum = forum
        )];
        if !deadline.certain {
            sentences.push(tr!(language, verdict.by_when_uncertain));
        }
        sentences
    }

    /// The route with what became of it.
    pub fn route(&self, label: String) -> Option<AnyView> {
        let language = self.language();
        let statement = self.statement();
        let trip = Trip::of(language, &statement.trip)?;
        let last = trip.airports.len() - 1;
        let stops = trip
            .airports
            .into_iter()
            .enumerate()
            .map(|(place, airport)| RouteStop {
                code: airport.code,
                city: airport.city,
                notes: match place {
                    0 => vec![Note::Plain(wording::short_day(
                        language,
                        statement.flights.day,
                    ))],
                    place if place == last => self.arrival_notes(),
                    _ => vec![Note::Plain(tr!(language, intake.stop_change))],
                },
                leg: statement
                    .flights
                    .booked
                    .get(place)
                    .map(|flight| self.leg(place, flight)),
            });
        let stops = stops.collect();
        Some(view! { <Route label stops /> }.into_any())
    }

    fn leg(&self, place: usize, flight: &domain::intake::BookedFlight) -> RouteLeg {
        let statement = self.statement();
        let trouble = place == statement.flights.trouble;
        let cancelled = trouble && matches!(statement.happening, Happening::Cancelled { .. });
        let word = match (trouble, cancelled) {
            (true, true) => Some(tr!(self.language(), verdict.leg_cancelled)),
            (true, false) => Some(tr!(self.language(), verdict.leg_late)),
            (false, _) => None,
        };
        RouteLeg {
            flight: flight.number.to_string(),
            carrier: None,
            word,
            missed: cancelled,
        }
    }

    fn arrival_notes(&self) -> Vec<Note> {
        let language = self.language();
        let statement = self.statement();
        let booked = wording::stop_moment(language, statement.schedule.arrival);
        match arrived(statement) {
            Some(at) => vec![
                Note::Struck(tr!(language, verdict.booked), booked),
                Note::Late(
                    tr!(language, verdict.arrived),
                    wording::stop_moment(language, at),
                ),
            ],
            None => vec![Note::Plain(format!(
                "{} {booked}",
                tr!(language, verdict.booked)
            ))],
        }
    }
}

/// When the passenger arrived, where the statement says so.
fn arrived(statement: &Statement) -> Option<DateTime> {
    match statement.happening {
        Happening::Late(arrival) => arrival.time(),
        Happening::Cancelled {
            replacement: Replacement::Taken(offer),
            ..
        } => Some(offer.arrival),
        Happening::Cancelled {
            replacement: Replacement::OwnWay(at),
            ..
        } => Some(at),
        Happening::Cancelled { .. } => None,
    }
}

/// The name of a law inside a sentence.
fn law_in_sentence(language: Language, regime: Regime) -> String {
    match regime {
        Regime::Eu261 => tr!(language, verdict.eu261),
        Regime::Uk261 => tr!(language, verdict.uk261),
        _ => tr!(language, verdict.other_law),
    }
}
