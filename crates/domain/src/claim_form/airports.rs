use jiff::civil::{Date, DateTime};
use rights::{CarrierCode, Iata};

/// What a text about an airport can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AirportMatch {
    /// This one.
    One(Iata),
    /// More than one; the passenger has to choose.
    Several,
    /// None that can be taken without a question, for this reason.
    Doubtful(AirportDoubt),
    /// No airport that Aero knows.
    None,
    /// Nobody here can tell: the browser does not carry the list.
    CannotTell,
}

/// Why an airport is asked for though something about the text is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AirportDoubt {
    /// One seems to be meant, but that is a guess.
    Unsure,
    /// The place has no airport of its own that airlines fly to.
    NoAirport,
    /// The airport is closed; only an old flight can have used it.
    Closed,
    /// A country, or a part of one or of the world.
    Region,
    /// A railway or bus station.
    Station,
    /// A code that we do not know, of a kind that stations have.
    LikeStation,
    /// The code of a city with several airports.
    CityCode,
    /// A flight number.
    FlightNumber,
    /// A whole route in one field.
    Route,
}

impl AirportDoubt {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Unsure,
        Self::NoAirport,
        Self::Closed,
        Self::Region,
        Self::Station,
        Self::LikeStation,
        Self::CityCode,
        Self::FlightNumber,
        Self::Route,
    ];
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
