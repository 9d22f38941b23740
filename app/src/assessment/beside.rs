use domain::statement::{ArrivalWay, DisruptionV1};
use rights::{
    Code, Finding, MissingFact, Outcome, Regime, Right,
    finding::reform,
    snapshot::{EntryV1, Said, StepV1},
};

use super::{AssessmentWords, headline::law_in_sentence};
use text::{
    law::{self, money},
    tr,
};

/// A right beside the sum.
pub struct RightWords {
    /// What it is.
    pub text: String,
    /// Where it stands.
    pub basis: String,
    /// What to keep as proof.
    pub proof: String,
}

impl AssessmentWords<'_> {
    /// Rights beside the sum.
    pub fn other_rights(&self) -> Vec<RightWords> {
        let granted = self.best().into_iter().flat_map(|entry| {
            let regime = &entry.regime;
            entry.other_rights.iter().map(move |other| RightWords {
                text: law::stored_right(self.language(), regime, &other.right),
                basis: other.basis.clone(),
                proof: law::stored_proof(self.language(), &other.right),
            })
        });
        granted.chain(self.rights_of_a_wait()).collect()
    }

    /// What a late departure may have given somebody who then did not fly. The
    /// form does not ask how long the wait was, so each right says its hours.
    fn rights_of_a_wait(&self) -> Vec<RightWords> {
        let language = self.language();
        let DisruptionV1::Delay { arrival } = &self.statement().disruption else {
            return Vec::new();
        };
        // The hours are those of Article 6 in both versions of the Regulation.
        let regime = self.best().and_then(|entry| entry.regime.known());
        if !matches!(regime, Some(Regime::Eu261 | Regime::Uk261)) {
            return Vec::new();
        }
        let care = match self.is_amended() {
            true => RightWords {
                text: tr!(language, assessment.waited_care_amended),
                basis: "Art 6, 9; Regulation (EU) 2026/2202".to_owned(),
                proof: law::proof(language, Right::CareByHours),
            },
            false => RightWords {
                text: tr!(language, assessment.waited_care),
                basis: "Art 6(1), 9".to_owned(),
                proof: law::proof(language, Right::Care),
            },
        };
        let refund = RightWords {
            text: tr!(language, assessment.waited_refund),
            basis: "Art 6(1)(iii), 8(1)(a)".to_owned(),
            proof: law::proof(language, Right::Refund),
        };
        match arrival.way.known() {
            Some(ArrivalWay::MoneyBack) => vec![care],
            Some(ArrivalWay::GaveUp) => vec![care, refund],
            Some(ArrivalWay::Booked | ArrivalWay::Rerouted | ArrivalWay::OwnWay) | None => {
                Vec::new()
            }
        }
    }

    /// Whether the answer rests on Regulation 261/2004 as amended in 2026.
    fn is_amended(&self) -> bool {
        let amended = |step: &StepV1| {
            matches!(
                step.finding,
                Said::Known(Finding::Reform(reform::Finding::AmendedTextApplies { .. }))
            )
        };
        self.best()
            .is_some_and(|entry| entry.steps.iter().any(amended))
    }

    /// Another law that would pay as well: the passenger can choose.
    pub fn choice(&self) -> Option<String> {
        let language = self.language();
        let paying = self.others().find(|entry| {
            let is_fixed = entry.regime.known().is_some_and(Regime::is_fixed_sum);
            is_fixed && entry.outcome.known() == Some(Outcome::Eligible)
        })?;
        let amount = money(language, paying.compensation?.amount);
        let law = law_in_sentence(language, &paying.regime);
        Some(tr!(
            language,
            assessment.other_regime_text,
            law = law,
            amount = amount
        ))
    }

    /// What the other laws say that apply, each in a sentence or two: its name,
    /// its answer and what that rests on.
    pub fn other_laws(&self) -> Vec<(String, String)> {
        let told = |entry: &EntryV1| {
            let name = law::stored_regime(self.language(), &entry.regime);
            (name, self.in_short(entry))
        };
        self.others().map(told).collect()
    }

    /// An answer in a sentence or two.
    fn in_short(&self, entry: &EntryV1) -> String {
        let language = self.language();
        match (entry.outcome.known(), entry.compensation) {
            (Some(Outcome::Eligible), Some(sum)) => {
                let amount = money(language, sum.amount);
                tr!(language, assessment.short_owed, amount = amount)
            }
            (Some(Outcome::NoCompensation), _) => {
                let decisive = entry.steps.iter().rev().find(|step| !step.met);
                let because = decisive.map(|step| self.sentence(step)).unwrap_or_default();
                tr!(language, assessment.short_none, because = because)
            }
            _ if entry.missing_facts == [Code::Known(MissingFact::ProvenLoss)] => {
                tr!(language, assessment.short_loss)
            }
            _ => {
                let open = entry.missing_facts.first();
                let question = open.map(|fact| law::stored_fact(language, &entry.regime, fact));
                let question = question.unwrap_or_default();
                tr!(language, assessment.short_open, question = question)
            }
        }
    }

    /// The entries beside the one to go by.
    fn others(&self) -> impl Iterator<Item = &EntryV1> {
        let best = self.best().map(|entry| &entry.regime);
        let entries = self.assessment().entries.iter();
        entries.filter(move |entry| Some(&entry.regime) != best)
    }
}
