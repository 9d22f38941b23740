use jiff::civil::DateTime;

use super::{
    Answers, FaultKind, Faults, Field, Moment, Part,
    itinerary::Itinerary,
    moment::{is_near_flight, parse_moment},
    what_went_wrong::choose,
};

/// What the airline offered instead of the cancelled flight, and what the
/// passenger made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replacement {
    /// Another flight, and the passenger took it.
    Taken(Offer),
    /// Another flight, but the passenger chose the refund.
    Refused(Offer),
    /// No other flight; the passenger found a way alone and arrived then.
    OwnWay(DateTime),
    /// Nothing but the money back, or nothing at all.
    Nothing,
}

/// Another flight that was offered, in local times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// When it left, or would have left.
    pub departure: DateTime,
    /// When it arrived at the end of the trip, or would have.
    pub arrival: DateTime,
}

/// The choices of the page.
#[derive(Clone, Copy)]
enum Choice {
    Taken,
    Refused,
    OwnWay,
    Nothing,
}

impl Choice {
    const ALL: [Choice; 4] = [
        Choice::Taken,
        Choice::Refused,
        Choice::OwnWay,
        Choice::Nothing,
    ];

    fn value(self) -> &'static str {
        match self {
            Choice::Taken => "taken",
            Choice::Refused => "refused",
            Choice::OwnWay => "own-way",
            Choice::Nothing => "nothing",
        }
    }
}

impl Replacement {
    /// The values of the form, in the order of the page.
    pub const VALUES: [&'static str; 4] = ["taken", "refused", "own-way", "nothing"];
}

/// Reads what was offered instead. Times are only read where they belong.
///
/// # Errors
/// Nothing was chosen, or a time of the other flight cannot be read.
pub(super) fn parse_replacement(
    answers: &Answers,
    itinerary: &Itinerary,
) -> Result<Replacement, Faults> {
    let mut faults = Faults::default();
    let choice = choose(answers, Field::Replacement, Choice::ALL, Choice::value);
    let replacement = match faults.keep(Field::Replacement, choice) {
        None => None,
        Some(Choice::Nothing) => Some(Replacement::Nothing),
        Some(Choice::OwnWay) => arrival(answers, itinerary, &mut faults).map(Replacement::OwnWay),
        Some(Choice::Taken) => offer(answers, itinerary, &mut faults).map(Replacement::Taken),
        Some(Choice::Refused) => offer(answers, itinerary, &mut faults).map(Replacement::Refused),
    };
    faults.unless_any(replacement)
}

fn offer(answers: &Answers, itinerary: &Itinerary, faults: &mut Faults) -> Option<Offer> {
    let departure = near_flight(answers, Moment::ReplacementDeparture, itinerary, faults);
    let arrival = arrival(answers, itinerary, faults);
    let (departure, arrival) = departure.zip(arrival)?;
    if itinerary.ends_before_it_starts(departure, arrival) {
        faults.add(
            Field::When(Moment::ReplacementArrival, Part::Day),
            FaultKind::BeforeDeparture,
        );
    }
    Some(Offer { departure, arrival })
}

fn arrival(answers: &Answers, itinerary: &Itinerary, faults: &mut Faults) -> Option<DateTime> {
    near_flight(answers, Moment::ReplacementArrival, itinerary, faults)
}

/// A replacement may also leave some days early, so both sides are looked at.
fn near_flight(
    answers: &Answers,
    moment: Moment,
    itinerary: &Itinerary,
    faults: &mut Faults,
) -> Option<DateTime> {
    let at = parse_moment(answers, moment, faults)?;
    if let Some(flight) = itinerary.day
        && !is_near_flight(at.date(), flight)
        && !is_near_flight(flight, at.date())
    {
        faults.add(
            Field::When(moment, Part::Day),
            FaultKind::FarFromFlight { flight },
        );
    }
    Some(at)
}
