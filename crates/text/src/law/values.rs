//! Values as they stand in a sentence.

use domain::Language;
use jiff::civil::Date;
use rights::{
    ApprControl, CarrierCode, CarrierSize, Cause, Country, Evidence, Forum, Money, Place,
    RefusalGrounds,
};

use super::{money, words::Words};
use crate::{format, tr};

/// A value that can stand in a sentence. The engine gives each kind a type of
/// its own ([`rights::Value`]), so the type says how it is written.
pub trait InWords {
    /// The value in the words' language.
    fn in_words(self, words: &Words<'_>) -> String;
}

/// Minutes.
impl InWords for i64 {
    fn in_words(self, words: &Words<'_>) -> String {
        format::duration(words.language, self)
    }
}

/// How far above a limit: "12 minutes above that", and of nothing "exactly at it".
pub fn above(words: &Words<'_>, minutes: i64) -> String {
    let language = words.language;
    if minutes == 0 {
        return tr!(language, law.above.exactly);
    }
    let minutes = format::duration(language, minutes);
    tr!(language, law.above.by, minutes = minutes)
}

/// Days.
impl InWords for u32 {
    fn in_words(self, words: &Words<'_>) -> String {
        words.notice(self)
    }
}

/// Kilometres.
impl InWords for f64 {
    fn in_words(self, words: &Words<'_>) -> String {
        format::kilometres(words.language, self)
    }
}

/// A number of things.
impl InWords for u8 {
    fn in_words(self, _words: &Words<'_>) -> String {
        self.to_string()
    }
}

/// A share in hundredths.
impl InWords for u16 {
    fn in_words(self, words: &Words<'_>) -> String {
        format::percent(words.language, self)
    }
}

impl InWords for Money {
    fn in_words(self, words: &Words<'_>) -> String {
        money(words.language, self)
    }
}

impl InWords for Date {
    fn in_words(self, words: &Words<'_>) -> String {
        format::day(words.language, self)
    }
}

/// "Bremen (BRE)".
impl InWords for Place {
    fn in_words(self, words: &Words<'_>) -> String {
        let city = words.city(self.code);
        let city = city.unwrap_or_else(|| self.city.to_owned());
        if city.is_empty() {
            self.code.to_string()
        } else {
            format!("{city} ({})", self.code)
        }
    }
}

impl InWords for CarrierCode {
    fn in_words(self, words: &Words<'_>) -> String {
        words.carrier(self)
    }
}

impl InWords for Country {
    fn in_words(self, words: &Words<'_>) -> String {
        crate::places::country_name(self, words.language)
    }
}

/// Where a court is.
impl InWords for Forum {
    fn in_words(self, words: &Words<'_>) -> String {
        match self {
            Forum::Country(country) => country.in_words(words),
            Forum::Scotland => tr!(words.language, assessment.scotland),
        }
    }
}

impl InWords for Cause {
    fn in_words(self, words: &Words<'_>) -> String {
        cause_words(words.language, self)
    }
}

impl InWords for RefusalGrounds {
    fn in_words(self, words: &Words<'_>) -> String {
        ground_words(words.language, self)
    }
}

impl InWords for ApprControl {
    fn in_words(self, words: &Words<'_>) -> String {
        let language = words.language;
        match self {
            ApprControl::WithinControl => tr!(language, law.control.within_control),
            ApprControl::WithinControlSafety => tr!(language, law.control.within_control_safety),
            ApprControl::OutsideControl => tr!(language, law.control.outside_control),
        }
    }
}

impl InWords for Evidence {
    fn in_words(self, words: &Words<'_>) -> String {
        let language = words.language;
        match self {
            Evidence::WeatherReports => tr!(language, evidence.what.weather_reports),
            Evidence::TrafficRegulation => tr!(language, evidence.what.traffic_regulation),
            Evidence::TechnicalLog => tr!(language, evidence.what.technical_log),
            Evidence::MakersBulletin => tr!(language, evidence.what.makers_bulletin),
            Evidence::StrikeNotice => tr!(language, evidence.what.strike_notice),
            Evidence::IncidentReport => tr!(language, evidence.what.incident_report),
            Evidence::AirportLog => tr!(language, evidence.what.airport_log),
            Evidence::AircraftRotation => tr!(language, evidence.what.aircraft_rotation),
            Evidence::OfficialOrder => tr!(language, evidence.what.official_order),
        }
    }
}

impl InWords for CarrierSize {
    fn in_words(self, words: &Words<'_>) -> String {
        match self {
            CarrierSize::Large => tr!(words.language, law.size.large),
            CarrierSize::Small => tr!(words.language, law.size.small),
        }
    }
}

/// A cause, as it stands in a sentence.
pub fn cause_words(language: Language, cause: Cause) -> String {
    match cause {
        Cause::TechnicalFault => tr!(language, law.cause.technical_fault),
        Cause::HiddenDefect => tr!(language, law.cause.hidden_defect),
        Cause::ScheduledMaintenance => tr!(language, law.cause.scheduled_maintenance),
        Cause::BirdStrike => tr!(language, law.cause.bird_strike),
        Cause::LightningStrike => tr!(language, law.cause.lightning_strike),
        Cause::ForeignObjectDamage => tr!(language, law.cause.foreign_object_damage),
        Cause::RunwayContamination => tr!(language, law.cause.runway_contamination),
        Cause::GroundHandling => tr!(language, law.cause.ground_handling),
        Cause::DisruptivePassenger => tr!(language, law.cause.disruptive_passenger),
        Cause::MedicalEmergency => tr!(language, law.cause.medical_emergency),
        Cause::CrewShortage => tr!(language, law.cause.crew_shortage),
        Cause::CrewIllness => tr!(language, law.cause.crew_illness),
        Cause::OwnStaffStrike => tr!(language, law.cause.own_staff_strike),
        Cause::ThirdPartyStrike => tr!(language, law.cause.third_party_strike),
        Cause::AirTrafficControl => tr!(language, law.cause.air_traffic_control),
        Cause::AirportInfrastructure => tr!(language, law.cause.airport_infrastructure),
        Cause::AirportStaffShortage => tr!(language, law.cause.airport_staff_shortage),
        Cause::Weather => tr!(language, law.cause.weather),
        Cause::AirspaceClosure => tr!(language, law.cause.airspace_closure),
        Cause::Security => tr!(language, law.cause.security),
        Cause::LateInbound => tr!(language, law.cause.late_inbound),
        Cause::Operational => tr!(language, law.cause.operational),
        Cause::Overbooking => tr!(language, law.cause.overbooking),
        Cause::AircraftCollision => tr!(language, law.cause.aircraft_collision),
        Cause::AuthorityOrder => tr!(language, law.cause.authority_order),
        Cause::Epidemic => tr!(language, law.cause.epidemic),
        Cause::FuelShortage => tr!(language, law.cause.fuel_shortage),
        Cause::ReligiousRest => tr!(language, law.cause.religious_rest),
        Cause::Unknown => tr!(language, law.cause.unknown),
    }
}

fn ground_words(language: Language, ground: RefusalGrounds) -> String {
    match ground {
        RefusalGrounds::InadequateDocuments => tr!(language, law.ground.inadequate_documents),
        RefusalGrounds::Health => tr!(language, law.ground.health),
        RefusalGrounds::Safety => tr!(language, law.ground.safety),
        RefusalGrounds::Security => tr!(language, law.ground.security),
    }
}
