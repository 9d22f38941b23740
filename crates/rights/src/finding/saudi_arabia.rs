//! What the rules of this regime can find.

use crate::code::{CarrierCode, Country};
use crate::money::Money;
use crate::value::{Days, Minutes, Percent, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// The journey starts or ends in Saudi Arabia.
        /// Of stored claims only: no rule finds it any more.
        TouchesSaudiArabia { airport: Place },
        /// It only changes planes there.
        ChangesPlanes { airport: Place },
        /// More than six hours late.
        /// Of stored claims only: no rule finds it any more.
        LateEnough { minutes: Minutes },
        /// Six hours late at most.
        /// Of stored claims only: no rule finds it any more.
        NotLateEnough { minutes: Minutes },
        /// More than six hours late at one end and not at the other.
        /// Of stored claims only: no rule finds it any more.
        EndsDiffer { departure: Minutes, arrival: Minutes },
        /// The passenger took the fare back; whether the sum is due beside it is
        /// open.
        RefundTakenOpen,
        /// More than six hours remain without the excused part.
        RestLongEnough { remaining: Minutes },
        /// The sum for a delay.
        /// Of stored claims only: no rule finds it any more.
        DelaySum { amount: Money },
        /// What is due for a cancellation is open.
        /// Of stored claims only: no rule finds it any more.
        CancellationOpen,
        /// What is due for a flight that left early is open.
        /// Of stored claims only: no rule finds it any more.
        BroughtForwardOpen { minutes: Minutes },
        /// What is due for a landing elsewhere is open. `amount`: about.
        UnscheduledStopOpen { amount: Money },
        /// What is due for a refused boarding is open.
        /// Of stored claims only: no rule finds it any more.
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
        /// The journey starts in Saudi Arabia.
        LeavesSaudiArabia { airport: Place },
        /// It ends there, on a Saudi carrier.
        ArrivesOnSaudiCarrier { airport: Place, carrier: CarrierCode },
        /// It ends there, on a foreign carrier; whether that is covered is open.
        ArrivesOnForeignCarrier {
            airport: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// Less than three hours were lost.
        LostTooLittle { minutes: Minutes },
        /// Three to six hours were lost.
        LostThreeHours { minutes: Minutes, amount: Money },
        /// More than six hours were lost.
        LostSixHours { minutes: Minutes, amount: Money },
        /// Who ended the contract after a delay gets the fare and nothing more.
        RefundOnly,
        /// Without the excused part the lower sum would be due.
        RestGivesLess { remaining: Minutes, amount: Money },
        /// The passenger took the other flight.
        AlternativeAccepted,
        /// The passenger took no other flight of the carrier.
        ContractEnded,
        /// Whether the passenger took the other flight or the fare is not known.
        ChoiceUnknown,
        /// Told so long before that no share of the fare is due.
        ToldTooEarly { days: Days },
        /// Told so many days before, which gives this share.
        ToldSoBefore { days: Days, share: Percent },
        /// A share of the unused part of the ticket.
        ShareOfFare {
            fare: Money,
            share: Percent,
            amount: Money,
        },
        /// What the unused part of the ticket was worth is not known.
        FareUnknown,
        /// The flight left before its time.
        LeftBefore { minutes: Minutes },
        /// The other flight left within two hours of the booked departure.
        AlternativeWithinTwoHours,
        /// There was a seat; what is due then is open.
        SeatWasThere,
        /// Told so long before that no share of the fare would be due; whether the time
        /// lost counts then is open.
        ToldLongBefore { days: Days },
        /// Told on the day that two shares name: the lower is due, the higher is open.
        FourteenDaysOpen { share: Percent, higher: Percent },
        /// Earlier at both ends, by so much that departure and arrival give different sums.
        /// `arrival`: minutes early.
        EarlyEndsDiffer { departure: Minutes, arrival: Minutes },
    }
}
