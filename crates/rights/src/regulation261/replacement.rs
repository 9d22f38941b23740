//! What a replacement journey did in its turn.

use crate::facts::Reroute;
use crate::finding::Finding;
use crate::journey::Journey;
use crate::reasoning::Reasoning;

use super::rule;
use super::scheme::Scheme;

/// Notes a replacement the passenger took that was late in its turn: a second sum may be due (C-832/18). It stays a remark, because
/// a case tells of one disruption.
pub fn note_second_disruption(scheme: &Scheme, journey: &Journey<'_>, notes: &mut Reasoning) {
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
    if scheme.late.is_reached(minutes) {
        notes.met(rule::SECOND_EVENT, Finding::ReplacementLateToo { minutes });
    }
}
