//! What a booking counts as, in the reasoning.

use crate::finding::Finding;
use crate::journey::{Journey, Unit, place};
use crate::reasoning::Reasoning;
use crate::rule::Rule;

/// Notes what the booking counts as.
pub fn note_unit(
    one_booking: Rule,
    return_journey: Rule,
    journey: &Journey<'_>,
    notes: &mut Reasoning,
) {
    let (origin, destination) = (place(journey.origin()), place(journey.destination()));
    match journey.unit {
        Unit::WholeBooking if journey.legs.len() > 1 => {
            let legs = u8::try_from(journey.legs.len()).unwrap_or(u8::MAX);
            notes.met(
                one_booking,
                Finding::OneBooking {
                    legs,
                    origin,
                    destination,
                },
            );
        }
        Unit::WholeBooking => {}
        Unit::SeparateLeg => {
            notes.met(
                one_booking,
                Finding::SeparateBookings {
                    origin,
                    destination,
                },
            );
        }
        Unit::OneWayOfReturn => {
            notes.met(
                return_journey,
                Finding::OutboundAndReturn {
                    origin,
                    destination,
                },
            );
        }
    }
}
