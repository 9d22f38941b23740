//! What the rules of this regime can find.

use jiff::civil::Date;

use crate::code::{CarrierCode, Country};
use crate::money::Money;
use crate::value::{Days, Minutes, Place, vocabulary};

vocabulary! {
    /// What a step found.
    pub enum Finding {
        /// From one state party to another.
        BetweenStates { origin: Place, destination: Place },
        /// Within one state party, with a stop abroad.
        StopAbroad { stop: Place },
        /// Any flight of an airline with a European licence.
        EuropeanCarrier { carrier: CarrierCode, licence: Country },
        /// Inland, or to a state that is not bound.
        NotInternational { origin: Place, destination: Place },
        /// A state was not bound on the day.
        StateNotBound { airport: Place },
        /// How a state stands is not known.
        StateUnknown { airport: Place },
        /// Part of a ticket that may come back to a bound state.
        ReturnTicketOpen { airport: Place },
        /// The airline's licence would decide.
        LicenceUnknown { carrier: CarrierCode },
        /// Several airlines took part; another may answer as well.
        SeveralCarriers { carrier: CarrierCode },
        /// Arrived late.
        Late { minutes: Minutes },
        /// Arrived late after a cancellation or a refusal.
        LateInTheEnd { minutes: Minutes },
        /// The airline did not carry the passenger to the end.
        NotPerformed,
        /// A lower class is not covered.
        DowngradeNotCovered,
        /// The airline has shown that it did all it could.
        AllMeasuresShown,
        /// The airline has not shown that.
        MeasuresNotShown,
        /// For lost or damaged baggage there is no such excuse.
        NoExcuseForBaggage,
        /// What happened to the baggage is not known.
        BaggageUnknown,
        /// Baggage that never came needs no complaint.
        BaggageLost,
        /// The complaint came in time.
        ComplaintInTime { days: Days, limit: Days },
        /// The complaint came too late.
        ComplaintLate { days: Days, limit: Days },
        /// When the passenger complained is not known.
        ComplaintUnknown { limit: Days },
        /// No loss is shown yet.
        LossUnknown { limit: Money },
        /// There is no loss.
        NoLoss,
        /// The loss is within the limit.
        LossWithinLimit { loss: Money, limit: Money },
        /// The loss is above the limit.
        LossAboveLimit { loss: Money, limit: Money },
        /// Whether it is, the rate of the day decides.
        LossNearLimit { loss: Money, limit: Money },
        /// The two years are over.
        TwoYearsOver { last_day: Date },
        /// The airline speaks of all measures, and no cause is shown that they were taken
        /// against.
        MeasuresWithoutCause,
    }
}
