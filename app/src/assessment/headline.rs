use domain::Language;
use rights::{
    Change, Code, Outcome, Regime,
    snapshot::{EntryV1, Said},
};

use super::AssessmentWords;
use crate::ui::Tone;
use text::{
    format,
    law::{self, money},
    tr,
};

/// The top line of an assessment: never "you are owed", since an airline and a
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

impl AssessmentWords<'_> {
    /// The top line.
    pub fn headline(&self) -> Headline {
        let language = self.language();
        let Some(entry) = self.best() else {
            return Headline {
                tone: Tone::No,
                heading: tr!(language, assessment.not_covered),
                amount: tr!(language, assessment.nothing),
                sum: Some(tr!(language, assessment.no_law)),
            };
        };
        let per_person = tr!(
            language,
            assessment.per_person,
            law = law_in_sentence(language, &entry.regime)
        );
        match entry.outcome.known() {
            Some(Outcome::Eligible) => Headline {
                tone: Tone::Good,
                heading: tr!(language, assessment.likely),
                amount: entry.compensation.map_or_else(
                    || tr!(language, assessment.open_amount),
                    |sum| money(language, sum.amount),
                ),
                sum: Some(per_person),
            },
            // What a newer release found needs a person here.
            Some(Outcome::Depends) | None => Headline {
                tone: Tone::Warn,
                heading: tr!(language, assessment.possibly),
                amount: match entry.at_stake {
                    Some(sum) => tr!(
                        language,
                        assessment.up_to,
                        amount = money(language, sum.amount)
                    ),
                    None => tr!(language, assessment.open_amount),
                },
                sum: Some(per_person),
            },
            Some(Outcome::NoCompensation) => self.not_owed(entry),
        }
    }

    fn not_owed(&self, entry: &EntryV1) -> Headline {
        let language = self.language();
        let short_by = entry.could_change.iter().find_map(|change| match change {
            Said::Known(
                Change::MinutesToThreshold { minutes } | Change::MinutesToLimit { minutes, .. },
            ) => Some(*minutes),
            _ => None,
        });
        let amount = match short_by {
            Some(minutes) => {
                // In large letters a line would end within it.
                let duration = format::duration(language, minutes).replace(' ', "\u{a0}");
                tr!(language, assessment.short_by, duration = duration)
            }
            None => tr!(language, assessment.nothing),
        };
        let heading = match self.other_rights().is_empty() {
            true => tr!(language, assessment.probably_not),
            false => tr!(language, assessment.costs_only),
        };
        let decisive = entry.steps.iter().rev().find(|step| !step.met);
        Headline {
            tone: Tone::No,
            heading,
            amount,
            sum: decisive.map(|step| self.sentence(step)),
        }
    }

    /// The top line of a claim for several people: the sum of all of them.
    pub fn headline_for(&self, people: usize) -> Headline {
        let mut headline = self.headline();
        let each = self
            .best()
            .filter(|entry| entry.outcome.known() == Some(Outcome::Eligible));
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
                assessment.times_people,
                amount = each,
                people = people
            ));
        }
        headline
    }
}

/// The name of a law inside a sentence.
pub(super) fn law_in_sentence(language: Language, regime: &Code<Regime>) -> String {
    let Some(regime) = regime.known() else {
        return law::stored_regime(language, regime);
    };
    match regime {
        Regime::Eu261 => tr!(language, assessment.eu261),
        Regime::Uk261 => tr!(language, assessment.uk261),
        Regime::CaAppr => tr!(language, assessment.ca_appr),
        Regime::TrShy => tr!(language, assessment.tr_shy),
        Regime::IlAsl => tr!(language, assessment.il_asl),
        Regime::BrAnac400 => tr!(language, assessment.br_anac400),
        Regime::InDgca => tr!(language, assessment.in_dgca),
        Regime::SaGaca => tr!(language, assessment.sa_gaca),
        Regime::UsDot => tr!(language, assessment.us_dot),
        Regime::Mc99 => tr!(language, assessment.mc99),
    }
}
