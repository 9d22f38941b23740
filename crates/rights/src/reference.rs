//! What the engine asks of reference data: airports, carriers, countries and
//! limitation periods, each as of a day.

use jiff::civil::Date;

use crate::code::{CarrierCode, Country, Forum, Iata};
use crate::facts::CarrierSize;

/// Source of reference facts. The engine does no look-up of its own.
pub trait ReferenceData {
    /// The airport a code meant on a day (`IST` moved in April 2019).
    fn airport(&self, code: Iata, on: Date) -> Option<Airport>;

    /// What a code that is no airport's stands for, in English and after the code:
    /// "is the code of a city". Only for the message about it.
    fn no_airport(&self, code: Iata) -> Option<String> {
        let _ = code;
        None
    }

    /// The airline that held a code on a day.
    fn carrier(&self, code: CarrierCode, on: Date) -> Option<Carrier>;

    /// The airlines of the same group that fly under the numbers of this one on a day and
    /// have their licence of another state: such a number does not tell which of them flew.
    fn sold_under(&self, code: CarrierCode, on: Date) -> Vec<Carrier> {
        let _ = (code, on);
        Vec::new()
    }

    /// The legal zone of a country on a day; `None` for a code that is no country.
    fn zone(&self, country: Country, on: Date) -> Option<Zone>;

    /// The limitation period in a court, where the sources give one.
    fn limitation(&self, forum: Forum) -> Option<Limitation>;

    /// The bodies of a country a passenger turns to after the airline.
    fn bodies(&self, country: Country) -> Option<Bodies>;

    /// The body of a country that settles cases with an airline out of court,
    /// where the country has several and it is known which one the airline is with
    /// on a day.
    fn conciliation(
        &self,
        country: Country,
        carrier: CarrierCode,
        on: Date,
    ) -> Option<ConciliationBody> {
        let _ = (country, carrier, on);
        None
    }

    /// How a country stood to the Montreal Convention 1999 on a day; `None`:
    /// not known here, which is not the same as not bound.
    fn treaty_state(&self, country: Country, on: Date) -> Option<TreatyState>;
}

/// A country as the Montreal Convention 1999 sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TreatyState {
    /// The state party the country is, or belongs to: Puerto Rico is no other
    /// state than the United States.
    pub state: Country,
    /// Whether the Convention was in force for it; `None`: it joined about that
    /// day, and the day itself is not known closely enough.
    pub bound: Option<bool>,
}

/// A body that settles single cases out of court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ConciliationBody {
    /// Its code, `DE-RV`.
    pub code: &'static str,
    /// Its name, in its own language.
    pub name: &'static str,
}

/// Enforcement and conciliation in a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bodies {
    /// The country.
    pub country: Country,
    /// The body that enforces the law, in its own language; it may have none.
    pub enforcement: Option<&'static str>,
    /// The body that settles single cases out of court.
    pub conciliation: Option<&'static str>,
    /// Days after which a complaint is heard, by rule or by usual advice.
    pub wait_days: u32,
    /// The body that enforces the law gives single passengers no sum.
    pub enforcement_awards_nothing: bool,
    /// What the courts of the country ask for first.
    pub mediation: Option<MediationRule>,
}

/// Mediation without which the courts of a country do not hear a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MediationRule {
    /// From this day on.
    pub since: Date,
    /// Not for who had claimed from the airline before this day.
    pub claims_before: Date,
    /// Not for flights up to this day.
    pub flights_until: Date,
}

/// Where a place stands in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Territory to which the Treaty applies (Art 355(1) TFEU).
    Eu,
    /// The same, an outermost region (Art 349 TFEU) that is no French department.
    EuOutermost,
    /// The same, a French overseas department.
    EuOutermostFrench,
    /// Iceland, Liechtenstein, Norway (EEA Agreement, Annex XIII pt 68ab).
    Eea,
    /// Switzerland (Air Transport Agreement).
    Switzerland,
    /// England, Wales, Scotland, Northern Ireland.
    UnitedKingdom,
    /// A place whose standing a person has to decide (Svalbard).
    Review,
    /// Everywhere else.
    Outside,
}

impl Zone {
    /// Territory to which the Treaty applies.
    #[must_use]
    pub fn is_treaty_territory(self) -> bool {
        matches!(self, Self::Eu | Self::EuOutermost | Self::EuOutermostFrench)
    }

    /// Where Regulation 261/2004 applies: the Treaty's territory and, by
    /// agreement, the EEA and Switzerland.
    #[must_use]
    pub fn is_community(self) -> bool {
        self.is_treaty_territory() || matches!(self, Self::Eea | Self::Switzerland)
    }
}

/// An airport as of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Airport {
    /// The code asked for.
    pub code: Iata,
    /// Name of the airport.
    pub name: &'static str,
    /// City to show.
    pub city: &'static str,
    /// Country the airport stands under.
    pub country: Country,
    /// Standing in law.
    pub zone: Zone,
    /// Degrees north, WGS-84.
    pub latitude: f64,
    /// Degrees east, WGS-84.
    pub longitude: f64,
    /// IANA name of the time zone.
    pub time_zone: &'static str,
    /// Code of the city it shares with other airports, `PAR`.
    pub metro: Option<Iata>,
    /// It lies in Scotland, which has courts and a limitation of its own.
    pub scottish: bool,
    /// Only helicopters fly there (Art 3(4) leaves them out).
    pub helicopters_only: bool,
}

/// An airline as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrier {
    /// The code to show: IATA where the airline has one.
    pub code: CarrierCode,
    /// Name.
    pub name: &'static str,
    /// State of the operating licence.
    pub licence: Country,
    /// Size in the words of the Canadian rules, where it flies to Canada.
    pub size: Option<CarrierSize>,
}

/// How long a claim lives in a court.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limitation {
    /// Warn after so many months; `None`: nothing known.
    pub shortest_months: Option<u32>,
    /// Refuse only after so many months; `None`: never.
    pub longest_months: Option<u32>,
    /// When the period starts.
    pub start: LimitationStart,
    /// The sources are good enough to name the day as certain.
    pub sure: bool,
}

/// When a limitation period starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LimitationStart {
    /// On the day of the flight.
    FlightDate,
    /// On 31 December of the year of the flight.
    YearEnd,
}
