//! What would settle a cause that an airline states.

use crate::coded::Coded;
use crate::codes;
use crate::facts::Cause;

/// A record that shows whether a cause was real. Key in the locale file: the
/// variant in snake case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The airports' hourly weather reports (METAR).
    WeatherReports,
    /// The number of the flow regulation or the notice to air missions.
    TrafficRegulation,
    /// The aircraft's technical log and its maintenance record.
    TechnicalLog,
    /// A bulletin of the maker or an order of the authority.
    MakersBulletin,
    /// The call for the strike: who struck, when, and how it was announced.
    StrikeNotice,
    /// The report of the crew, the police or the rescue service.
    IncidentReport,
    /// The airport's own notice or log of the fault.
    AirportLog,
    /// The flights of the aircraft on that day, and why the first was late.
    AircraftRotation,
    /// The order itself: which authority, from when, for which flights.
    OfficialOrder,
}

codes!(Evidence {
    WeatherReports => "weather_reports",
    TrafficRegulation => "traffic_regulation",
    TechnicalLog => "technical_log",
    MakersBulletin => "makers_bulletin",
    StrikeNotice => "strike_notice",
    IncidentReport => "incident_report",
    AirportLog => "airport_log",
    AircraftRotation => "aircraft_rotation",
    OfficialOrder => "official_order",
});

impl Evidence {
    /// The evidence's key.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }

    /// What would settle a cause; nothing where it is the carrier's own risk
    /// whether it was real or not.
    #[must_use]
    pub fn of(cause: Cause) -> Option<Self> {
        Some(match cause {
            Cause::Weather | Cause::LightningStrike => Self::WeatherReports,
            Cause::AirTrafficControl | Cause::AirspaceClosure => Self::TrafficRegulation,
            Cause::BirdStrike | Cause::ForeignObjectDamage => Self::TechnicalLog,
            Cause::HiddenDefect => Self::MakersBulletin,
            Cause::OwnStaffStrike | Cause::ThirdPartyStrike => Self::StrikeNotice,
            Cause::DisruptivePassenger
            | Cause::MedicalEmergency
            | Cause::Security
            | Cause::AircraftCollision => Self::IncidentReport,
            Cause::AuthorityOrder | Cause::Epidemic => Self::OfficialOrder,
            Cause::AirportInfrastructure
            | Cause::AirportStaffShortage
            | Cause::FuelShortage
            | Cause::RunwayContamination => Self::AirportLog,
            // Only the root cause counts, and the airline has to name it.
            Cause::LateInbound => Self::AircraftRotation,
            Cause::TechnicalFault
            | Cause::ScheduledMaintenance
            | Cause::GroundHandling
            | Cause::CrewShortage
            | Cause::CrewIllness
            | Cause::Operational
            | Cause::Overbooking
            | Cause::ReligiousRest
            | Cause::Unknown => return None,
        })
    }
}
