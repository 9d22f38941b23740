//! Claims that a release before the first stored form has written.

use domain::ids::ClaimId;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DerivePartialModel, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::Claims;
use crate::entity::claim::{ActiveModel, Column, Entity};
use crate::error::DbError;
use crate::instant;

/// A claim whose statement is still the raw answers of the form.
#[derive(Debug, Clone, PartialEq)]
pub struct UnversionedClaim {
    /// Its id.
    pub id: ClaimId,
    /// When it was sent.
    pub submitted_at: Timestamp,
    /// The law that applies, when one does.
    pub regime: Option<String>,
    /// Field name to what was typed.
    pub statement: Value,
    /// The assessment in the contract's shape, with English sentences.
    pub assessment: Value,
}

/// The condition of the index that finds them.
const UNVERSIONED: &str = "NOT statement ? 'version'";

impl Claims<'_> {
    /// The next claims, by id, that are stored without a version; nobody else
    /// changes them until this unit of work ends.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn unversioned(
        &self,
        after: Option<ClaimId>,
        limit: u16,
    ) -> Result<Vec<UnversionedClaim>, DbError> {
        let mut query = Entity::find().filter(Expr::cust(UNVERSIONED));
        if let Some(after) = after {
            query = query.filter(Column::Id.gt(after.as_uuid()));
        }
        let rows = query
            .order_by_asc(Column::Id)
            .limit(u64::from(limit))
            .lock_exclusive()
            .into_partial_model::<Row>()
            .all(self.tx)
            .await?;
        Ok(rows.into_iter().map(UnversionedClaim::from).collect())
    }

    /// Stores what such a claim is in a versioned form. It changes nothing that
    /// anybody reads, so the claim's version stays.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when it has a version already.
    pub async fn upgrade(
        &self,
        id: ClaimId,
        statement: Value,
        assessment: Value,
    ) -> Result<(), DbError> {
        let row = ActiveModel {
            statement: Set(statement),
            assessment: Set(assessment),
            ..Default::default()
        };
        let changed = Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(id.as_uuid()))
            .filter(Expr::cust(UNVERSIONED))
            .exec(self.tx)
            .await?;
        match changed.rows_affected {
            0 => Err(DbError::stale()),
            _ => Ok(()),
        }
    }
}

#[derive(DerivePartialModel)]
#[sea_orm(entity = "Entity")]
struct Row {
    id: uuid::Uuid,
    submitted_at: time::OffsetDateTime,
    regime: Option<String>,
    statement: Value,
    assessment: Value,
}

impl From<Row> for UnversionedClaim {
    fn from(row: Row) -> Self {
        Self {
            id: ClaimId::from_uuid(row.id),
            submitted_at: instant::from_driver(row.submitted_at),
            regime: row.regime,
            statement: row.statement,
            assessment: row.assessment,
        }
    }
}
