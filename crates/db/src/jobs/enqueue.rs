//! Adding jobs.

use domain::claim::Effect;
use domain::ids::{ClaimId, EventId};
use domain::job::{Job, SendClaimMail};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};

use crate::error::DbError;
use crate::live;
use crate::trace;

/// The field of a payload that no job reads and its span is linked by.
pub const TRACEPARENT: &str = "traceparent";

/// Stores the work that follows from an event, in the transaction of the event:
/// both happen or neither does.
///
/// The event tells two effects of the same kind apart, so that each is stored
/// once however often the transaction is tried.
pub(crate) async fn enqueue(
    tx: &DatabaseTransaction,
    claim_id: ClaimId,
    event_id: EventId,
    effects: &[Effect],
) -> Result<(), DbError> {
    for effect in effects {
        match *effect {
            Effect::SendMail(mail, _) => {
                let job = SendClaimMail {
                    mail,
                    claim_id,
                    event_id,
                };
                add(tx, &job, &job.key()).await?;
            }
            Effect::NotifyViewers(_) => live::notify(tx, claim_id).await?,
        }
    }
    Ok(())
}

pub(super) async fn add<J: Job>(
    tx: &DatabaseTransaction,
    job: &J,
    key: &str,
) -> Result<(), DbError> {
    let payload = payload(job, trace::traceparent())
        .map_err(|error| DbError::Internal(format!("job {}: {error}", J::NAME)))?;
    let values: [Value; 3] = [J::NAME.into(), payload.into(), key.into()];
    let sql = "SELECT FROM graphile_worker.add_job($1, payload => $2::json, job_key => $3)";
    tx.execute_raw(Statement::from_sql_and_values(
        tx.get_database_backend(),
        sql,
        values,
    ))
    .await?;
    Ok(())
}

/// The ids of a job and, where somebody records it, the trace that it follows from.
fn payload<J: Job>(job: &J, traceparent: Option<String>) -> serde_json::Result<String> {
    let mut payload = serde_json::to_value(job)?;
    if let (Some(fields), Some(traceparent)) = (payload.as_object_mut(), traceparent) {
        fields.insert(TRACEPARENT.to_owned(), traceparent.into());
    }
    serde_json::to_string(&payload)
}

#[cfg(test)]
mod tests {
    use domain::job::DeleteExpired;

    use super::payload;

    #[test]
    fn a_payload_names_a_trace_only_where_one_is_recorded() {
        assert_eq!(payload(&DeleteExpired {}, None).unwrap(), "{}");
        let traced = payload(&DeleteExpired {}, Some("00-1-2-01".to_owned())).unwrap();
        assert_eq!(traced, r#"{"traceparent":"00-1-2-01"}"#);
        // A release that knows nothing of traces does the job as well.
        assert!(serde_json::from_str::<DeleteExpired>(&traced).is_ok());
    }
}
