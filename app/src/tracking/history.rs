use backend::TrackedClaim;
use domain::{Language, claim::EventKind};
use jiff::{Timestamp, tz::TimeZone};
use rights::Code;

use crate::ui::{StopState, TimelineEntry};
use text::{format, tr};

/// What has happened to a claim, in order.
pub fn history(language: Language, claim: &TrackedClaim) -> Vec<TimelineEntry> {
    claim
        .history
        .iter()
        .map(|line| TimelineEntry {
            state: StopState::Done,
            title: event_words(language, &line.kind),
            who: match line.by_passenger {
                true => tr!(language, tracking.by_you),
                false => tr!(language, tracking.by_us),
            },
            when: Some(instant(language, line.at)),
            text: None,
            state_word: tr!(language, claim_form.progress.done),
        })
        .collect()
}

/// An instant for a `<time>`: for machines, and in words.
pub fn instant(language: Language, at: Timestamp) -> (Option<String>, String) {
    let zoned = at.to_zoned(TimeZone::UTC);
    let text = format!(
        "{}, {} UTC",
        format::day(language, zoned.date()),
        format::clock(zoned.time())
    );
    (Some(at.strftime("%Y-%m-%dT%H:%MZ").to_string()), text)
}

fn event_words(language: Language, kind: &Code<EventKind>) -> String {
    let Some(known) = kind.known() else {
        return tr!(language, tracking.event_unknown);
    };
    match known {
        EventKind::ClaimSubmitted => tr!(language, tracking.event_submitted),
        EventKind::ClaimApproved => tr!(language, tracking.event_approved),
        EventKind::ClaimRejected => tr!(language, tracking.event_rejected),
        EventKind::ClaimWithdrawn => tr!(language, tracking.event_withdrawn),
        EventKind::LinkRenewed => tr!(language, tracking.event_link_renewed),
        EventKind::ClaimReassessed => tr!(language, tracking.event_reassessed),
        EventKind::ClaimErased => tr!(language, tracking.event_erased),
    }
}
