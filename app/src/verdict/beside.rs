use domain::intake::{Arrival, Happening};
use rights::{Entry, Outcome};

use super::{VerdictWords, headline::law_in_sentence};
use crate::{
    law::{self, money},
    tr,
};

impl VerdictWords<'_> {
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
        let paying = self
            .others()
            .find(|entry| entry.outcome == Outcome::Eligible && entry.regime.is_fixed_sum())?;
        let amount = money(language, paying.compensation?.amount);
        let law = law_in_sentence(language, paying.regime);
        Some(tr!(
            language,
            verdict.other_regime_text,
            law = law,
            amount = amount
        ))
    }

    /// What the other laws say that apply, each in a sentence or two: its name,
    /// its answer and what that rests on.
    pub fn other_laws(&self) -> Vec<(String, String)> {
        let told = |entry: &Entry| {
            let name = law::regime_name(self.language(), entry.regime);
            (name, self.in_short(entry))
        };
        self.others().map(told).collect()
    }

    /// An answer in a sentence or two.
    fn in_short(&self, entry: &Entry) -> String {
        let language = self.language();
        match (entry.outcome, entry.compensation) {
            (Outcome::Eligible, Some(sum)) => {
                let amount = money(language, sum.amount);
                tr!(language, verdict.short_owed, amount = amount)
            }
            (Outcome::NoCompensation, _) => {
                let decisive = entry.steps.iter().rev().find(|step| !step.met);
                let because = decisive.map(|step| self.sentence(step)).unwrap_or_default();
                tr!(language, verdict.short_none, because = because)
            }
            _ => {
                let open = entry.missing_facts.first();
                let question = open.map(|fact| law::missing_fact(language, *fact));
                let question = question.unwrap_or_default();
                tr!(language, verdict.short_open, question = question)
            }
        }
    }

    /// The entries beside the one to go by.
    fn others(&self) -> impl Iterator<Item = &Entry> {
        let best = self.best().map(|entry| entry.regime);
        let entries = self.assessment().entries.iter();
        entries.filter(move |entry| Some(entry.regime) != best)
    }
}
