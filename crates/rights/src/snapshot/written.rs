//! From what releases before the first stored form wrote: the answer of the
//! contract, with its sentences in English.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value as Json;

use super::{
    AssessmentV1, CompensationV1, DeadlineV1, DistanceV1, EntryV1, OtherRightV1, OutOfScopeV1,
    ProcessV1, RuleV1, Said, StepV1, as_text,
};
use crate::assessment::{Assessment, Outcome, Step};
use crate::code::CarrierCode;
use crate::coded::Code;
use crate::contract::Sentences;
use crate::missing_fact::MissingFact;
use crate::regime::Regime;
use crate::rule::{About, Confidence};

#[derive(Deserialize)]
struct Answer {
    rules: String,
    delay_minutes: Option<i64>,
    distance: Option<DistanceV1>,
    assessments: Vec<Entry>,
    recommended: Option<Code<Regime>>,
    #[serde(default)]
    out_of_scope: Vec<OutOfScope>,
}

#[derive(Deserialize)]
struct Entry {
    regime: Code<Regime>,
    outcome: Code<Outcome>,
    compensation: Option<CompensationV1>,
    #[serde(with = "as_text")]
    claim_from: CarrierCode,
    deadline: Option<DeadlineV1>,
    other_rights: Vec<OtherRightV1>,
    missing_facts: Vec<Missing>,
    steps: Vec<WrittenStep>,
    could_change: Vec<String>,
    excludes: Vec<Code<Regime>>,
    process: Option<ProcessV1>,
}

#[derive(Deserialize)]
struct Missing {
    fact: Code<MissingFact>,
}

#[derive(Deserialize)]
struct WrittenStep {
    rule: String,
    confidence: Code<Confidence>,
    #[serde(with = "as_text")]
    checked: Date,
    met: bool,
    because: String,
}

#[derive(Deserialize)]
struct OutOfScope {
    regime: Code<Regime>,
    #[serde(flatten)]
    step: WrittenStep,
}

impl AssessmentV1 {
    /// The stored form of an answer that was written in the contract's shape, as
    /// of `assessed_on`; `leading` is the regime that the claim goes by.
    ///
    /// Sums, days and outcomes are those that were written. A sentence that the
    /// rules of `today` say as well gets its code, and with it its words in
    /// every language; any other stays the English sentence that it is.
    #[must_use]
    pub fn of_written(
        written: &Json,
        assessed_on: Date,
        leading: Option<&str>,
        today: &Assessment,
        words: &impl Sentences,
    ) -> Option<Self> {
        let answer = Answer::deserialize(written).ok()?;
        let reading = Reading { today, words };
        let place = answer
            .assessments
            .iter()
            .position(|entry| Some(entry.regime.as_str()) == leading);
        let entries: Vec<EntryV1> = answer
            .assessments
            .into_iter()
            .map(|entry| reading.entry(entry))
            .collect();
        Some(Self {
            version: Self::VERSION,
            rules: answer.rules,
            assessed_on,
            delay_minutes: answer.delay_minutes,
            distance: answer.distance,
            entries,
            leading: place.unwrap_or_default(),
            recommended: answer.recommended,
            out_of_scope: answer
                .out_of_scope
                .into_iter()
                .map(|failed| OutOfScopeV1 {
                    regime: failed.regime,
                    step: reading.step(failed.step),
                })
                .collect(),
            airports: Vec::new(),
            carriers: Vec::new(),
        })
    }
}

/// How sentences are recognised: by what today's rules say to the same facts.
struct Reading<'a, W> {
    today: &'a Assessment,
    words: &'a W,
}

impl<W: Sentences> Reading<'_, W> {
    fn entry(&self, entry: Entry) -> EntryV1 {
        let own_period = entry.regime.known().is_some_and(Regime::sets_own_period);
        EntryV1 {
            outcome: entry.outcome,
            compensation: entry.compensation,
            at_stake: None,
            claim_from: entry.claim_from,
            deadline: entry.deadline.map(|deadline| DeadlineV1 {
                own_period,
                ..deadline
            }),
            other_rights: entry.other_rights,
            missing_facts: entry
                .missing_facts
                .into_iter()
                .map(|missing| missing.fact)
                .collect(),
            steps: entry
                .steps
                .into_iter()
                .map(|step| self.step(step))
                .collect(),
            could_change: entry
                .could_change
                .into_iter()
                .map(|sentence| self.change(sentence))
                .collect(),
            excludes: entry.excludes,
            process: entry.process,
            regime: entry.regime,
        }
    }

    fn step(&self, step: WrittenStep) -> StepV1 {
        let same = self
            .steps()
            .find(|now| now.rule.source == step.rule && self.words.because(now) == step.because);
        StepV1 {
            rule: RuleV1 {
                source: step.rule,
                about: same.map_or(About::Answers, |now| now.rule.about).into(),
                confidence: step.confidence,
                checked: step.checked,
            },
            met: step.met,
            finding: match same {
                Some(now) => now.finding.into(),
                None => Said::Sentence(step.because),
            },
        }
    }

    fn steps(&self) -> impl Iterator<Item = &Step> {
        let entries = self.today.entries.iter().flat_map(|entry| &entry.steps);
        entries.chain(self.today.out_of_scope.iter().map(|(_, step)| step))
    }

    fn change(&self, sentence: String) -> Said<crate::finding::Change> {
        let mut changes = self
            .today
            .entries
            .iter()
            .flat_map(|entry| &entry.could_change);
        match changes.find(|change| self.words.change(change) == sentence) {
            Some(change) => (*change).into(),
            None => Said::Sentence(sentence),
        }
    }
}
