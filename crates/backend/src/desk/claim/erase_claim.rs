use domain::{access::Operator, claim::ClaimReference};

use crate::{Backend, Error};

impl Backend {
    /// Erases who a claim is of, for the operator of the service: names,
    /// addresses, words and links. What happened to which flight stays, and the
    /// history says that it was erased. It cannot be undone.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such claim.
    pub async fn erase_claim(
        &self,
        operator: &Operator,
        reference: ClaimReference,
    ) -> Result<(), Error> {
        let now = self.now();
        let tx = self.db.begin().await?;
        let id = tx.claims().id_for_operator(operator, reference).await?;
        let id = id.ok_or(Error::NotFound)?;
        if !tx.claims().erase(id, self.ids.event(now), now).await? {
            return Err(Error::NotFound);
        }
        tx.commit().await?;
        tracing::warn!(target: "security", event = "claim_erased", claim = %id);
        Ok(())
    }
}
