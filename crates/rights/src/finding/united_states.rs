//! What the United States' rules can find.

use jiff::civil::Date;

use crate::money::Money;
use crate::value::{Minutes, Percent, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// No airport of the journey lies in the United States.
        OutsideTerritory { origin: Place, destination: Place },
        /// An airport of the journey lies there.
        TouchesUnitedStates { airport: Place },
        /// No sum for delays and cancellations.
        NoSumForDelay,
        /// No sum for a lower class.
        NoSumForDowngrade,

        // Refused boarding
        /// Refused on a flight that does not leave the United States.
        RefusedAbroad { airport: Place },
        /// Refused on a flight that leaves an airport there.
        RefusedAt { airport: Place },
        /// Nothing shows that boarding was refused on this part.
        NotRefused,
        /// More passengers than seats.
        Oversold,
        /// There was a seat for everybody.
        NotOversold,
        /// Whether there was one is not known.
        OversoldUnknown,
        /// No substitute, or none whose arrival is known.
        NoSubstitute,
        /// The substitute was to arrive within the hour.
        SubstituteWithinHour,
        /// The substitute was to arrive so much later.
        SubstituteLate { minutes: Minutes, limit: Minutes },
        /// The substitute was to arrive later than the limit.
        SubstituteTooLate { minutes: Minutes, limit: Minutes },
        /// When the substitute arrived is not known.
        SubstituteUnknown,
        /// The flight was before the present shares of the fare.
        OlderAmounts { since: Date },

        // Sum
        /// The fare is not known.
        FareUnknown,
        /// The fare is given in another currency.
        FareNotInDollars { fare: Money },
        /// A share of the fare.
        ShareOfFare { percent: Percent, amount: Money },
        /// A share of the fare would be more than the most that is owed.
        ShareCapped { percent: Percent, amount: Money },

        // Baggage
        /// Baggage on an international journey.
        InternationalBaggage,
        /// What was lost is not known.
        LossUnknown,
        /// The loss is given in another currency.
        LossNotInDollars { loss: Money },
        /// The limit of that time is not known.
        OlderLimit { since: Date },
        /// The loss stays within the limit.
        LossWithinLimit { loss: Money, limit: Money },
        /// The loss goes beyond it.
        LossAboveLimit { loss: Money, limit: Money },
        /// A booked stay of some hours may be the stopover at which the delay counts.
        StopoverOpen { airport: Place },
    }
}
