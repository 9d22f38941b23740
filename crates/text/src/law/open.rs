//! What is still open of a result: a line for each question to the passenger, and
//! one line for all that a person here decides.

use domain::Language;
use rights::{Code, MissingFact, Regime};

use super::stored_fact;
use crate::tr;

/// The open questions of one result. Those that only a person here can settle stand
/// in one line where there are several: nobody can answer them by reading them.
pub fn open_questions(
    language: Language,
    regime: &Code<Regime>,
    facts: &[Code<MissingFact>],
) -> Vec<String> {
    let question = |fact| stored_fact(language, regime, fact);
    let settled_here = |fact: &Code<MissingFact>| fact.known().and_then(|f| point(language, f));
    let points: Vec<String> = facts.iter().filter_map(settled_here).collect();
    if points.len() < 2 {
        return facts.iter().map(question).collect();
    }
    let asked = facts.iter().filter(|fact| settled_here(fact).is_none());
    let mut lines: Vec<String> = asked.map(question).collect();
    let between = match language {
        Language::En => "; ",
        Language::Fr => "\u{202f}; ",
    };
    let points = points.join(between);
    lines.push(tr!(language, law.open_point.line, points = points));
    lines
}

/// A point for a person here, as part of a sentence; `None` for what the passenger
/// can tell.
fn point(language: Language, fact: MissingFact) -> Option<String> {
    Some(match fact {
        MissingFact::TerritoryStatus => tr!(language, law.open_point.territory_status),
        MissingFact::NewRegulation => tr!(language, law.open_point.new_regulation),
        MissingFact::UnconfirmedRule => tr!(language, law.open_point.unconfirmed_rule),
        MissingFact::TreatyStatus => tr!(language, law.open_point.treaty_status),
        MissingFact::ExchangeRate => tr!(language, law.open_point.exchange_rate),
        MissingFact::BroughtForwardSum => tr!(language, law.open_point.brought_forward_sum),
        MissingFact::DiversionSum => tr!(language, law.open_point.diversion_sum),
        MissingFact::ShareOfFare => tr!(language, law.open_point.share_of_fare),
        MissingFact::CauseExcuses => tr!(language, law.open_point.cause_excuses),
        MissingFact::HalvingWindow => tr!(language, law.open_point.halving_window),
        MissingFact::SumOfTheYear => tr!(language, law.open_point.sum_of_the_year),
        MissingFact::DelayMeasure => tr!(language, law.open_point.delay_measure),
        MissingFact::RefundAndSum => tr!(language, law.open_point.refund_and_sum),
        MissingFact::BaggageSum => tr!(language, law.open_point.baggage_sum),
        MissingFact::LicenceStatus => tr!(language, law.open_point.licence_status),
        MissingFact::CarrierSize => tr!(language, law.open_point.carrier_size),
        MissingFact::ActualArrival
        | MissingFact::ActualDeparture
        | MissingFact::ScheduledArrival
        | MissingFact::NoticeDays
        | MissingFact::MeasuresProven
        | MissingFact::CarrierLicence
        | MissingFact::Oversold
        | MissingFact::Reroute
        | MissingFact::OperatingCarrier
        | MissingFact::LegFare
        | MissingFact::ProvenLoss
        | MissingFact::Baggage
        | MissingFact::ReportedAfterDays
        | MissingFact::BlockTime
        | MissingFact::BaggageDays
        | MissingFact::DowngradedLeg => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eu() -> Code<Regime> {
        Code::Known(Regime::Eu261)
    }

    #[test]
    fn several_points_for_a_person_are_one_line_and_one_stays_its_question() {
        let facts =
            |facts: &[MissingFact]| facts.iter().copied().map(Code::Known).collect::<Vec<_>>();
        let two = facts(&[
            MissingFact::TerritoryStatus,
            MissingFact::ActualArrival,
            MissingFact::LicenceStatus,
        ]);
        assert_eq!(
            open_questions(Language::En, &eu(), &two),
            [
                "When did a door open at your final destination?",
                "A person decides these points here: whether the law applies at this airport; \
                 whether the licence of this airline counts.",
            ]
        );
        let one = facts(&[MissingFact::TerritoryStatus]);
        let question = stored_fact(Language::Fr, &eu(), &one[0]);
        assert_eq!(open_questions(Language::Fr, &eu(), &one), [question]);
    }

    #[test]
    fn every_question_that_a_person_decides_can_stand_in_the_line() {
        for fact in <MissingFact as rights::Coded>::WORDS {
            let question = super::super::missing_fact(Language::En, Regime::Eu261, *fact);
            let for_a_person = question.contains("A person");
            assert_eq!(
                point(Language::En, *fact).is_some(),
                for_a_person,
                "{question}"
            );
        }
    }
}
