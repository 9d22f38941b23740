//! The accounts of those who review.

use std::fmt;

use std::collections::BTreeMap;

use domain::access::Role;
use domain::ids::StaffId;
use jiff::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::entity::staff::{ActiveModel, Column, Entity, Model};
use crate::entity::staff_session;
use crate::error::DbError;
use crate::instant;

/// An account.
#[derive(Clone, PartialEq, Eq)]
pub struct StaffRow {
    /// Its id.
    pub id: StaffId,
    /// The address that signs in; stored in lower case.
    pub email: String,
    /// How the person is called.
    pub name: String,
    /// The hash of the password, with its parameters.
    pub password_hash: String,
    /// What the account may do.
    pub role: Role,
    /// When it was made.
    pub created_at: Timestamp,
    /// Since when it cannot sign in.
    pub disabled_at: Option<Timestamp>,
}

impl fmt::Debug for StaffRow {
    /// Leaves out the hash, which has no business in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaffRow")
            .field("id", &self.id.as_uuid())
            .field("email", &self.email)
            .field("role", &self.role)
            .field("disabled_at", &self.disabled_at)
            .finish_non_exhaustive()
    }
}

/// The accounts within a unit of work. These queries read no claim; they serve
/// signing in and the administration of accounts.
#[derive(Debug)]
pub struct Staff<'tx> {
    tx: &'tx DatabaseTransaction,
}

impl<'tx> Staff<'tx> {
    pub(crate) fn new(tx: &'tx DatabaseTransaction) -> Self {
        Self { tx }
    }

    /// Stores a new account; its address is put into lower case.
    ///
    /// # Errors
    /// [`DbError::Conflict`] when the address has an account.
    pub async fn insert(&self, account: StaffRow) -> Result<(), DbError> {
        let row = ActiveModel {
            id: Set(account.id.as_uuid()),
            email: Set(account.email.to_lowercase()),
            name: Set(account.name),
            password_hash: Set(account.password_hash),
            role: Set(account.role.name().to_owned()),
            created_at: Set(instant::to_driver(account.created_at)),
            disabled_at: Set(account.disabled_at.map(instant::to_driver)),
        };
        Entity::insert(row).exec_without_returning(self.tx).await?;
        Ok(())
    }

    /// The account of an address in whatever case, disabled ones included: the
    /// caller must look at `disabled_at`.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn by_email(&self, email: &str) -> Result<Option<StaffRow>, DbError> {
        // A NUL, which PostgreSQL refuses, is in nobody's address.
        if email.contains('\0') {
            return Ok(None);
        }
        let query = Entity::find().filter(Column::Email.eq(email.to_lowercase()));
        query
            .one(self.tx)
            .await?
            .map(StaffRow::try_from)
            .transpose()
    }

    /// The account of an id, disabled ones included.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn by_id(&self, id: StaffId) -> Result<Option<StaffRow>, DbError> {
        let query = Entity::find_by_id(id.as_uuid());
        query
            .one(self.tx)
            .await?
            .map(StaffRow::try_from)
            .transpose()
    }

    /// The names of these accounts, disabled ones included.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn names(&self, ids: &[StaffId]) -> Result<BTreeMap<StaffId, String>, DbError> {
        if ids.is_empty() {
            return Ok(BTreeMap::new());
        }
        let ids = ids.iter().map(StaffId::as_uuid);
        let rows = Entity::find()
            .filter(Column::Id.is_in(ids))
            .all(self.tx)
            .await?;
        let names = rows.into_iter();
        Ok(names
            .map(|row| (StaffId::from_uuid(row.id), row.name))
            .collect())
    }

    /// Every account, by address.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn list(&self) -> Result<Vec<StaffRow>, DbError> {
        let rows = Entity::find()
            .order_by_asc(Column::Email)
            .all(self.tx)
            .await?;
        rows.into_iter().map(StaffRow::try_from).collect()
    }

    /// Keeps the account from signing in and ends its sessions; `false` when there
    /// is none that could.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn disable(&self, id: StaffId, at: Timestamp) -> Result<bool, DbError> {
        let done = Entity::update_many()
            .col_expr(Column::DisabledAt, Expr::value(instant::to_driver(at)))
            .filter(Column::Id.eq(id.as_uuid()))
            .filter(Column::DisabledAt.is_null())
            .exec(self.tx)
            .await?;
        self.end_sessions(id).await?;
        Ok(done.rows_affected == 1)
    }

    /// Ends the sessions of the account, and says how many there were.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn end_sessions(&self, id: StaffId) -> Result<u64, DbError> {
        let ended = staff_session::Entity::delete_many()
            .filter(staff_session::Column::StaffId.eq(id.as_uuid()))
            .exec(self.tx)
            .await?;
        Ok(ended.rows_affected)
    }

    /// Lets a disabled account sign in again; `false` when there is none.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn enable(&self, id: StaffId) -> Result<bool, DbError> {
        let row = ActiveModel {
            disabled_at: Set(None),
            ..Default::default()
        };
        let done = Entity::update_many()
            .set(row)
            .filter(Column::Id.eq(id.as_uuid()))
            .filter(Column::DisabledAt.is_not_null())
            .exec(self.tx)
            .await?;
        Ok(done.rows_affected == 1)
    }

    /// Replaces the password; `false` when there is no such account.
    ///
    /// # Errors
    /// [`DbError::Unavailable`] and [`DbError::Internal`].
    pub async fn set_password_hash(&self, id: StaffId, hash: &str) -> Result<bool, DbError> {
        let done = Entity::update_many()
            .col_expr(Column::PasswordHash, Expr::value(hash))
            .filter(Column::Id.eq(id.as_uuid()))
            .exec(self.tx)
            .await?;
        Ok(done.rows_affected == 1)
    }
}

impl TryFrom<Model> for StaffRow {
    type Error = DbError;

    fn try_from(row: Model) -> Result<Self, DbError> {
        let role = Role::from_name(&row.role)
            .ok_or_else(|| DbError::unreadable("staff.role", &row.role))?;
        Ok(Self {
            id: StaffId::from_uuid(row.id),
            email: row.email,
            name: row.name,
            password_hash: row.password_hash,
            role,
            created_at: instant::from_driver(row.created_at),
            disabled_at: row.disabled_at.map(instant::from_driver),
        })
    }
}
