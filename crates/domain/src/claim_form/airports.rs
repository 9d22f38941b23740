use jiff::civil::{Date, DateTime};
use rights::{CarrierCode, Iata};

/// What a text about an airport can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AirportMatch {
    /// This one.
    One(Iata),
    /// More than one; the passenger has to choose.
    Several,
    /// No airport that Aero knows.
    None,
    /// Nobody here can tell: the browser does not carry the list.
    CannotTell,
}

/// What a text about the airline that flew can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarrierMatch {
    /// This one.
    One(CarrierCode),
    /// No other than the one on the ticket.
    NoOther,
    /// A code, of an airline that Aero does not know.
    Unknown(CarrierCode),
    /// More than one airline, or no airline's name.
    Unclear,
    /// A train or a bus.
    NoAirline,
    /// Nobody here can tell: the browser does not carry the list.
    CannotTell,
}

/// Who knows the airports and the airlines. The server does; the browser asks it.
pub trait AirportDirectory {
    /// Reads a code, a city or a name as a passenger types it.
    fn find(&self, text: &str) -> AirportMatch;

    /// Reads the airline that flew as a passenger types it, on the day of the
    /// flight.
    fn carrier(&self, text: &str, day: Date) -> CarrierMatch {
        let _ = (text, day);
        CarrierMatch::CannotTell
    }

    /// Minutes from a departure to an arrival, each in the local time of its
    /// airport; none where the zones are not known, as in the browser.
    fn minutes_between(&self, from: (Iata, DateTime), to: (Iata, DateTime)) -> Option<i64> {
        let _ = (from, to);
        None
    }
}
