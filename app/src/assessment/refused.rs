use rights::{
    Regime,
    snapshot::{MediationV1, ProcessV1},
};

use super::AssessmentWords;
use text::{format, law::InWords, tr};

impl AssessmentWords<'_> {
    /// What to do if the airline refuses or stays silent, in sentences.
    pub fn if_refused(&self) -> Vec<String> {
        let language = self.language();
        let Some(entry) = self.best() else {
            return Vec::new();
        };
        let Some(process) = &entry.process else {
            return vec![match entry.regime.known() {
                Some(Regime::Mc99) => tr!(language, assessment.if_refused_courts_only),
                _ => tr!(language, assessment.if_refused_no_body),
            }];
        };
        let clocks = process.airline_clocks.map(|clocks| {
            tr!(
                language,
                assessment.if_refused_clocks,
                inform = clocks.inform_hours,
                acknowledge = clocks.acknowledge_working_days,
                reply = clocks.reply_months,
                last = clocks.final_reply_months
            )
        });
        let mut sentences: Vec<String> = clocks.into_iter().collect();
        sentences.extend(self.bodies(process));
        sentences
    }

    /// Whom to turn to, what that gives, and what the courts ask for.
    fn bodies(&self, process: &ProcessV1) -> Vec<String> {
        let language = self.language();
        let country = process.country.in_words(&self.words);
        let days = process.wait_days;
        let settles = names(process.conciliation.as_deref());
        let enforces = names(process.enforcement.as_deref());
        let all: Vec<&str> = settles.iter().chain(&enforces).copied().collect();
        let Some(bodies) = format::either(language, &all) else {
            return vec![tr!(language, assessment.if_refused_no_body)];
        };
        let only_reports = process.enforcement_awards_nothing && settles.is_empty();
        if only_reports {
            return vec![tr!(
                language,
                assessment.if_refused_report,
                days = days,
                bodies = bodies,
                country = country
            )];
        }
        let mut sentences = vec![tr!(
            language,
            assessment.if_refused_text,
            days = days,
            bodies = bodies,
            country = country
        )];
        let no_award = process.enforcement.as_ref();
        if let Some(body) = no_award.filter(|_| process.enforcement_awards_nothing) {
            sentences.push(tr!(language, assessment.if_refused_no_award, body = body));
        }
        match &process.mediation {
            Some(mediation) => sentences.extend(self.mediation(mediation)),
            None => sentences.push(tr!(language, assessment.if_refused_court)),
        }
        sentences
    }

    /// Courts that hear the claim only after mediation.
    fn mediation(&self, mediation: &MediationV1) -> Vec<String> {
        let language = self.language();
        let before = mediation.unless_claimed_before.map(|day| {
            let day = format::day(language, day);
            tr!(language, assessment.if_refused_claimed_before, day = day)
        });
        let rule = tr!(
            language,
            assessment.if_refused_mediation,
            since = format::day(language, mediation.since),
            country = mediation.country.in_words(&self.words),
            mediator = mediation.mediator.clone().unwrap_or_default()
        );
        std::iter::once(rule).chain(before).collect()
    }
}

/// The names in a row of the table, which may have several.
fn names(row: Option<&str>) -> Vec<&str> {
    let names = row.into_iter().flat_map(|names| names.split(';'));
    names.map(str::trim).collect()
}
