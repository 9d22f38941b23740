//! What the rules of this regime can find.

use crate::money::Money;
use crate::value::{Count, Days, Kilometres, Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// The journey starts, ends or stops in Israel.
        TouchesIsrael { airport: Place },
        /// It left eight hours late or more.
        LeftLate { minutes: Minutes },
        /// It left late by less than eight hours.
        LeftNotLateEnough { minutes: Minutes },
        /// It left in time, as far as anyone says.
        LeftOnTime,
        /// The end of the journey is late; how late it began is not known.
        OnlyArrivalKnown { minutes: Minutes },
        /// It left more than eight hours early.
        LeftEarly { minutes: Minutes },
        /// It left early by eight hours at most.
        LeftNotEarlyEnough { minutes: Minutes },
        /// Told two weeks before of a flight that left early.
        EarlyToldInTime { days: Days },
        /// It came down far away or came back, and whether that founds a sum is
        /// open.
        DivertedFarOpen { landed_at: Place },
        /// A special period would make this notice enough.
        SpecialPeriodOpen { days: Days },
        /// Eight hours or more remain without the excused part.
        RestLongEnough { remaining: Minutes },
        /// Whether the cause excuses a refused boarding is open.
        DenialExcuseOpen,
        /// Up to 2,000 km.
        ShortDistance { km: Kilometres, amount: Money },
        /// Over 2,000 km, up to 4,500 km.
        MediumDistance { km: Kilometres, amount: Money },
        /// Over 4,500 km.
        LongDistance { km: Kilometres, amount: Money },
        /// The sum of this year is known from one source only.
        SumOfTheYearOpen { km: Kilometres, amount: Money },
        /// The sum of this year is not known.
        SumOfTheYearUnknown { km: Kilometres },
        /// The replacement arrives so soon that the sum may be halved. `hours`:
        /// the wider of the windows that the sources give.
        /// Of stored claims only: no rule finds it any more.
        HalvingOpen { hours: Count },
        /// What is due for a lower class is open.
        DowngradeOpen,
        /// No sum for baggage.
        NoBaggageSum,
        /// A flight inside Israel; what is due is open.
        DomesticOpen,
        /// A flight inside Israel that left late by less than three hours.
        DomesticTooShort { minutes: Minutes },
        /// A replacement inside the window for halving was refused.
        RefusedInWindow { hours: Count },
        /// Whether a replacement inside the window was accepted is not known.
        AcceptanceUnknown { hours: Count },
        /// Something was paid in another currency, perhaps under another law.
        PaidUnderForeignLaw { received: Money },
        /// A replacement inside the window was accepted: half.
        HalvedByAccepting { minutes: Minutes, limit: Minutes, amount: Money },
    }
}
