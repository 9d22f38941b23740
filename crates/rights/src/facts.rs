//! The facts of a case. What is `None` is unknown; `Default` gives the
//! contract's defaults.

use jiff::civil::DateTime;

use crate::code::{Forum, Iata};
use crate::coded::Coded;
use crate::codes;
use crate::money::Money;

/// Facts beyond the itinerary.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// All legs are one booking. Default true.
    pub single_booking: bool,
    /// The passenger presented in time. Default true.
    pub checked_in_on_time: bool,
    /// The fare was open to the public, frequent-flyer tickets included. Default true.
    pub fare_available_to_public: bool,
    /// Whole days between being told and the scheduled departure.
    pub notice_days: Option<u32>,
    /// The replacement journey.
    pub reroute: Option<Reroute>,
    /// The passenger took the fare back. Default false.
    pub refund_chosen: bool,
    /// The passenger left contact data by which the airline could reach them.
    /// Default true.
    pub contact_given: bool,
    /// The passenger flew. Default true.
    pub travelled: bool,
    /// The cause, as far as anyone says.
    pub cause: Option<Cause>,
    /// The cause is shown, not merely stated. Default false.
    pub cause_proven: bool,
    /// The European rules from 23 October 2027: whether the cause led to the
    /// disruption directly; `None`: as it is shown.
    pub direct_cause: Option<bool>,
    /// Whether all reasonable measures would not have helped; `None`: open.
    pub measures_proven: Option<bool>,
    /// Minutes of the delay due to extraordinary circumstances.
    pub extraordinary_minutes: Option<u32>,
    /// Minutes of the delay due to the carrier.
    pub carrier_minutes: Option<u32>,
    /// Canada: how far the carrier controls the disruption.
    pub appr_control: Option<ApprControl>,
    /// Canada: size of the carrier.
    pub carrier_size: Option<CarrierSize>,
    /// The passenger gave up the seat for agreed benefits. Default false.
    pub denied_voluntarily: bool,
    /// A ground for refusal that really existed.
    pub refusal_grounds: Option<RefusalGrounds>,
    /// More passengers than seats.
    pub oversold: Option<bool>,
    /// Class paid for.
    pub booked_class: Option<Cabin>,
    /// Class flown in.
    pub flown_class: Option<Cabin>,
    /// The fare a percentage is taken of; which one it is each law says:
    /// `contract::keys` lists them.
    pub leg_fare: Option<Money>,
    /// Loss shown by the passenger.
    pub proven_loss: Option<Money>,
    /// Where a diverted aircraft came down.
    pub landed_at: Option<Iata>,
    /// What happened to the baggage.
    pub baggage: Option<Baggage>,
    /// Courts the claim would go to.
    pub forum: Option<Forum>,
    /// What the airline has already paid per passenger for this disruption.
    pub already_received: Option<Money>,
    /// Free text; never judged.
    pub note: Option<String>,
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            single_booking: true,
            checked_in_on_time: true,
            fare_available_to_public: true,
            notice_days: None,
            reroute: None,
            refund_chosen: false,
            contact_given: true,
            travelled: true,
            cause: None,
            cause_proven: false,
            direct_cause: None,
            measures_proven: None,
            extraordinary_minutes: None,
            carrier_minutes: None,
            appr_control: None,
            carrier_size: None,
            denied_voluntarily: false,
            refusal_grounds: None,
            oversold: None,
            booked_class: None,
            flown_class: None,
            leg_fare: None,
            proven_loss: None,
            landed_at: None,
            baggage: None,
            forum: None,
            already_received: None,
            note: None,
        }
    }
}

/// A replacement journey: the carrier's offer, or what the passenger found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reroute {
    /// When it leaves, local time at its airport.
    pub departure: Option<DateTime>,
    /// When it reaches the end of the journey, local time there.
    pub arrival: Option<DateTime>,
    /// Whether the passenger took it.
    pub accepted: Option<bool>,
    /// The passenger arranged it: it counts for the arrival, never as an offer.
    pub self_arranged: bool,
}

/// Why it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the contract's own words")]
pub enum Cause {
    TechnicalFault,
    HiddenDefect,
    ScheduledMaintenance,
    BirdStrike,
    LightningStrike,
    ForeignObjectDamage,
    RunwayContamination,
    GroundHandling,
    DisruptivePassenger,
    MedicalEmergency,
    CrewShortage,
    CrewIllness,
    OwnStaffStrike,
    ThirdPartyStrike,
    AirTrafficControl,
    AirportInfrastructure,
    AirportStaffShortage,
    Weather,
    AirspaceClosure,
    Security,
    LateInbound,
    Operational,
    Overbooking,
    AircraftCollision,
    AuthorityOrder,
    Epidemic,
    FuelShortage,
    ReligiousRest,
    Unknown,
}

codes!(Cause {
    TechnicalFault => "technical_fault",
    HiddenDefect => "hidden_defect",
    ScheduledMaintenance => "scheduled_maintenance",
    BirdStrike => "bird_strike",
    LightningStrike => "lightning_strike",
    ForeignObjectDamage => "foreign_object_damage",
    RunwayContamination => "runway_contamination",
    GroundHandling => "ground_handling",
    DisruptivePassenger => "disruptive_passenger",
    MedicalEmergency => "medical_emergency",
    CrewShortage => "crew_shortage",
    CrewIllness => "crew_illness",
    OwnStaffStrike => "own_staff_strike",
    ThirdPartyStrike => "third_party_strike",
    AirTrafficControl => "air_traffic_control",
    AirportInfrastructure => "airport_infrastructure",
    AirportStaffShortage => "airport_staff_shortage",
    Weather => "weather",
    AirspaceClosure => "airspace_closure",
    Security => "security",
    LateInbound => "late_inbound",
    Operational => "operational",
    Overbooking => "overbooking",
    AircraftCollision => "aircraft_collision",
    AuthorityOrder => "authority_order",
    Epidemic => "epidemic",
    FuelShortage => "fuel_shortage",
    ReligiousRest => "religious_rest",
    Unknown => "unknown",
});

impl Cause {
    /// Every cause with its key in the contract.
    pub const ALL: [(&'static str, Self); 29] = [
        ("technical_fault", Self::TechnicalFault),
        ("hidden_defect", Self::HiddenDefect),
        ("scheduled_maintenance", Self::ScheduledMaintenance),
        ("bird_strike", Self::BirdStrike),
        ("lightning_strike", Self::LightningStrike),
        ("foreign_object_damage", Self::ForeignObjectDamage),
        ("runway_contamination", Self::RunwayContamination),
        ("ground_handling", Self::GroundHandling),
        ("disruptive_passenger", Self::DisruptivePassenger),
        ("medical_emergency", Self::MedicalEmergency),
        ("crew_shortage", Self::CrewShortage),
        ("crew_illness", Self::CrewIllness),
        ("own_staff_strike", Self::OwnStaffStrike),
        ("third_party_strike", Self::ThirdPartyStrike),
        ("air_traffic_control", Self::AirTrafficControl),
        ("airport_infrastructure", Self::AirportInfrastructure),
        ("airport_staff_shortage", Self::AirportStaffShortage),
        ("weather", Self::Weather),
        ("airspace_closure", Self::AirspaceClosure),
        ("security", Self::Security),
        ("late_inbound", Self::LateInbound),
        ("operational", Self::Operational),
        ("overbooking", Self::Overbooking),
        ("aircraft_collision", Self::AircraftCollision),
        ("authority_order", Self::AuthorityOrder),
        ("epidemic", Self::Epidemic),
        ("fuel_shortage", Self::FuelShortage),
        ("religious_rest", Self::ReligiousRest),
        ("unknown", Self::Unknown),
    ];

    /// The cause's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }

    /// Whether the cause can be an extraordinary circumstance of Art 5(3)
    /// Regulation 261/2004; every other cause is the carrier's own risk. Another
    /// aircraft that hits one at its stand is one (C-264/20), so are an order of a
    /// public authority and an epidemic (recital 14; Interpretative Guidelines
    /// 2020/C 89 I/01), and an airport that has no fuel to give (C-308/21).
    #[must_use]
    pub fn is_extraordinary(self) -> bool {
        matches!(
            self,
            Self::HiddenDefect
                | Self::BirdStrike
                | Self::LightningStrike
                | Self::ForeignObjectDamage
                | Self::RunwayContamination
                | Self::DisruptivePassenger
                | Self::MedicalEmergency
                | Self::ThirdPartyStrike
                | Self::AirTrafficControl
                | Self::AirportInfrastructure
                | Self::AirportStaffShortage
                | Self::Weather
                | Self::AirspaceClosure
                | Self::Security
                | Self::AircraftCollision
                | Self::AuthorityOrder
                | Self::Epidemic
                | Self::FuelShortage
        )
    }
}

/// Control in the words of SOR/2019-150.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ApprControl {
    /// Within the carrier's control (s12).
    WithinControl,
    /// Within control but required for safety (s11).
    WithinControlSafety,
    /// Outside control (s10).
    OutsideControl,
}

codes!(ApprControl {
    WithinControl => "within_control",
    WithinControlSafety => "within_control_safety",
    OutsideControl => "outside_control",
});

impl ApprControl {
    /// The category's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

/// Size in the words of SOR/2019-150 s1(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CarrierSize {
    /// Two million passengers a year or more.
    Large,
    /// Fewer.
    Small,
}

codes!(CarrierSize {
    Large => "large",
    Small => "small",
});

impl CarrierSize {
    /// The size's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

/// Reasonable grounds to refuse boarding, Art 2(j) Regulation 261/2004.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalGrounds {
    /// Passport or visa missing or wrong, judged objectively (C-584/18).
    InadequateDocuments,
    /// Health.
    Health,
    /// Safety.
    Safety,
    /// Security.
    Security,
}

codes!(RefusalGrounds {
    InadequateDocuments => "inadequate_documents",
    Health => "health",
    Safety => "safety",
    Security => "security",
});

impl RefusalGrounds {
    /// The ground's key in the contract.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }
}

/// Class of travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cabin {
    /// Economy.
    Economy,
    /// Premium economy.
    PremiumEconomy,
    /// Business.
    Business,
    /// First.
    First,
}

/// What happened to baggage, and when it was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Baggage {
    /// What happened.
    pub kind: BaggageKind,
    /// Days between delivery (or arrival) and the complaint.
    pub reported_after_days: Option<u32>,
}

/// Kinds of harm to baggage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaggageKind {
    /// Came late.
    Delayed,
    /// Never came.
    Lost,
    /// Came broken.
    Damaged,
}
