//! Whether the carrier is large or small (s1(1), 1(4)).

use crate::code::CarrierCode;
use crate::facts::CarrierSize;
use crate::journey::Journey;
use crate::reference::ReferenceData;

/// The size of the carrier: the fact given, else that of the table. A small
/// carrier that flies under the number of a large one has the large one's
/// duties (s1(4)).
pub fn of(journey: &Journey<'_>, data: &impl ReferenceData) -> Option<CarrierSize> {
    let of_code = |code: CarrierCode| data.carrier(code, journey.day)?.size;
    journey.facts.carrier_size.or_else(|| {
        let (leg, _, _) = journey.disrupted_leg();
        let seller = of_code(leg.seller()).filter(|size| *size == CarrierSize::Large);
        seller.or_else(|| of_code(journey.debtor.code))
    })
}
