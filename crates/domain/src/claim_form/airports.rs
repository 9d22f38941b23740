use jiff::civil::DateTime;
use rights::Iata;

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

/// Who knows the airports. The server does; the browser asks it.
pub trait AirportDirectory {
    /// Reads a code, a city or a name as a passenger types it.
    fn find(&self, text: &str) -> AirportMatch;

    /// Minutes from a departure to an arrival, each in the local time of its
    /// airport; none where the zones are not known, as in the browser.
    fn minutes_between(&self, from: (Iata, DateTime), to: (Iata, DateTime)) -> Option<i64> {
        let _ = (from, to);
        None
    }
}
