//! What became of each mail to a passenger.

use domain::claim::MailKind;
use domain::ids::{ClaimId, EventId};
use domain::job::SendClaimMail;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::entity::mail_delivery::{ActiveModel, Column, Entity, Model};
use crate::error::DbError;
use crate::instant;

/// How far a mail has got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryState {
    /// It was begun, and how it ended is not known: the mail server may have it.
    Sending,
    /// The mail server has taken it.
    Sent {
        /// When.
        at: Timestamp,
    },
    /// The mail server has refused it for good.
    Refused {
        /// When.
        at: Timestamp,
        /// How.
        refusal: Refusal,
    },
    /// The mail server has taken it, and it came back later.
    Bounced {
        /// When that was known.
        at: Timestamp,
        /// Why, such as "5.1.1" (RFC 3463).
        status: String,
    },
}

/// What became of a bounce that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bounce {
    /// It is stored, with the mail to the passenger of this claim.
    Stored(ClaimId),
    /// It was known already that this mail did not arrive.
    Known,
}

/// How a mail server refuses for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The code of its reply, 500 to 599 (RFC 5321).
    pub code: u16,
    /// The reason in its reply, such as "5.1.1" (RFC 3463), if it gives one.
    pub status: Option<String>,
}

/// One mail to the passenger of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// What it is about; `None` for a kind that only a newer release knows.
    pub mail: Option<MailKind>,
    /// When it was first tried.
    pub begun_at: Timestamp,
    /// How far it has got.
    pub state: DeliveryState,
}

/// The mail within a unit of work.
#[derive(Debug)]
pub struct Deliveries<'tx> {
    tx: &'tx DatabaseTransaction,
}

impl<'tx> Deliveries<'tx> {
    pub(crate) fn new(tx: &'tx DatabaseTransaction) -> Self {
        Self { tx }
    }

    /// Stores that this mail is begun, unless it is known, and says how far it
    /// has got.
    ///
    /// # Errors
    /// [`DbError::Internal`] when there is no such claim.
    pub async fn begin(
        &self,
        job: &SendClaimMail,
        now: Timestamp,
    ) -> Result<DeliveryState, DbError> {
        let known = OnConflict::columns([Column::EventId, Column::Mail])
            .do_nothing()
            .to_owned();
        let row = ActiveModel {
            event_id: Set(job.event_id.as_uuid()),
            mail: Set(job.mail.name().to_owned()),
            claim_id: Set(job.claim_id.as_uuid()),
            state: Set("sending".to_owned()),
            reply_code: Set(None),
            reply_status: Set(None),
            begun_at: Set(instant::to_driver(now)),
            ended_at: Set(None),
            bounced_at: Set(None),
            bounce_status: Set(None),
        };
        Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(self.tx)
            .await?;
        let key = (job.event_id.as_uuid(), job.mail.name().to_owned());
        let stored = Entity::find_by_id(key).one(self.tx).await?;
        let stored = stored.ok_or_else(|| DbError::Internal("a mail is gone".to_owned()))?;
        Ok(Delivery::try_from(stored)?.state)
    }

    /// Stores that the mail server has taken the mail.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn sent(&self, job: &SendClaimMail, now: Timestamp) -> Result<(), DbError> {
        self.end(job, "sent", None, now).await
    }

    /// Stores that the mail server has refused it for good.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn refused(
        &self,
        job: &SendClaimMail,
        refusal: Refusal,
        now: Timestamp,
    ) -> Result<(), DbError> {
        self.end(job, "refused", Some(refusal), now).await
    }

    /// Stores that a mail came back after the mail server had taken it; `None`
    /// if there is no such mail, or none any more.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn bounced(
        &self,
        mail: MailKind,
        event_id: EventId,
        status: &str,
        now: Timestamp,
    ) -> Result<Option<Bounce>, DbError> {
        let key = (event_id.as_uuid(), mail.name().to_owned());
        let found = Entity::find_by_id(key)
            .lock_exclusive()
            .one(self.tx)
            .await?;
        let Some(row) = found else {
            return Ok(None);
        };
        if row.bounced_at.is_some() || row.state == "refused" {
            return Ok(Some(Bounce::Known));
        }
        let claim_id = ClaimId::from_uuid(row.claim_id);
        let now = instant::to_driver(now);
        // What came back was taken, whether or not the worker lived to hear it.
        let ended_at = row.ended_at.unwrap_or(now);
        let mut row = ActiveModel::from(row);
        row.state = Set("sent".to_owned());
        row.ended_at = Set(Some(ended_at));
        row.bounced_at = Set(Some(now));
        row.bounce_status = Set(Some(status.to_owned()));
        row.update(self.tx).await?;
        Ok(Some(Bounce::Stored(claim_id)))
    }

    async fn end(
        &self,
        job: &SendClaimMail,
        state: &str,
        refusal: Option<Refusal>,
        now: Timestamp,
    ) -> Result<(), DbError> {
        let code = refusal.as_ref().map(|refusal| i32::from(refusal.code));
        let ended = ActiveModel {
            state: Set(state.to_owned()),
            reply_code: Set(code),
            reply_status: Set(refusal.and_then(|refusal| refusal.status)),
            ended_at: Set(Some(instant::to_driver(now))),
            ..Default::default()
        };
        Entity::update_many()
            .set(ended)
            .filter(Column::EventId.eq(job.event_id.as_uuid()))
            .filter(Column::Mail.eq(job.mail.name()))
            .filter(Column::State.eq("sending"))
            .exec(self.tx)
            .await?;
        Ok(())
    }

    /// The mail of one claim, oldest first. The caller has the id from a query
    /// that asked whose claim it is.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn of_claim(&self, claim_id: ClaimId) -> Result<Vec<Delivery>, DbError> {
        let rows = Entity::find()
            .filter(Column::ClaimId.eq(claim_id.as_uuid()))
            .order_by_asc(Column::BegunAt)
            .order_by_asc(Column::EventId)
            .all(self.tx)
            .await?;
        rows.into_iter().map(Delivery::try_from).collect()
    }

    /// Forgets the mail that ended at `before` or earlier, and says how many.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn delete_ended(&self, before: Timestamp) -> Result<u64, DbError> {
        let gone = Entity::delete_many()
            .filter(Column::EndedAt.lte(instant::to_driver(before)))
            .exec(self.tx)
            .await?;
        Ok(gone.rows_affected)
    }
}

impl TryFrom<Model> for Delivery {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let at = row.ended_at.map(instant::from_driver);
        let bounced = row.bounced_at.map(instant::from_driver);
        let state = match (row.state.as_str(), bounced.or(at)) {
            ("sent", Some(at)) if bounced.is_some() => DeliveryState::Bounced {
                at,
                status: row.bounce_status.unwrap_or_default(),
            },
            ("sending", None) => DeliveryState::Sending,
            ("sent", Some(at)) => DeliveryState::Sent { at },
            ("refused", Some(at)) => DeliveryState::Refused {
                at,
                refusal: Refusal {
                    code: row
                        .reply_code
                        .and_then(|code| u16::try_from(code).ok())
                        .unwrap_or(550),
                    status: row.reply_status,
                },
            },
            (state, _) => return Err(DbError::unreadable("mail_deliveries.state", state)),
        };
        Ok(Self {
            mail: MailKind::from_name(&row.mail),
            begun_at: instant::from_driver(row.begun_at),
            state,
        })
    }
}
