use backend::carrier_name;

use super::VerdictWords;
use crate::{tr, ui::Pair, wording};

impl VerdictWords<'_> {
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
}
