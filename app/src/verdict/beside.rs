use domain::intake::{Arrival, Happening};
use rights::Outcome;

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
}
