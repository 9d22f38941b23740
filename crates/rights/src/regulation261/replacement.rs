//! What a replacement journey did in its turn.

use crate::facts::Reroute;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::delay::THRESHOLD;
use super::rule;

/// Notes a replacement the passenger took that came three hours or more after
/// its own time: a second sum may be due (C-832/18). It stays a remark, because
/// a case tells of one disruption.
pub fn note_second_disruption(journey: &Journey<'_>, notes: &mut Reasoning) {
    let Some(offer) = journey.offer().filter(|offer| offer.accepted == Some(true)) else {
        return;
    };
    // Without an arrival of its own the replacement came when the passenger did.
    let real = Reroute {
        arrival: None,
        ..offer
    };
    let (Some(planned), Some(real)) = (
        offer.arrival.and_then(|_| journey.arrives_late(&offer)),
        journey.arrives_late(&real),
    ) else {
        return;
    };
    let minutes = real.saturating_sub(planned);
    if minutes >= THRESHOLD {
        notes.met(rule::SECOND_EVENT, Finding::ReplacementLateToo { minutes });
    }
}
