use db::DeliveryState;
use domain::job::SendClaimMail;
use jiff::tz::TimeZone;
use text::mail::{ClaimMail, claim_mail};

use super::{MailError, OutgoingMail};
use crate::jobs::{JobContext, JobError, Run};

/// A mail goes out at least once. That it was begun is stored before, and that
/// the server took it after: between the two nobody knows, and the mail is sent
/// again under the same `Message-ID`.
impl Run for SendClaimMail {
    async fn run(self, context: &JobContext) -> Result<(), JobError> {
        match begin(context, &self).await? {
            Some(mail) => {
                let outcome = context.mailer.send(&mail).await;
                end(context, &self, outcome).await
            }
            None => Ok(()),
        }
    }
}

/// The mail, unless it went out already or its claim was erased.
async fn begin(
    context: &JobContext,
    job: &SendClaimMail,
) -> Result<Option<OutgoingMail>, JobError> {
    let backend = &context.backend;
    let now = backend.now();
    let tx = backend.db().begin().await?;
    // Whose people were erased, nobody is written to.
    let found = tx.claims().for_job(job.claim_id).await?;
    let Some((row, people)) = found.and_then(|row| row.people.clone().map(|people| (row, people)))
    else {
        return Ok(None);
    };
    if tx.deliveries().begin(job, now).await? != DeliveryState::Sending {
        return Ok(None);
    }
    tx.commit().await?;
    let opened = match backend.link_of(&row) {
        Some(link) => backend.opened(&row, link),
        None => backend.issue_link(job.claim_id).await?,
    };
    let facts = &row.facts;
    let link = format!(
        "{}/{}/tracking/{}",
        context.origin,
        facts.language,
        opened.secret.to_text()
    );
    let claim = ClaimMail {
        language: facts.language,
        operator: &context.operator,
        reference: row.reference,
        flight: &facts.flight,
        flight_day: facts.flight_day,
        link: &link,
        link_until: opened.expires_at.to_zoned(TimeZone::UTC).date(),
    };
    Ok(Some(OutgoingMail {
        to: people.email,
        id: format!("{}.{}", job.mail.name(), job.event_id),
        at: now,
        mail: claim_mail(job.mail, &claim),
    }))
}

/// Stores how it ended. A refusal is an end: no trying makes an address right.
async fn end(
    context: &JobContext,
    job: &SendClaimMail,
    outcome: Result<(), MailError>,
) -> Result<(), JobError> {
    let label = match &outcome {
        Ok(()) => "sent",
        Err(MailError::Later(_)) => "later",
        Err(MailError::Refused(_)) => "refused",
    };
    metrics::counter!("mails_total", "outcome" => label).increment(1);
    let now = context.backend.now();
    let tx = context.backend.db().begin().await?;
    match outcome {
        Ok(()) => tx.deliveries().sent(job, now).await?,
        Err(MailError::Later(why)) => return Err(JobError::new(why)),
        Err(MailError::Refused(refusal)) => {
            tracing::warn!(code = refusal.code, status = refusal.status, claim = %job.claim_id, "mail refused");
            tx.deliveries().refused(job, refusal, now).await?;
        }
    }
    Ok(tx.commit().await?)
}
