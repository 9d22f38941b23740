use domain::claim::{Actor, ClaimReference};
use domain::ids::ClaimId;

use super::OpenedLink;
use crate::{Backend, Error};

impl Backend {
    /// Mails a new private link to whoever knows the reference and the e-mail
    /// address of a claim; the old link opens nothing from then on.
    ///
    /// Nothing is told of whether there is such a claim: what cannot be read,
    /// what fits no claim, and what was asked too often for one claim all end
    /// as if it had been mailed.
    ///
    /// # Errors
    /// The client asks too often, or the store does not answer.
    pub async fn request_link(&self, reference: &str, email: &str) -> Result<(), Error> {
        self.count_link_request().await?;
        let Ok(reference) = reference.trim().to_uppercase().parse::<ClaimReference>() else {
            return Ok(());
        };
        let row = {
            let tx = self.db.begin().await?;
            tx.claims().for_contact(reference, email.trim()).await?
        };
        let Some(row) = row else { return Ok(()) };
        if !self
            .limits
            .mail_link(&reference.to_string(), self.now())
            .await?
        {
            return Ok(());
        }
        let tx = self.db.begin().await?;
        self.renew(&tx, &row, Actor::Passenger, None).await?;
        Ok(tx.commit().await?)
    }

    /// Makes the next link of a claim, for a mail that needs one where nobody
    /// can tell the present one any more; see [`Backend::link_of`].
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no such claim.
    pub async fn issue_link(&self, claim_id: ClaimId) -> Result<OpenedLink, Error> {
        let tx = self.db.begin().await?;
        let holder = domain::access::LinkHolder { claim_id };
        let row = tx.claims().of_holder(&holder).await?;
        let row = row.ok_or(Error::NotFound)?;
        let opened = self.renew(&tx, &row, Actor::System, None).await?;
        tx.commit().await?;
        Ok(opened)
    }
}
