use domain::statement::DisruptionV1;
use rights::{About, snapshot::StepV1};

use super::AssessmentWords;
use text::{format, statement as stated, tr};

/// What a step looked at, and where that comes from.
type Evidence = Vec<(String, String)>;

impl AssessmentWords<'_> {
    /// The values a step rests on, in pairs of a term and its value.
    pub fn evidence(&self, step: &StepV1) -> Evidence {
        let language = self.language();
        let from = |source: String| (tr!(language, assessment.from), source);
        let used = |value: String| (tr!(language, assessment.used), value);
        match step.rule.about.known() {
            Some(About::Territory) => vec![
                used(self.ends()),
                from(tr!(language, assessment.from_territories)),
            ],
            Some(About::Licence) => vec![
                used(self.ends()),
                from(tr!(language, assessment.from_licences)),
            ],
            Some(About::Booking) => vec![
                used(self.codes()),
                from(tr!(language, assessment.from_answers)),
            ],
            Some(About::Times) => self.times(),
            Some(About::Distance) => self.measured(),
            Some(About::Notice) => self.announced(),
            Some(About::Cause) => {
                let reason = stated::stored_reason(language, &self.statement().reason);
                vec![used(reason), from(tr!(language, assessment.from_airline))]
            }
            Some(About::Price | About::Answers) | None => {
                vec![from(tr!(language, assessment.from_answers))]
            }
        }
    }

    /// "Bremen (BRE) – Asunción (ASU)".
    fn ends(&self) -> String {
        let airports = &self.statement().airports;
        let ends = [airports.first(), airports.last()].into_iter().flatten();
        let names = ends.map(|airport| match self.city(airport) {
            city if city.is_empty() => airport.code.to_string(),
            city => format!("{city} ({})", airport.code),
        });
        names.collect::<Vec<_>>().join(" – ")
    }

    fn codes(&self) -> String {
        let airports = self.statement().airports.iter();
        let codes = airports.map(|airport| airport.code.to_string());
        codes.collect::<Vec<_>>().join(" → ")
    }

    fn times(&self) -> Evidence {
        let language = self.language();
        let booked = format::moment(language, self.statement().booked_arrival.local);
        let mut evidence = vec![(tr!(language, assessment.booked), booked)];
        if let Some(at) = self.statement().arrived() {
            evidence.push((
                tr!(language, assessment.arrived),
                format::moment(language, at),
            ));
        }
        evidence.push((
            tr!(language, assessment.from),
            tr!(language, assessment.from_times),
        ));
        evidence
    }

    fn measured(&self) -> Evidence {
        let language = self.language();
        let source = (
            tr!(language, assessment.from),
            tr!(language, assessment.from_coordinates),
        );
        let Some(distance) = self.assessment().distance else {
            return vec![source];
        };
        let straight = tr!(
            language,
            assessment.straight,
            km = format::kilometres(language, distance.km),
            origin = distance.origin,
            destination = distance.destination
        );
        vec![(tr!(language, assessment.distance), straight), source]
    }

    fn announced(&self) -> Evidence {
        let language = self.language();
        let source = (
            tr!(language, assessment.from),
            tr!(language, assessment.from_answers),
        );
        match &self.statement().disruption {
            DisruptionV1::Cancellation { notice, .. } => {
                let told = stated::stored_notice(language, notice);
                vec![(tr!(language, assessment.used), told), source]
            }
            DisruptionV1::Delay { .. } | DisruptionV1::Unknown => vec![source],
        }
    }
}
