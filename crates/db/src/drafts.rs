//! Claims that are still being written.
//!
//! A draft belongs to whoever holds the secret in the cookie: drafts are found
//! by its hash and in no other way, and never once they have expired.

use std::collections::BTreeMap;

use domain::Language;
use domain::ids::{ClaimId, DraftId};
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
    Select, UpdateMany,
};

use crate::entity::draft::{ActiveModel, Column, Entity, Model};
use crate::error::DbError;
use crate::expired::{self, Expired};
use crate::instant;

/// A draft before it is stored; it starts empty and in version 1.
#[derive(Debug, Clone)]
pub struct NewDraft {
    /// Its id.
    pub id: DraftId,
    /// SHA-256 of the secret in the cookie.
    pub key_hash: [u8; 32],
    /// The language it is written in.
    pub language: Language,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it stops being found.
    pub expires_at: Timestamp,
}

/// A draft as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// Its id.
    pub id: DraftId,
    /// Field name to what was typed, unparsed.
    pub answers: BTreeMap<String, String>,
    /// The language it is written in.
    pub language: Language,
    /// Counts the savings, from 1.
    pub version: i32,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last saved or sent.
    pub updated_at: Timestamp,
    /// When it stops being found.
    pub expires_at: Timestamp,
    /// The claim that it became, once sent.
    pub claim_id: Option<ClaimId>,
}

/// The drafts: to read and change within a unit of work, or only to read.
#[derive(Debug)]
pub struct Drafts<'c, C = DatabaseTransaction> {
    connection: &'c C,
}

impl<'c, C: ConnectionTrait> Drafts<'c, C> {
    pub(crate) fn new(connection: &'c C) -> Self {
        Self { connection }
    }

    /// The draft of this secret, unless it has expired at `now`.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn find_by_key(
        &self,
        key_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<DraftRow>, DbError> {
        let found = of_key(key_hash, now).one(self.connection).await?;
        found.map(DraftRow::try_from).transpose()
    }
}

impl Drafts<'_> {
    /// Stores a new draft.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the id or the secret is taken.
    pub async fn create(&self, draft: NewDraft) -> Result<(), DbError> {
        let created_at = instant::to_driver(draft.created_at);
        let row = ActiveModel {
            id: Set(draft.id.as_uuid()),
            key_hash: Set(draft.key_hash.to_vec()),
            answers: Set(serde_json::json!({})),
            language: Set(draft.language.tag().to_owned()),
            version: Set(1),
            created_at: Set(created_at),
            updated_at: Set(created_at),
            expires_at: Set(instant::to_driver(draft.expires_at)),
            claim_id: Set(None),
        };
        Entity::insert(row)
            .exec_without_returning(self.connection)
            .await?;
        Ok(())
    }

    /// As [`Drafts::find_by_key`], and nobody else can change or lock the draft
    /// until this unit of work ends: of two sendings the second waits here and
    /// then sees the claim that the first made.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] also when the other holds on for too long.
    pub async fn lock_by_key(
        &self,
        key_hash: &[u8; 32],
        now: Timestamp,
    ) -> Result<Option<DraftRow>, DbError> {
        let found = of_key(key_hash, now)
            .lock_exclusive()
            .one(self.connection)
            .await?;
        found.map(DraftRow::try_from).transpose()
    }

    /// Replaces the answers of a draft that was read in `version`; afterwards it
    /// is in the next one.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when it was saved or sent in between, in another tab
    /// for example.
    pub async fn save_answers(
        &self,
        id: DraftId,
        version: i32,
        answers: &BTreeMap<String, String>,
        language: Language,
        now: Timestamp,
    ) -> Result<(), DbError> {
        let update = unsent(id)
            .col_expr(Column::Answers, Expr::value(to_json(answers)))
            .col_expr(Column::Language, Expr::value(language.tag()))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .col_expr(Column::UpdatedAt, Expr::value(instant::to_driver(now)))
            .filter(Column::Version.eq(version));
        self.update_one(update).await
    }

    /// Remembers the claim that the draft became; from then on it cannot change.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when it was sent already.
    pub async fn mark_sent(
        &self,
        id: DraftId,
        claim_id: ClaimId,
        now: Timestamp,
    ) -> Result<(), DbError> {
        let update = unsent(id)
            .col_expr(Column::ClaimId, Expr::value(claim_id.as_uuid()))
            // The claim has them now; one copy is enough to keep and to delete.
            .col_expr(Column::Answers, Expr::value(serde_json::json!({})))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .col_expr(Column::UpdatedAt, Expr::value(instant::to_driver(now)));
        self.update_one(update).await
    }

    /// Deletes some of what nobody finds any more at `now`, and says how many: when
    /// it is [`EXPIRED_BATCH`](crate::EXPIRED_BATCH), there may be more.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn delete_expired(&self, now: Timestamp) -> Result<u64, DbError> {
        let now = instant::to_driver(now).into();
        expired::delete_batch(self.connection, &EXPIRED, [now]).await
    }

    async fn update_one(&self, update: UpdateMany<Entity>) -> Result<(), DbError> {
        match update.exec(self.connection).await?.rows_affected {
            0 => Err(DbError::stale()),
            _ => Ok(()),
        }
    }
}

const EXPIRED: Expired = Expired {
    table: "drafts",
    key: "id",
    rows: "expires_at <= $1 ORDER BY expires_at",
};

fn of_key(key_hash: &[u8; 32], now: Timestamp) -> Select<Entity> {
    Entity::find()
        .filter(Column::KeyHash.eq(key_hash.to_vec()))
        .filter(Column::ExpiresAt.gt(instant::to_driver(now)))
}

fn unsent(id: DraftId) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(id.as_uuid()))
        .filter(Column::ClaimId.is_null())
}

/// PostgreSQL has no NUL in text. Nobody types one, so a request that carries it
/// is hostile and loses it here instead of failing as if it were our fault.
fn to_json(answers: &BTreeMap<String, String>) -> serde_json::Value {
    let clean = |text: &str| text.replace('\0', "");
    answers
        .iter()
        .map(|(field, typed)| (clean(field), serde_json::Value::String(clean(typed))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

impl TryFrom<Model> for DraftRow {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        Ok(Self {
            id: DraftId::from_uuid(row.id),
            answers: serde_json::from_value(row.answers)
                .map_err(|error| DbError::unreadable("drafts.answers", error))?,
            language: row
                .language
                .parse()
                .map_err(|_| DbError::unreadable("drafts.language", &row.language))?,
            version: row.version,
            created_at: instant::from_driver(row.created_at),
            updated_at: instant::from_driver(row.updated_at),
            expires_at: instant::from_driver(row.expires_at),
            claim_id: row.claim_id.map(ClaimId::from_uuid),
        })
    }
}
