//! What the rules of this regime can find.

use jiff::civil::Date;

use crate::code::{CarrierCode, Country};
use crate::money::Money;
use crate::value::{Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// The journey starts in Turkey.
        StartsInTurkey { airport: Place },
        /// It ends in Turkey, on a Turkish carrier.
        ArrivesOnTurkishCarrier {
            destination: Place,
            carrier: CarrierCode,
            licence: Country,
        },
        /// It only changes planes in Turkey.
        ChangesPlanes { airport: Place },
        /// A free or staff ticket is covered.
        FreeTicketCovered,
        /// The flight was before the day from which delays give a sum.
        NoDelaySumBefore { day: Date, since: Date },
        /// It left more than an hour early, and whether that is a cancellation
        /// is open.
        /// Of stored claims only: no rule finds it any more.
        BroughtForwardOpen { minutes: Minutes },
        /// It came down far away or came back, and whether that is a
        /// cancellation is open.
        DivertedFarOpen { landed_at: Place },
        /// A strike of the carrier's own staff.
        OwnStrikeOpen,
        /// Both ends in Turkey.
        Domestic {
            origin: Place,
            destination: Place,
            amount: Money,
        },
        /// What is due for a lower class is open.
        DowngradeOpen,
        /// No sum for baggage.
        NoBaggageSum,
        /// It left more than an hour early, which is a cancellation.
        BroughtForwardIsCancelled { minutes: Minutes },
        /// Whether a replacement halves the sum inside Turkey is open.
        DomesticHalvingOpen { lower: Money, amount: Money },
        /// The fare was taken back, and the sum is due beside it.
        SumBesideFare,
        /// The fare was taken back, and how late the flight came is not known.
        FareBackArrivalUnknown,
    }
}
