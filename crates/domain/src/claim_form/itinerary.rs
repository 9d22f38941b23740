use jiff::civil::{Date, DateTime};

use super::{AirportDirectory, Trip};

/// The trip, its day and the flight that went wrong, as far as the pages
/// before can be read: what the times of a later page are compared with.
pub(super) struct Itinerary<'a> {
    /// The airports.
    pub trip: Option<&'a Trip>,
    /// The day of the first flight.
    pub day: Option<Date>,
    /// Index of the flight that went wrong first.
    pub disrupted: usize,
    /// Who knows the zones of the airports.
    pub airports: &'a dyn AirportDirectory,
}

impl Itinerary<'_> {
    /// Whether the flight that went wrong would arrive before it leaves.
    ///
    /// Where the zones are not known, only what no zone explains counts: zones
    /// lie at most 26 hours apart.
    pub fn ends_before_it_starts(&self, departure: DateTime, arrival: DateTime) -> bool {
        match self.minutes_between(departure, arrival) {
            Some(minutes) => minutes <= 0,
            None => departure.duration_until(arrival).as_hours() <= -26,
        }
    }

    /// Minutes from a departure of that flight to an arrival at the end of the
    /// trip.
    fn minutes_between(&self, departure: DateTime, arrival: DateTime) -> Option<i64> {
        let trip = self.trip?;
        let from = trip.airports().get(self.disrupted).copied()?;
        let to = (trip.destination(), arrival);
        self.airports.minutes_between((from, departure), to)
    }
}
