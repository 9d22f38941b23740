//! What the rules of this regime can find.

use crate::money::Money;
use crate::value::{Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// An airport of the journey lies in Brazil.
        TouchesBrazil { airport: Place },
        /// Care and a choice are due, no fixed sum.
        NoFixedSum,
        /// The flight was moved by so many minutes.
        /// Of stored claims only: no rule finds it any more.
        ScheduleChanged { minutes: Minutes },
        /// The refused flight neither leaves from Brazil nor goes there.
        RefusedElsewhere { origin: Place, destination: Place },
        /// The refused flight stays in Brazil.
        DomesticSum { amount: Money },
        /// The refused flight crosses the border.
        InternationalSum { amount: Money },
        /// The refused flight stays in Brazil, but the journey does not.
        FeederSum { amount: Money, higher: Money },
        /// A lower class gives back part of the price, no fixed sum.
        DowngradeNoSum,
        /// No fixed sum for baggage.
        BaggageNoSum,
        /// The flight was moved by so many minutes. `limit`: what is small.
        ScheduleMoved { minutes: Minutes, limit: Minutes },
    }
}
