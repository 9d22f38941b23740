//! What the rules of this regime can find.

use crate::code::{CarrierCode, Country};
use crate::money::Money;
use crate::value::{Days, Kilometres, Minutes, Percent, Place, vocabulary};
use jiff::civil::Date;

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// The journey has nothing to do with this law.
        OutsideTerritory { origin: Place, destination: Place },
        /// An Indian airline, and an airport of the journey in India.
        IndianCarrier { airport: Place, carrier: CarrierCode },
        /// The airline is licensed elsewhere.
        ForeignCarrier { carrier: CarrierCode, licence: Country },
        /// Nobody knows where the airline is licensed.
        LicenceUnknown { carrier: CarrierCode },
        /// The sums before the revision are not confirmed.
        OlderSums { since: Date },
        /// Told a day or more before, less than two weeks.
        ToldADayBefore { days: Days },
        /// Told less than a day before.
        ToldTooLate,
        /// A connection on the same ticket was missed.
        MissedConnection,
        /// The passenger took the flight the airline offered.
        AlternativeTaken,
        /// The passenger did not take another flight of the airline.
        AlternativeNotTaken,
        /// The booked times of the flight are not known.
        BlockTimeUnknown,
        /// The fare is not known.
        FareUnknown,
        /// The fare is in another currency than the limits.
        FareInOtherCurrency { fare: Money },
        /// The flat sum of the block time is not above the fare.
        FlatSum { minutes: Minutes, amount: Money },
        /// The fare is below the flat sum of the block time.
        FareIsLower { minutes: Minutes, limit: Money, amount: Money },
        /// Whether the flight was oversold is not known.
        OversoldUnknown,
        /// The flight was not oversold.
        NotOversold,
        /// The alternative leaves within an hour.
        AlternativeWithinHour,
        /// The alternative leaves within a day.
        AlternativeWithinDay,
        /// The alternative leaves later, or is not shown.
        AlternativeLater,
        /// No alternative of the airline was taken.
        NoAlternativeUsed,
        /// A share of the fare is due.
        ShareOfFare { fare: Money, share: Percent, amount: Money },
        /// The share of the fare is above the limit.
        ShareCapped { fare: Money, share: Percent, limit: Money },
        /// A strike of the airline's own staff is shown.
        /// Of stored claims only: no rule finds it any more.
        OwnStrikeOpen,
        /// Care and a choice are due, no sum.
        NoSum,
        /// What is due for a lower class is not confirmed.
        DowngradeUnconfirmed,
        /// These rules are not about baggage.
        BaggageNoSum,
        /// The passenger left no contact data.
        NoContactGiven,
        /// The price of the ticket is not known.
        TicketPriceUnknown,
        /// The share of the ticket for a lower class inland.
        DowngradeInland { fare: Money, share: Percent, amount: Money },
        /// The share of the ticket for a lower class abroad.
        DowngradeAbroad { km: Kilometres, fare: Money, share: Percent, amount: Money },
        /// A flight that left early gives no sum.
        NoSumWhenEarly,
        /// A flight that landed elsewhere gives no sum.
        NoSumWhenDiverted,
    }
}
