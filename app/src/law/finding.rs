use domain::Language;
use rights::{Cause, Finding, RefusalGrounds};

use super::{Words, money};
use crate::tr;

/// The sentence for what a step found.
pub fn finding(words: &Words, finding: &Finding) -> String {
    let language = words.language;
    match *finding {
        Finding::BeforeLaw { day, since } => tr!(
            language,
            law.finding.before_law,
            day = words.day(day),
            since = words.day(since)
        ),
        Finding::NewRegulation { since } => tr!(
            language,
            law.finding.new_regulation,
            since = words.day(since)
        ),
        Finding::FlightDayUnknown => tr!(language, law.finding.flight_day_unknown),
        Finding::StartsInEu { airport } => tr!(
            language,
            law.finding.starts_in_eu,
            airport = words.place(airport)
        ),
        Finding::StartsInEeaOrSwitzerland { airport } => tr!(
            language,
            law.finding.starts_in_eea_or_switzerland,
            airport = words.place(airport)
        ),
        Finding::StartsInUk { airport } => tr!(
            language,
            law.finding.starts_in_uk,
            airport = words.place(airport)
        ),
        Finding::ArrivesInEuOnEuCarrier {
            origin,
            destination,
            carrier,
            licence,
        } => tr!(
            language,
            law.finding.arrives_in_eu_on_eu_carrier,
            origin = words.place(origin),
            destination = words.place(destination),
            carrier = words.carrier(carrier),
            licence = words.country(licence)
        ),
        Finding::ArrivesInUkOnCoveredCarrier {
            destination,
            carrier,
            licence,
        } => tr!(
            language,
            law.finding.arrives_in_uk_on_covered_carrier,
            destination = words.place(destination),
            carrier = words.carrier(carrier),
            licence = words.country(licence)
        ),
        Finding::ArrivesInEuOnUkCarrier {
            destination,
            carrier,
            ..
        } => tr!(
            language,
            law.finding.arrives_in_eu_on_uk_carrier,
            destination = words.place(destination),
            carrier = words.carrier(carrier)
        ),
        Finding::OutsideTerritory {
            origin,
            destination,
        } => tr!(
            language,
            law.finding.outside_territory,
            origin = words.place(origin),
            destination = words.place(destination)
        ),
        Finding::CarrierNotCovered {
            destination,
            carrier,
            licence,
        } => tr!(
            language,
            law.finding.carrier_not_covered,
            destination = words.place(destination),
            carrier = words.carrier(carrier),
            licence = words.country(licence)
        ),
        Finding::CarrierLicenceUnknown {
            destination,
            carrier,
        } => tr!(
            language,
            law.finding.carrier_licence_unknown,
            destination = words.place(destination),
            carrier = words.carrier(carrier)
        ),
        Finding::TerritoryUnclear { airport } => tr!(
            language,
            law.finding.territory_unclear,
            airport = words.place(airport)
        ),
        Finding::HelicopterFlight { airport } => tr!(
            language,
            law.finding.helicopter_flight,
            airport = words.place(airport)
        ),
        Finding::UnknownAirport { airport } => tr!(
            language,
            law.finding.unknown_airport,
            airport = words.place(airport)
        ),
        Finding::OneBooking {
            legs,
            origin,
            destination,
        } => tr!(
            language,
            law.finding.one_booking,
            legs = legs,
            origin = words.place(origin),
            destination = words.place(destination)
        ),
        Finding::SeparateBookings {
            origin,
            destination,
        } => tr!(
            language,
            law.finding.separate_bookings,
            origin = words.place(origin),
            destination = words.place(destination)
        ),
        Finding::OutboundAndReturn {
            origin,
            destination,
        } => tr!(
            language,
            law.finding.outbound_and_return,
            origin = words.place(origin),
            destination = words.place(destination)
        ),
        Finding::OwnConnection => tr!(language, law.finding.own_connection),
        Finding::FareNotPublic => tr!(language, law.finding.fare_not_public),
        Finding::NotCheckedIn => tr!(language, law.finding.not_checked_in),
        Finding::NotTravelled => tr!(language, law.finding.not_travelled),
        Finding::RefundTaken => tr!(language, law.finding.refund_taken),
        Finding::ArrivedLate { minutes } => tr!(
            language,
            law.finding.arrived_late,
            minutes = words.duration(minutes)
        ),
        Finding::ArrivedNotLateEnough { minutes } => tr!(
            language,
            law.finding.arrived_not_late_enough,
            minutes = words.duration(minutes)
        ),
        Finding::ArrivedOnTime => tr!(language, law.finding.arrived_on_time),
        Finding::ArrivalNearThreshold { minutes } => tr!(
            language,
            law.finding.arrival_near_threshold,
            minutes = words.duration(minutes)
        ),
        Finding::ArrivalUnknown => tr!(language, law.finding.arrival_unknown),
        Finding::Cancelled => tr!(language, law.finding.cancelled),
        Finding::BroughtForward { minutes } => tr!(
            language,
            law.finding.brought_forward,
            minutes = words.duration(minutes)
        ),
        Finding::BroughtForwardLittle { minutes } => tr!(
            language,
            law.finding.brought_forward_little,
            minutes = words.duration(minutes)
        ),
        Finding::DepartureUnknown => tr!(language, law.finding.departure_unknown),
        Finding::DivertedNearby { landed_at } => tr!(
            language,
            law.finding.diverted_nearby,
            landed_at = words.place(landed_at)
        ),
        Finding::DivertedFar { landed_at } => tr!(
            language,
            law.finding.diverted_far,
            landed_at = words.place(landed_at)
        ),
        Finding::BoardingDenied => tr!(language, law.finding.boarding_denied),
        Finding::Volunteered => tr!(language, law.finding.volunteered),
        Finding::RefusedWithGround { ground } => tr!(
            language,
            law.finding.refused_with_ground,
            ground = ground_words(language, ground)
        ),
        Finding::ToldInTime { days } => tr!(
            language,
            law.finding.told_in_time,
            days = words.notice(days)
        ),
        Finding::NoticeUnknown => tr!(language, law.finding.notice_unknown),
        Finding::OfferCloseEnough { days, .. } => tr!(
            language,
            law.finding.offer_close_enough,
            days = words.notice(days)
        ),
        Finding::OfferTooFarOff { days } => tr!(
            language,
            law.finding.offer_too_far_off,
            days = words.notice(days)
        ),
        Finding::NoOffer { days } => tr!(language, law.finding.no_offer, days = words.notice(days)),
        Finding::CauseNotProven => tr!(language, law.finding.cause_not_proven),
        Finding::CauseOwnRisk { cause } => tr!(
            language,
            law.finding.cause_own_risk,
            cause = cause_words(language, cause)
        ),
        Finding::CauseExcuses { cause } => tr!(
            language,
            law.finding.cause_excuses,
            cause = cause_words(language, cause)
        ),
        Finding::MeasuresNotTaken { cause } => tr!(
            language,
            law.finding.measures_not_taken,
            cause = cause_words(language, cause)
        ),
        Finding::MeasuresOpen { cause } => tr!(
            language,
            law.finding.measures_open,
            cause = cause_words(language, cause)
        ),
        Finding::RestIsLongEnough { remaining } => tr!(
            language,
            law.finding.rest_is_long_enough,
            remaining = words.duration(remaining)
        ),
        Finding::NoExcuseForDenial => tr!(language, law.finding.no_excuse_for_denial),
        Finding::ShortDistance { km, amount } => tr!(
            language,
            law.finding.short_distance,
            km = words.kilometres(km),
            amount = money(language, amount)
        ),
        Finding::WithinEu { km, amount } => tr!(
            language,
            law.finding.within_eu,
            km = words.kilometres(km),
            amount = money(language, amount)
        ),
        Finding::MediumDistance { km, amount } => tr!(
            language,
            law.finding.medium_distance,
            km = words.kilometres(km),
            amount = money(language, amount)
        ),
        Finding::LongDistance { km, amount } => tr!(
            language,
            law.finding.long_distance,
            km = words.kilometres(km),
            amount = money(language, amount)
        ),
        Finding::DistanceNearLimit { km, limit } => tr!(
            language,
            law.finding.distance_near_limit,
            km = words.kilometres(km),
            limit = words.kilometres(f64::from(limit))
        ),
        Finding::HalvedShortDelay { minutes, amount } => tr!(
            language,
            law.finding.halved_short_delay,
            minutes = words.duration(minutes),
            amount = money(language, amount)
        ),
        Finding::HalvedByRerouting { limit, amount, .. } => tr!(
            language,
            law.finding.halved_by_rerouting,
            limit = words.duration(limit),
            amount = money(language, amount)
        ),
        Finding::NotHalvedLeftEarly { early } => tr!(
            language,
            law.finding.not_halved_left_early,
            early = words.duration(early)
        ),
        Finding::PartlyPaid {
            received,
            remaining,
        } => tr!(
            language,
            law.finding.partly_paid,
            received = money(language, received),
            remaining = money(language, remaining)
        ),
        Finding::FullyPaid { received } => tr!(
            language,
            law.finding.fully_paid,
            received = money(language, received)
        ),
        Finding::PaidOtherwise { received } => tr!(
            language,
            law.finding.paid_otherwise,
            received = money(language, received)
        ),
        Finding::TimeBarred { last_day, forum } => tr!(
            language,
            law.finding.time_barred,
            last_day = words.day(last_day),
            forum = words.forum(forum)
        ),
        Finding::DeadlinePassed { last_day, forum } => tr!(
            language,
            law.finding.deadline_passed,
            last_day = words.day(last_day),
            forum = words.forum(forum)
        ),
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
