//! What the Canadian rules can find.

use jiff::civil::Date;

use crate::code::CarrierCode;
use crate::facts::Cause;
use crate::money::Money;
use crate::value::{Days, Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// No airport of the journey lies in Canada.
        OutsideTerritory { origin: Place, destination: Place },
        /// An airport of the journey lies in Canada.
        TouchesCanada { airport: Place },
        /// The provisions on delays and cancellations did not apply yet.
        BeforeDelayRules { day: Date, since: Date },

        // Control
        /// Within the carrier's control, by the answer given.
        WithinControl,
        /// Within control, but required for safety, by the answer given.
        RequiredForSafety,
        /// Outside control, by the answer given.
        OutsideControl,
        /// The cause shown is within the carrier's control.
        CauseWithinControl { cause: Cause },
        /// The cause shown is one of safety.
        CauseRequiredForSafety { cause: Cause },
        /// The cause shown is outside control.
        CauseOutsideControl { cause: Cause },

        // Notice
        /// Told more than 14 days before.
        ToldEarly { days: Days },
        /// Told 14 days before or later.
        ToldLate { days: Days },
        /// Nobody says when: taken as told on the day.
        ToldOnTheDay,

        // Refused boarding
        /// More passengers than seats.
        Oversold,
        /// There was a seat for everybody.
        NotOversold,
        /// Whether there was one is not known.
        OversoldUnknown,

        // Sum
        /// A large carrier, so late.
        LargeCarrierSum { minutes: Minutes, amount: Money },
        /// A small carrier, so late.
        SmallCarrierSum { minutes: Minutes, amount: Money },
        /// A large carrier, the ticket refunded.
        LargeCarrierRefunded { amount: Money },
        /// A small carrier, the ticket refunded.
        SmallCarrierRefunded { amount: Money },
        /// The size of the carrier is not known.
        SizeUnknown {
            carrier: CarrierCode,
            lower: Money,
            higher: Money,
        },
        /// Refused, and so late in the end.
        DenialSum { minutes: Minutes, amount: Money },
        /// Refused, and yet there in time.
        DenialSumInTime { amount: Money },
        /// Something was paid in another currency, perhaps under another law.
        PaidUnderAnotherLaw { received: Money },

        // No sum
        /// A lower class founds no sum.
        NoSumForDowngrade,
        /// Baggage goes by the Montreal Convention.
        NoSumForBaggage,
        /// Baggage on a journey inside Canada: a person decides.
        /// Of stored claims only: no rule finds it any more.
        DomesticBaggage,
        /// Lost or damaged inside Canada: the rules of the Montreal Convention.
        BaggageLikeAbroad,
        /// Delayed inside Canada: the tariff of the airline.
        DelayedBaggage,
        /// The year for the request is over.
        RequestTooLate { last_day: Date },
        /// The first anniversary of the flight: the request was to come before it.
        AnniversaryReached { last_day: Date },
        /// Refused, and the fare was taken back: no arrival gives the sum.
        RefusedAndRefunded,
    }
}
