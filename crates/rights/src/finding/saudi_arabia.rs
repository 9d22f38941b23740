//! What the rules of this regime can find.

use crate::money::Money;
use crate::value::{Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// The journey starts or ends in Saudi Arabia.
        TouchesSaudiArabia { airport: Place },
        /// It only changes planes there.
        ChangesPlanes { airport: Place },
        /// More than six hours late.
        LateEnough { minutes: Minutes },
        /// Six hours late at most.
        NotLateEnough { minutes: Minutes },
        /// More than six hours late at one end and not at the other.
        EndsDiffer { departure: Minutes, arrival: Minutes },
        /// The passenger took the fare back; whether the sum is due beside it is
        /// open.
        RefundTakenOpen,
        /// More than six hours remain without the excused part.
        RestLongEnough { remaining: Minutes },
        /// The sum for a delay.
        DelaySum { amount: Money },
        /// What is due for a cancellation is open.
        CancellationOpen,
        /// What is due for a flight that left early is open.
        BroughtForwardOpen { minutes: Minutes },
        /// What is due for a landing elsewhere is open. `amount`: about.
        UnscheduledStopOpen { amount: Money },
        /// What is due for a refused boarding is open.
        DeniedBoardingOpen,
        /// What is due for a lower class is open.
        DowngradeOpen,
        /// Lost baggage; whether the amount is a sum or a limit is open.
        BaggageLostOpen { amount: Money },
        /// Damaged baggage; what is due is open.
        BaggageDamagedOpen,
        /// Delayed baggage; for how many days is not known.
        BaggageLateOpen {
            first: Money,
            further: Money,
            limit: Money,
        },
        /// What happened to the baggage is not known.
        BaggageUnknown,
    }
}
