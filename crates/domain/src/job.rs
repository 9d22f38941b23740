//! Work that outlives the request that asked for it, as it is stored: a name and
//! ids. What a job needs besides, it reads when it runs.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    claim::MailKind,
    ids::{ClaimId, EventId},
};

/// A kind of job. Its fields are its payload.
///
/// A job may run more than once: its worker can be killed after the work and
/// before that is stored. So it looks first at what is done already.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The name in the queue. Jobs of the release before are still in it when
    /// the next one starts, so a name and the fields behind it do not change.
    const NAME: &'static str;
}

/// Writes to the passenger of a claim about something that happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendClaimMail {
    /// What the mail is about.
    pub mail: MailKind,
    /// The claim.
    pub claim_id: ClaimId,
    /// What happened to it.
    pub event_id: EventId,
}

impl Job for SendClaimMail {
    const NAME: &'static str = "send_claim_mail";
}

impl SendClaimMail {
    /// What the queue knows this job by: a second one with the same key takes
    /// the place of the first.
    pub fn key(&self) -> String {
        format!("{}:{}:{}", Self::NAME, self.mail.name(), self.event_id)
    }
}

/// Deletes what has expired: drafts, sessions, records of mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteExpired {}

impl Job for DeleteExpired {
    const NAME: &'static str = "delete_expired";
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    /// What stands in the queue of a running service must be readable by the
    /// next release: these texts may be added to and never changed.
    #[test]
    fn a_payload_is_ids_and_reads_back() {
        let job = SendClaimMail {
            mail: MailKind::ClaimReceived,
            claim_id: ClaimId::from_uuid(Uuid::from_u128(1)),
            event_id: EventId::from_uuid(Uuid::from_u128(2)),
        };
        let stored = json!({
            "mail": "claim_received",
            "claim_id": "00000000-0000-0000-0000-000000000001",
            "event_id": "00000000-0000-0000-0000-000000000002",
        });
        assert_eq!(serde_json::to_value(job).unwrap(), stored);
        assert_eq!(
            serde_json::from_value::<SendClaimMail>(stored).unwrap(),
            job
        );
        assert_eq!(
            job.key(),
            "send_claim_mail:claim_received:00000000-0000-0000-0000-000000000002"
        );
    }

    /// The schedule adds when a job was due.
    #[test]
    fn a_scheduled_job_takes_no_notice_of_what_the_schedule_adds() {
        let payload = json!({ "_cron": { "ts": "2026-11-30T00:00:00Z", "backfilled": false } });
        assert!(serde_json::from_value::<DeleteExpired>(payload).is_ok());
    }
}
