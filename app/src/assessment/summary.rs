use rights::Outcome;

use super::AssessmentWords;
use crate::ui::Pair;
use text::{format, law::InWords, tr};

impl AssessmentWords<'_> {
    /// Delay, distance, airline and last day, below the route.
    pub fn pairs(&self) -> Vec<Pair> {
        let language = self.language();
        let assessment = self.assessment();
        let late = assessment
            .delay_minutes
            .filter(|minutes| *minutes > 0)
            .map(|minutes| {
                Pair::new(
                    tr!(language, assessment.late),
                    format::duration(language, minutes),
                )
            });
        let distance = assessment.distance.map(|distance| {
            Pair::new(
                tr!(language, assessment.distance),
                format::kilometres(language, distance.km),
            )
        });
        let carrier = self.claim_to().map(|(name, code)| {
            let name = if name == code {
                name
            } else {
                format!("{name} ({code})")
            };
            Pair::new(tr!(language, assessment.claim_to), name)
        });
        // Where nothing is owed there is no date to keep.
        let deadline = self
            .best()
            .filter(|entry| entry.outcome.known() != Some(Outcome::NoCompensation))
            .and_then(|entry| entry.deadline)
            .map(|deadline| {
                Pair::new(
                    tr!(language, assessment.claim_by),
                    format::day(language, deadline.last_day),
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
        Some((self.words.carrier(code), code.to_string()))
    }

    /// By when to claim, in sentences.
    pub fn deadline(&self) -> Vec<String> {
        let language = self.language();
        let Some(deadline) = self.best().and_then(|entry| entry.deadline) else {
            return vec![tr!(language, assessment.by_when_none)];
        };
        let day = format::day(language, deadline.last_day);
        let past = deadline.last_day < self.assessment().assessed_on;
        if deadline.own_period {
            return vec![match past {
                true => tr!(language, assessment.by_when_own_past, day = day),
                false => tr!(language, assessment.by_when_own, day = day),
            }];
        }
        let forum = deadline.forum.in_words(&self.words);
        if past {
            return vec![tr!(
                language,
                assessment.by_when_past,
                day = day,
                forum = forum
            )];
        }
        let mut sentences = vec![tr!(
            language,
            assessment.by_when_text,
            day = day,
            forum = forum
        )];
        if !deadline.certain {
            sentences.push(tr!(language, assessment.by_when_uncertain));
        }
        sentences
    }
}
