use rights::Change;

use super::{Words, money};
use crate::tr;

/// What could still change a verdict.
pub fn change(words: &Words, change: &Change) -> String {
    let language = words.language;
    match *change {
        Change::CauseProven => tr!(language, law.could_change.cause_proven),
        Change::MeasuresProven => tr!(language, law.could_change.measures_proven),
        Change::MinutesToThreshold { minutes } => tr!(
            language,
            law.could_change.minutes_to_threshold,
            minutes = words.duration(minutes)
        ),
        Change::MinutesAboveThreshold { minutes } => tr!(
            language,
            law.could_change.minutes_above_threshold,
            minutes = words.duration(minutes)
        ),
        Change::LessThanFourHoursHalves { minutes } => tr!(
            language,
            law.could_change.less_than_four_hours_halves,
            minutes = words.duration(minutes)
        ),
        Change::FourHoursGiveFull { minutes, amount } => tr!(
            language,
            law.could_change.four_hours_give_full,
            minutes = words.duration(minutes),
            amount = money(language, amount)
        ),
        Change::ToldTwoWeeksBefore => tr!(language, law.could_change.told_two_weeks_before),
        Change::OfferShown => tr!(language, law.could_change.offer_shown),
        Change::CarrierLicence { carrier } => tr!(
            language,
            law.could_change.carrier_licence,
            carrier = words.carrier(carrier)
        ),
        Change::DeadlineUncertain { last_day } => tr!(
            language,
            law.could_change.deadline_uncertain,
            last_day = words.day(last_day)
        ),
    }
}
