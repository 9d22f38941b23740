use db::{Conflict, DbError, StaffRow};
use domain::{access::Role, claim_form::Email, ids::StaffId};

use crate::{Backend, Error};

/// Shortest password, in characters. Nothing else is asked of it: length is
/// what guessing cannot get around.
pub const MIN_PASSWORD: usize = 12;

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum NewStaffError {
    /// Not an e-mail address.
    #[error("this is not an e-mail address")]
    Email,
    /// No name.
    #[error("the name is empty")]
    Name,
    /// Too short.
    #[error("the password is shorter than {MIN_PASSWORD} characters")]
    Password,
    /// There is an account with this address.
    #[error("there is an account with this e-mail address already")]
    Taken,
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl Backend {
    /// Makes an account for the desk.
    ///
    /// # Errors
    /// See [`NewStaffError`].
    pub async fn add_staff(
        &self,
        email: &str,
        name: &str,
        role: Role,
        password: &str,
    ) -> Result<StaffId, NewStaffError> {
        let email = Email::parse(email).map_err(|_| NewStaffError::Email)?;
        let name = name.trim();
        if name.is_empty() {
            return Err(NewStaffError::Name);
        }
        if password.chars().count() < MIN_PASSWORD {
            return Err(NewStaffError::Password);
        }
        let password_hash = self.passwords.hash(password).await?;
        let now = self.now();
        let account = StaffRow {
            id: self.ids.staff(now),
            email: email.as_str().to_lowercase(),
            name: name.to_owned(),
            password_hash,
            role,
            created_at: now,
            disabled_at: None,
        };
        let id = account.id;
        let tx = self.db.begin().await.map_err(Error::from)?;
        match tx.staff().insert(account).await {
            Err(DbError::Conflict(Conflict::Duplicate(_))) => return Err(NewStaffError::Taken),
            other => other.map_err(Error::from)?,
        }
        tx.commit().await.map_err(Error::from)?;
        Ok(id)
    }

    /// Whether anybody can sign in at all.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn has_staff(&self) -> Result<bool, Error> {
        let tx = self.db.begin().await?;
        Ok(!tx.staff().list().await?.is_empty())
    }
}
