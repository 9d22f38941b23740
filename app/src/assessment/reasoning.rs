use rights::snapshot::StepV1;

use super::AssessmentWords;
use crate::ui::Reason;
use text::{law, tr};

impl<'a> AssessmentWords<'a> {
    /// The reasons in order, each with its source. Without a law that applies
    /// these are the steps at which each one failed.
    pub fn reasons(&self) -> Vec<Reason> {
        self.steps()
            .into_iter()
            .map(|step| Reason {
                sentence: self.sentence(step),
                source: step.rule.source.clone(),
                details: self.details(step),
                open: false,
            })
            .collect()
    }

    fn details(&self, step: &StepV1) -> Vec<(String, String)> {
        let mut details = self.evidence(step);
        details.push((
            tr!(self.language(), assessment.result),
            self.bearing(step.met),
        ));
        details
    }

    /// The reasoning as the engine gave it.
    pub fn steps(&self) -> Vec<&'a StepV1> {
        match self.best() {
            Some(entry) => entry.steps.iter().collect(),
            None => self
                .assessment()
                .out_of_scope
                .iter()
                .map(|failed| &failed.step)
                .collect(),
        }
    }

    /// The sentence of one step.
    pub fn sentence(&self, step: &StepV1) -> String {
        law::stored_finding(&self.words, &step.finding)
    }

    fn bearing(&self, met: bool) -> String {
        match met {
            true => tr!(self.language(), assessment.holds),
            false => tr!(self.language(), assessment.fails),
        }
    }

    /// What could still change the outcome.
    pub fn changes(&self) -> Vec<String> {
        let changes = self
            .best()
            .map(|entry| entry.could_change.as_slice())
            .unwrap_or_default();
        changes
            .iter()
            .map(|change| law::stored_change(&self.words, change))
            .collect()
    }

    /// What a person still has to find out.
    pub fn open_questions(&self) -> Vec<String> {
        let Some(entry) = self.best() else {
            return Vec::new();
        };
        law::open_questions(self.language(), &entry.regime, &entry.missing_facts)
    }
}
