use db::StaffRow;
use domain::{access::Staff, ids::StaffId};

use crate::{Backend, Error};

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The address or the password is wrong; which, nobody is told.
    #[error("wrong e-mail address or password")]
    Wrong,
    /// Too many tries.
    #[error("too many tries")]
    TooMany,
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl SignInError {
    fn of_limit(error: Error) -> Self {
        match error {
            Error::TooMany => SignInError::TooMany,
            error => SignInError::Other(error),
        }
    }
}

impl Backend {
    /// Checks an e-mail address and a password; `address` is where it comes from.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn sign_in(
        &self,
        address: &str,
        email: &str,
        password: &str,
    ) -> Result<Staff, SignInError> {
        let attempt = self.limits.sign_in(address, email, self.now()).await;
        let attempt = attempt.map_err(SignInError::of_limit)?;
        let found = self.account_of(address, email, password).await;
        // Only wrong passwords stay counted.
        if !matches!(found, Ok(None)) {
            attempt.forgive(self.now()).await;
        }
        found?.ok_or(SignInError::Wrong)
    }

    /// Who has this address and this password. It takes as long for an address
    /// that nobody has.
    async fn account_of(
        &self,
        address: &str,
        email: &str,
        password: &str,
    ) -> Result<Option<Staff>, Error> {
        let account = {
            let tx = self.db.begin().await?;
            tx.staff().by_email(email.trim()).await?
        };
        let account = account.filter(|account| account.disabled_at.is_none());
        let hash = account
            .as_ref()
            .map(|account| account.password_hash.as_str());
        let right = self.passwords.verify(address, password, hash).await?;
        Ok(account.filter(|_| right).map(staff))
    }

    /// The member of staff of a session, unless the account was disabled since.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn staff(&self, id: StaffId) -> Result<Option<Staff>, Error> {
        let tx = self.db.begin().await?;
        let account = tx
            .staff()
            .by_id(id)
            .await?
            .filter(|account| account.disabled_at.is_none());
        Ok(account.map(staff))
    }
}

fn staff(account: StaffRow) -> Staff {
    Staff {
        id: account.id,
        name: account.name,
        role: account.role,
    }
}
