//! From an answer of the engine to its stored form.

use jiff::civil::Date;

use super::{
    AirlineClocksV1, AirportNameV1, AssessmentV1, CarrierNameV1, CompensationV1, DeadlineV1,
    DistanceV1, EntryV1, MediationV1, OtherRightV1, OutOfScopeV1, ProcessV1, RuleV1, StepV1,
};
use crate::assessment::{Assessment, Compensation, Deadline, Entry, OtherRight, Process, Step};
use crate::code::{CarrierCode, Iata};
use crate::reference::ReferenceData;
use crate::rule::Rule;
use crate::value::{Value, Vocabulary, to_the_metre};

impl AssessmentV1 {
    /// The stored form of an answer that was made as of `assessed_on` for a
    /// flight of `flight_day`.
    #[must_use]
    pub fn of(
        answer: &Assessment,
        assessed_on: Date,
        flight_day: Date,
        data: &impl ReferenceData,
    ) -> Self {
        let named = Named::by(answer);
        Self {
            version: Self::VERSION,
            rules: answer.rules.to_owned(),
            assessed_on,
            delay_minutes: answer.delay_minutes,
            distance: answer.distance.map(|distance| DistanceV1 {
                origin: distance.origin,
                destination: distance.destination,
                km: to_the_metre(distance.km),
            }),
            entries: answer.entries.iter().map(entry).collect(),
            leading: answer.leading,
            recommended: answer.recommended.map(Into::into),
            out_of_scope: answer
                .out_of_scope
                .iter()
                .map(|(regime, failed)| OutOfScopeV1 {
                    regime: (*regime).into(),
                    step: step(failed),
                })
                .collect(),
            airports: named.airports(flight_day, data),
            carriers: named.carriers(flight_day, data),
        }
    }
}

/// The airports and airlines that an answer names, each once.
#[derive(Default)]
struct Named {
    airports: Vec<Iata>,
    carriers: Vec<CarrierCode>,
}

impl Named {
    fn by(answer: &Assessment) -> Self {
        let mut named = Self::default();
        for entry in &answer.entries {
            named.carrier(entry.claim_from);
            entry
                .steps
                .iter()
                .for_each(|step| named.values(&step.finding));
            entry
                .could_change
                .iter()
                .for_each(|change| named.values(change));
        }
        for (_, step) in &answer.out_of_scope {
            named.values(&step.finding);
        }
        named
    }

    fn values(&mut self, said: &impl Vocabulary) {
        for (_, value) in said.values() {
            match value {
                Value::Place(place) if !self.airports.contains(&place.code) => {
                    self.airports.push(place.code);
                }
                Value::CarrierCode(code) => self.carrier(code),
                _ => {}
            }
        }
    }

    fn carrier(&mut self, code: CarrierCode) {
        if !self.carriers.contains(&code) {
            self.carriers.push(code);
        }
    }

    fn airports(&self, day: Date, data: &impl ReferenceData) -> Vec<AirportNameV1> {
        let known = self.airports.iter();
        known
            .filter_map(|code| {
                let city = data.airport(*code, day)?.city.to_owned();
                Some(AirportNameV1 { code: *code, city })
            })
            .collect()
    }

    fn carriers(&self, day: Date, data: &impl ReferenceData) -> Vec<CarrierNameV1> {
        let known = self.carriers.iter();
        known
            .filter_map(|code| {
                let name = data.carrier(*code, day)?.name.to_owned();
                Some(CarrierNameV1 { code: *code, name })
            })
            .collect()
    }
}

fn entry(entry: &Entry) -> EntryV1 {
    EntryV1 {
        regime: entry.regime.into(),
        outcome: entry.outcome.into(),
        compensation: entry.compensation.map(compensation),
        at_stake: entry.at_stake.map(compensation),
        claim_from: entry.claim_from,
        deadline: entry.deadline.map(|last| deadline(last, entry)),
        other_rights: entry.other_rights.iter().map(other_right).collect(),
        missing_facts: entry
            .missing_facts
            .iter()
            .map(|fact| (*fact).into())
            .collect(),
        steps: entry.steps.iter().map(step).collect(),
        could_change: entry
            .could_change
            .iter()
            .map(|change| (*change).into())
            .collect(),
        excludes: entry
            .excludes
            .iter()
            .map(|regime| (*regime).into())
            .collect(),
        process: entry.process.map(process),
    }
}

fn compensation(sum: Compensation) -> CompensationV1 {
    CompensationV1 {
        amount: sum.amount,
        reduced: sum.reduced,
    }
}

fn deadline(deadline: Deadline, entry: &Entry) -> DeadlineV1 {
    DeadlineV1 {
        last_day: deadline.last_day,
        forum: deadline.forum,
        certain: deadline.certain,
        own_period: entry.regime.sets_own_period(),
        longest: deadline.longest,
    }
}

fn other_right(other: &OtherRight) -> OtherRightV1 {
    OtherRightV1 {
        right: other.right.into(),
        basis: other.basis.to_owned(),
    }
}

fn step(step: &Step) -> StepV1 {
    StepV1 {
        rule: rule(step.rule),
        met: step.met,
        finding: step.finding.into(),
    }
}

fn rule(rule: Rule) -> RuleV1 {
    RuleV1 {
        source: rule.source.to_owned(),
        about: rule.about.into(),
        confidence: rule.confidence.into(),
        checked: rule.checked,
    }
}

fn process(process: Process) -> ProcessV1 {
    ProcessV1 {
        wait_days: process.wait_days,
        country: process.bodies.country,
        enforcement: process.bodies.enforcement.map(str::to_owned),
        conciliation: process.bodies.conciliation.map(str::to_owned),
        enforcement_awards_nothing: process.bodies.enforcement_awards_nothing,
        airline_clocks: process.airline_clocks.map(|clocks| AirlineClocksV1 {
            inform_hours: clocks.inform_hours,
            acknowledge_working_days: clocks.acknowledge_working_days,
            reply_months: clocks.reply_months,
            final_reply_months: clocks.final_reply_months,
        }),
        mediation: process.mediation.map(|mediation| MediationV1 {
            country: mediation.country,
            mediator: mediation.mediator.map(str::to_owned),
            since: mediation.since,
            unless_claimed_before: mediation.unless_claimed_before,
        }),
    }
}
