use domain::claim_form::StatedDisruption;
use rights::{About, Step};

use super::{VerdictWords, route::arrived};
use text::{format, statement as stated, tr};

/// What a step looked at, and where that comes from.
type Evidence = Vec<(String, String)>;

impl VerdictWords<'_> {
    /// The values a step rests on, in pairs of a term and its value.
    pub fn evidence(&self, step: &Step) -> Evidence {
        let language = self.language();
        let from = |source: String| (tr!(language, verdict.from), source);
        let used = |value: String| (tr!(language, verdict.used), value);
        match step.rule.about {
            About::Territory => vec![
                used(self.ends()),
                from(tr!(language, verdict.from_territories)),
            ],
            About::Licence => vec![
                used(self.ends()),
                from(tr!(language, verdict.from_licences)),
            ],
            About::Booking => vec![
                used(self.codes()),
                from(tr!(language, verdict.from_answers)),
            ],
            About::Times => self.times(),
            About::Distance => self.measured(),
            About::Notice => self.announced(),
            About::Cause => {
                let reason = stated::reason(language, self.statement().reason);
                vec![used(reason), from(tr!(language, verdict.from_airline))]
            }
            About::Price | About::Answers => vec![from(tr!(language, verdict.from_answers))],
        }
    }

    /// "Bremen (BRE) – Asunción (ASU)".
    fn ends(&self) -> String {
        let trip = &self.statement().trip;
        let name = |code| {
            let airport = text::places::Airports::get(code, self.language());
            airport.map_or_else(
                || code.to_string(),
                |airport| format!("{} ({code})", airport.city),
            )
        };
        format!("{} – {}", name(trip.origin()), name(trip.destination()))
    }

    fn codes(&self) -> String {
        let codes = self.statement().trip.airports().iter();
        codes
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" → ")
    }

    fn times(&self) -> Evidence {
        let language = self.language();
        let booked = format::moment(language, self.statement().schedule.arrival);
        let mut evidence = vec![(tr!(language, verdict.booked), booked)];
        if let Some(at) = arrived(self.statement()) {
            evidence.push((tr!(language, verdict.arrived), format::moment(language, at)));
        }
        evidence.push((
            tr!(language, verdict.from),
            tr!(language, verdict.from_times),
        ));
        evidence
    }

    fn measured(&self) -> Evidence {
        let language = self.language();
        let source = (
            tr!(language, verdict.from),
            tr!(language, verdict.from_coordinates),
        );
        let Some(distance) = self.assessment().distance else {
            return vec![source];
        };
        let straight = tr!(
            language,
            verdict.straight,
            km = format::kilometres(language, distance.km),
            origin = distance.origin,
            destination = distance.destination
        );
        vec![(tr!(language, verdict.distance), straight), source]
    }

    fn announced(&self) -> Evidence {
        let language = self.language();
        let source = (
            tr!(language, verdict.from),
            tr!(language, verdict.from_answers),
        );
        match self.statement().disruption {
            StatedDisruption::Cancelled { notice, .. } => {
                vec![
                    (
                        tr!(language, verdict.used),
                        stated::notice(language, notice),
                    ),
                    source,
                ]
            }
            StatedDisruption::Late(_) => vec![source],
        }
    }
}
