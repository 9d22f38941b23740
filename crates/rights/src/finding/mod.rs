//! What a step looked at and found, and what would turn the answer.
//!
//! A variant in snake case is its key in the application's `law` locale file,
//! and its fields are the placeholders of that text; what each looks like in a
//! sentence follows from its kind ([`Value`](crate::value::Value)).

pub mod brazil;
pub mod canada;
pub mod india;
pub mod israel;
pub mod montreal;
pub mod reform;
pub mod saudi_arabia;
pub mod turkey;
pub mod united_states;

use jiff::civil::Date;

use crate::code::{CarrierCode, Country, Forum};
use crate::evidence::Evidence;
use crate::facts::{Cause, RefusalGrounds};
use crate::money::Money;
pub use crate::value::Place;
use crate::value::{Count, Days, Kilometres, Minutes, Percent, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        // Scope
        /// The flight day lies before the law began to apply.
        BeforeLaw { day: Date, since: Date },
        /// The journey would fall under Regulation (EU) 2026/2202.
        /// Of stored claims only: no rule finds it any more.
        NewRegulation { since: Date },
        /// The day of the flight is not known.
        FlightDayUnknown,
        /// The journey starts in the EU.
        StartsInEu { airport: Place },
        /// The journey starts in the EEA or Switzerland.
        StartsInEeaOrSwitzerland { airport: Place },
        /// The journey starts in the United Kingdom.
        StartsInUk { airport: Place },
        /// It comes into the EU (EEA, Switzerland) on a Community carrier.
        ArrivesInEuOnEuCarrier {
            origin: Place,
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// It comes into the United Kingdom on a UK or Community carrier.
        ArrivesInUkOnCoveredCarrier {
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// It comes into the EU on a UK carrier (third limb of the UK law).
        ArrivesInEuOnUkCarrier {
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// It neither starts nor ends where the law applies.
        OutsideTerritory { origin: Place, destination: Place },
        /// It ends there, but the carrier has the licence of another state.
        CarrierNotCovered {
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// It ends there, and nobody knows the carrier's licence.
        CarrierLicenceUnknown {
            destination: Place,
            carrier: CarrierCode,
        },
        /// A person has to say how an airport stands in law.
        TerritoryUnclear { airport: Place },
        /// Only helicopters fly there.
        HelicopterFlight { airport: Place },
        /// The reference data has no such airport.
        UnknownAirport { airport: Place },

        // Journey
        /// Several flights of one booking count as one.
        OneBooking {
            legs: Count,
            origin: Place,
            destination: Place,
        },
        /// Booked separately: each flight stands alone.
        SeparateBookings { origin: Place, destination: Place },
        /// Outbound and return are two flights.
        OutboundAndReturn { origin: Place, destination: Place },
        /// A connection to a separately booked flight is the passenger's own risk.
        OwnConnection,

        // Passenger
        /// The fare is not open to the public.
        FareNotPublic,
        /// The passenger did not present in time.
        NotCheckedIn,
        /// The passenger did not fly.
        NotTravelled,
        /// The passenger took the fare back instead of flying.
        RefundTaken,

        // Disruption: late
        /// Three hours late or more.
        ArrivedLate { minutes: Minutes },
        /// Late by less than three hours.
        ArrivedNotLateEnough { minutes: Minutes },
        /// On time or early.
        ArrivedOnTime,
        /// Less than five minutes short of three hours: the door time matters.
        ArrivalNearThreshold { minutes: Minutes },
        /// The arrival is not known.
        ArrivalUnknown,

        // Disruption: cancelled, brought forward, refused, diverted
        /// The flight was cancelled.
        Cancelled,
        /// It left more than an hour early, which counts as a cancellation.
        BroughtForward { minutes: Minutes },
        /// It left early by an hour at most.
        BroughtForwardLittle { minutes: Minutes },
        /// When it left is not known.
        DepartureUnknown,
        /// It came down elsewhere, in the same area.
        DivertedNearby { landed_at: Place },
        /// It came down far away or came back, which counts as a cancellation.
        DivertedFar { landed_at: Place },
        /// Boarding was refused against the passenger's will.
        BoardingDenied,
        /// The passenger gave up the seat.
        Volunteered,
        /// The airline had a ground to refuse.
        RefusedWithGround { ground: RefusalGrounds },

        // Notice of a cancellation
        /// Told two weeks before or earlier.
        ToldInTime { days: Days },
        /// When the passenger was told is not known.
        NoticeUnknown,
        /// The replacement offered was close enough. `early`: minutes it left
        /// before the booking, `late`: minutes it arrived after it.
        OfferCloseEnough { days: Days, early: Minutes, late: Minutes },
        /// The replacement offered left too early or arrived too late.
        OfferTooFarOff { days: Days },
        /// No replacement was offered.
        NoOffer { days: Days },

        // Cause
        /// No cause is shown.
        CauseNotProven,
        /// The cause is the carrier's own risk.
        CauseOwnRisk { cause: Cause },
        /// Extraordinary, and nothing would have helped.
        CauseExcuses { cause: Cause },
        /// Extraordinary, but the carrier could have avoided the result.
        MeasuresNotTaken { cause: Cause },
        /// Extraordinary; whether the result could be avoided is open.
        MeasuresOpen { cause: Cause },
        /// Three hours or more remain without the extraordinary part.
        RestIsLongEnough { remaining: Minutes },
        /// No cause excuses a refused boarding.
        NoExcuseForDenial,

        // Sum
        /// Up to 1,500 km.
        ShortDistance { km: Kilometres, amount: Money },
        /// Inside the EU, over 1,500 km.
        WithinEu { km: Kilometres, amount: Money },
        /// Over 1,500 km, up to 3,500 km.
        MediumDistance { km: Kilometres, amount: Money },
        /// Over 3,500 km.
        LongDistance { km: Kilometres, amount: Money },
        /// Within half a percent of a limit.
        DistanceNearLimit { km: Kilometres, limit: Kilometres },
        /// Long journey, less than four hours late: half.
        HalvedShortDelay { minutes: Minutes, amount: Money },
        /// The replacement arrived soon after the booking: half. `limit` in minutes.
        HalvedByRerouting {
            minutes: Minutes,
            limit: Minutes,
            amount: Money,
        },
        /// The replacement left more than an hour early: no cut.
        NotHalvedLeftEarly { early: Minutes },
        /// Part of the sum was paid.
        PartlyPaid { received: Money, remaining: Money },
        /// The whole sum was paid.
        FullyPaid { received: Money },
        /// Something was paid in another currency; it may be set off.
        PaidOtherwise { received: Money },

        // Time
        /// The claim is time-barred in the court given.
        TimeBarred { last_day: Date, forum: Forum },
        /// The shortest period the sources give has run out.
        DeadlinePassed { last_day: Date, forum: Forum },

        // Class
        /// The passenger sat in the class booked, or a better one.
        ClassNotLower,
        // Regulation 261/2004, scope
        /// From a place of open standing into the territory on a Community carrier.
        CoveredEitherWay {
            origin: Place,
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// Whether a licence from an overseas country makes a Community carrier
        /// is not settled.
        LicenceStanding {
            carrier: CarrierCode,
            licence: Country,
        },
        /// Out of scope, but a state at one end has copied the law.
        NationalLawMayApply {
            origin: Place,
            destination: Place,
            country: Country,
        },
        /// When Regulation (EU) 2026/2202 reaches the EEA and Switzerland is open.
        NewRegulationDateOpen { since: Date },
        /// The leg that failed was sold by an airline that flies another leg.
        SellerAnswers {
            carrier: CarrierCode,
            operator: CarrierCode,
        },
        /// Swiss courts are not bound to follow the judgment on delays.
        SwissCourtsNotBound,

        // Regulation 261/2004, what its text leaves open
        /// Refused on one flight of a connection, and on time at the end of it.
        RefusedYetOnTime,
        /// A part was flown, the connection missed, the fare of the rest taken back.
        RestRefunded,
        /// The delay was told two weeks before or earlier.
        DelayToldAhead { days: Days },

        // Regulation 261/2004, beside the disruption that was told
        /// The law is not about baggage.
        NotAboutBaggage,
        /// The replacement came three hours after its own time or later.
        ReplacementLateToo { minutes: Minutes },
        /// A downgraded journey ended three hours late or later as well.
        LateAsWell { minutes: Minutes },

        // Regulation 261/2004, downgrade
        /// Carried in a lower class than paid for.
        FlownInLowerClass,
        /// The passenger did not fly, so nobody flew in a lower class.
        NobodyDowngraded,
        /// Nothing tells which of the flights was the downgraded one.
        DowngradedLegUnknown,
        /// No cause excuses a downgrade.
        NoExcuseForDowngrade,
        /// The share up to 1,500 km.
        ShareShortFlight { km: Kilometres, percent: Percent },
        /// The share inside the Community, over 1,500 km.
        ShareWithinEu { km: Kilometres, percent: Percent },
        /// The share over 1,500 km, up to 3,500 km.
        ShareMediumFlight { km: Kilometres, percent: Percent },
        /// The share of every other flight.
        ShareLongFlight { km: Kilometres, percent: Percent },
        /// The share between Europe and a French overseas department.
        ShareFrenchOverseas { km: Kilometres, percent: Percent },
        /// The price of the downgraded flight is not known.
        FlightPriceUnknown,
        /// The flight cost nothing a share could be taken of.
        FlightPriceNothing { fare: Money },
        /// The share of the price.
        ShareOfPrice {
            fare: Money,
            percent: Percent,
            amount: Money,
        },
        /// A licence of the EEA or of Switzerland, where the United Kingdom's text asks for
        /// one that a Member State granted.
        LicenceNotOfMemberState { carrier: CarrierCode, licence: Country },

        // Beside the journey that is shown
        /// Another journey of the case went wrong as well and may give a sum of its own.
        AnotherSum { origin: Place, destination: Place, amount: Money },
        /// The same, where the sum is not known.
        AnotherClaim { origin: Place, destination: Place },
        /// After the flight that was cancelled, refused or missed a later one of the booking
        /// was flown: somebody carried the passenger to it.
        FlewOn { airport: Place },

        // Several companies under one number
        /// Companies of one group fly under the number of this one; whichever it was, the
        /// sum is the same, and that one owes it.
        CompanyOfGroup { carrier: CarrierCode },
        /// The same, where it decides about the sum which of them flew.
        CompanyOfGroupDecides { carrier: CarrierCode },
        ;
        /// Canada.
        Canada(canada::Finding),
        /// Turkey.
        Turkey(turkey::Finding),
        /// Israel.
        Israel(israel::Finding),
        /// Brazil.
        Brazil(brazil::Finding),
        /// India.
        India(india::Finding),
        /// Saudi Arabia.
        SaudiArabia(saudi_arabia::Finding),
        /// United States.
        UnitedStates(united_states::Finding),
        /// Montreal Convention.
        Montreal(montreal::Finding),
        /// Regulation 261/2004 as amended by Regulation (EU) 2026/2202.
        Reform(reform::Finding),
    }
}

vocabulary! {
    /// What would turn the answer. Locale keys under `could_change`.
    pub enum Change {
        /// The carrier may yet prove an extraordinary cause.
        CauseProven,
        /// The carrier would also have to prove that it took all measures.
        MeasuresProven,
        /// So many minutes short of three hours late.
        MinutesToThreshold { minutes: Minutes },
        /// Less than three hours late would owe nothing; so many minutes above.
        MinutesAboveThreshold { minutes: Minutes },
        /// Less than four hours would halve the sum; so many minutes above.
        LessThanFourHoursHalves { minutes: Minutes },
        /// Four hours would give the full sum; so many minutes short.
        FourHoursGiveFull { minutes: Minutes, amount: Money },
        /// Told two weeks before, nothing would be due.
        ToldTwoWeeksBefore,
        /// A replacement offered close to the booking would take or halve the sum.
        OfferShown,
        /// The licence of the carrier decides.
        CarrierLicence { carrier: CarrierCode },
        /// The day on which the claim may be out of time in some courts.
        DeadlineUncertain { last_day: Date },
        /// So many minutes more would give a higher sum.
        MinutesToHigherSum { minutes: Minutes, amount: Money },
        /// So many minutes short of the delay from which a sum is due.
        MinutesToLimit { minutes: Minutes, limit: Minutes },
        /// A shorter delay would owe nothing; so many minutes above.
        MinutesAboveLimit { minutes: Minutes, limit: Minutes },
        /// Who got compensation and help under the law of the country left has
        /// no second claim (Art 3(1)(b) Regulation 261/2004).
        HelpedAbroad,
        /// Some Swiss courts refuse the sum for a delay.
        SwissCourtMayRefuse,
        /// Where no time for check-in was named, 45 minutes before departure are
        /// in time (Art 3(2)(a) Regulation 261/2004).
        CheckInTimeNotNamed { minutes: Minutes },
        /// A shorter delay would halve the sum; so many minutes above.
        /// Of stored claims only: no rule finds it any more.
        DelayUnderLimitHalves { minutes: Minutes, limit: Minutes },
        /// A delay that was told two weeks ahead may be taken for a cancellation
        /// told in time.
        DelayToldAhead,
        /// A cause was stated; this would show whether it was real.
        WouldSettle { cause: Cause, evidence: Evidence },
        /// A delay of no more than so much owes nothing; so many minutes beyond it.
        MinutesBeyondLimit { minutes: Minutes, limit: Minutes },
        /// A delay of no more than so much halves the sum; so many minutes beyond it.
        DelayUpToLimitHalves { minutes: Minutes, limit: Minutes },
    }
}

impl Change {
    /// Whether it would found a sum rather than take it away.
    #[must_use]
    pub fn leads_to_a_sum(&self) -> bool {
        matches!(
            self,
            Self::MinutesToThreshold { .. }
                | Self::MinutesToLimit { .. }
                | Self::MinutesToHigherSum { .. }
                | Self::CheckInTimeNotNamed { .. }
        )
    }
}
