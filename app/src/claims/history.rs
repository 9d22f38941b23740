use backend::FollowedClaim;
use domain::{Language, claim::EventKind};
use jiff::{Timestamp, tz::TimeZone};

use crate::{
    tr,
    ui::{StopState, TimelineEntry},
    wording,
};

/// What has happened to a claim, in order.
pub fn history(language: Language, claim: &FollowedClaim) -> Vec<TimelineEntry> {
    claim
        .history
        .iter()
        .map(|line| TimelineEntry {
            state: StopState::Done,
            title: event_words(language, line.kind),
            who: match line.by_passenger {
                true => tr!(language, claims.by_you),
                false => tr!(language, claims.by_us),
            },
            when: Some(instant(language, line.at)),
            text: None,
            state_word: tr!(language, intake.progress.done),
        })
        .collect()
}

/// An instant for a `<time>`: for machines, and in words.
pub fn instant(language: Language, at: Timestamp) -> (Option<String>, String) {
    let zoned = at.to_zoned(TimeZone::UTC);
    let text = format!(
        "{}, {} UTC",
        wording::day(language, zoned.date()),
        wording::clock(zoned.time())
    );
    (Some(at.strftime("%Y-%m-%dT%H:%MZ").to_string()), text)
}

fn event_words(language: Language, kind: EventKind) -> String {
    match kind {
        EventKind::ClaimSubmitted => tr!(language, claims.event_submitted),
        EventKind::ClaimApproved => tr!(language, claims.event_approved),
        EventKind::ClaimRejected => tr!(language, claims.event_rejected),
        EventKind::ClaimWithdrawn => tr!(language, claims.event_withdrawn),
        EventKind::LinkRenewed => tr!(language, claims.event_link_renewed),
    }
}
