//! Who a claim is of, apart from what happened, so that it can be erased.

use domain::ids::ClaimId;
use sea_orm::ActiveValue::Set;

use crate::entity::claim_person::{ActiveModel, Model};
use crate::error::DbError;

/// Who travelled, and where to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People {
    /// The names of all who travelled, at least one, in the order of the form.
    /// The first sent the claim.
    pub names: Vec<String>,
    /// Where to write to.
    pub email: String,
}

impl People {
    /// Who sent the claim.
    #[must_use]
    pub fn lead(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }

    /// How many travelled.
    pub(super) fn count(&self) -> Result<i32, DbError> {
        i32::try_from(self.names.len())
            .map_err(|error| DbError::Internal(format!("people: {error}")))
    }

    pub(super) fn rows(self, claim_id: ClaimId) -> Vec<ActiveModel> {
        let mut email = Some(self.email);
        (0..)
            .zip(self.names)
            .map(|(position, name)| ActiveModel {
                claim_id: Set(claim_id.as_uuid()),
                position: Set(position),
                name: Set(name),
                email: Set(email.take()),
            })
            .collect()
    }

    /// From the rows in order; `None` once they are erased.
    pub(super) fn from_rows(rows: Vec<Model>) -> Option<Self> {
        let email = rows.first()?.email.clone()?;
        let names = rows.into_iter().map(|row| row.name).collect();
        Some(Self { names, email })
    }
}
