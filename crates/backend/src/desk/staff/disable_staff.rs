use db::StaffRow;
use domain::ids::StaffId;

use crate::{Backend, Error};

impl Backend {
    /// Keeps an account from signing in, and ends its sessions. Staff are never
    /// deleted: decisions go on to name them.
    ///
    /// # Errors
    /// [`Error::NotFound`] if no account has this address, [`Error::Conflict`]
    /// if it is disabled already.
    pub async fn disable_staff(&self, email: &str) -> Result<StaffId, Error> {
        let tx = self.db.begin().await?;
        let account = account(tx.staff().by_email(email.trim()).await?)?;
        if !tx.staff().disable(account.id, self.now()).await? {
            return Err(Error::Conflict);
        }
        tx.commit().await?;
        tracing::info!(target: "security", event = "account_disabled", staff = %account.id);
        Ok(account.id)
    }

    /// Ends the sessions of an account, which may sign in again at once, and says how
    /// many there were.
    ///
    /// # Errors
    /// [`Error::NotFound`] if no account has this address.
    pub async fn end_sessions(&self, email: &str) -> Result<u64, Error> {
        let tx = self.db.begin().await?;
        let account = account(tx.staff().by_email(email.trim()).await?)?;
        let ended = tx.staff().end_sessions(account.id).await?;
        tx.commit().await?;
        tracing::info!(target: "security", event = "sessions_ended", staff = %account.id, ended);
        Ok(ended)
    }

    /// Lets a disabled account sign in again, with the password it had.
    ///
    /// # Errors
    /// [`Error::NotFound`] if no account has this address, [`Error::Conflict`]
    /// if it is not disabled.
    pub async fn enable_staff(&self, email: &str) -> Result<StaffId, Error> {
        let tx = self.db.begin().await?;
        let account = account(tx.staff().by_email(email.trim()).await?)?;
        if !tx.staff().enable(account.id).await? {
            return Err(Error::Conflict);
        }
        tx.commit().await?;
        tracing::info!(target: "security", event = "account_enabled", staff = %account.id);
        Ok(account.id)
    }
}

fn account(found: Option<StaffRow>) -> Result<StaffRow, Error> {
    found.ok_or(Error::NotFound)
}
