//! Reading one claim.

use domain::access::{Grant, LinkHolder, Operator, ReadClaims};
use domain::claim::ClaimReference;
use domain::ids::{ClaimId, DraftId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::{ClaimRow, Claims};
use crate::entity::{claim, claim_person};
use crate::error::DbError;

impl Claims<'_> {
    /// The claim that a private link opens; the hash is of the secret in it.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn by_link(&self, link_hash: &[u8; 32]) -> Result<Option<ClaimRow>, DbError> {
        self.one(claim::Entity::find().filter(claim::Column::LinkHash.eq(link_hash.to_vec())))
            .await
    }

    /// The claim whose present link was made by this form; the hash is of what
    /// the form carried.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn by_link_renewal(&self, hash: &[u8; 32]) -> Result<Option<ClaimRow>, DbError> {
        let of_form = claim::Column::LinkRenewalHash.eq(hash.to_vec());
        self.one(claim::Entity::find().filter(of_form)).await
    }

    /// The claim of that reference, for somebody who knows its e-mail address
    /// too.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn for_contact(
        &self,
        reference: ClaimReference,
        email: &str,
    ) -> Result<Option<ClaimRow>, DbError> {
        let of_reference = claim::Column::Reference.eq(reference.to_string());
        let row = self.one(claim::Entity::find().filter(of_reference)).await?;
        let is_theirs = |row: &ClaimRow| {
            let people = row.people.as_ref();
            people.is_some_and(|people| people.email.to_lowercase() == email.to_lowercase())
        };
        Ok(row.filter(is_theirs))
    }

    /// The one claim of somebody who has shown its link before.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn of_holder(&self, holder: &LinkHolder) -> Result<Option<ClaimRow>, DbError> {
        self.one(claim::Entity::find_by_id(holder.claim_id.as_uuid()))
            .await
    }

    /// The claim that a draft became. The caller found the draft by its secret.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn by_draft(&self, draft_id: DraftId) -> Result<Option<ClaimRow>, DbError> {
        self.one(claim::Entity::find().filter(claim::Column::DraftId.eq(draft_id.as_uuid())))
            .await
    }

    /// The claim of that reference: who may read claims reads every one.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn for_staff(
        &self,
        _grant: &Grant<ReadClaims>,
        reference: ClaimReference,
    ) -> Result<Option<ClaimRow>, DbError> {
        self.one(claim::Entity::find().filter(claim::Column::Reference.eq(reference.to_string())))
            .await
    }

    /// The id of the claim of that reference, for who runs the service.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn id_for_operator(
        &self,
        _operator: &Operator,
        reference: ClaimReference,
    ) -> Result<Option<ClaimId>, DbError> {
        let id: Option<Uuid> = claim::Entity::find()
            .select_only()
            .column(claim::Column::Id)
            .filter(claim::Column::Reference.eq(reference.to_string()))
            .into_tuple()
            .one(self.tx)
            .await?;
        Ok(id.map(ClaimId::from_uuid))
    }

    /// The claim of that id, for a job that follows from it.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn for_job(&self, id: ClaimId) -> Result<Option<ClaimRow>, DbError> {
        self.one(claim::Entity::find_by_id(id.as_uuid())).await
    }

    async fn one(&self, query: Select<claim::Entity>) -> Result<Option<ClaimRow>, DbError> {
        let Some(row) = query.one(self.tx).await? else {
            return Ok(None);
        };
        let people = claim_person::Entity::find()
            .filter(claim_person::Column::ClaimId.eq(row.id))
            .order_by_asc(claim_person::Column::Position)
            .all(self.tx)
            .await?;
        ClaimRow::from_parts(row, people).map(Some)
    }
}
