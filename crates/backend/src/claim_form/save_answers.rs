use db::NewDraft;
use domain::{
    Language,
    claim_form::{Answers, Step, StepContext},
};
use jiff::ToSpan;

use super::{DRAFT_DAYS, looked_up::LookedUp};
use text::places::Airports;

use crate::{Backend, Error, Secret};

/// How often a draft is looked at: once for what is posted, once for what else
/// it has, and once more for each tab that changes it meanwhile.
const ROUNDS: usize = 4;

/// A draft after a page was saved.
#[derive(Debug, Clone)]
pub struct SavedDraft {
    /// All answers, with those of the page.
    pub answers: Answers,
    /// The secret for the cookie, if the draft is a new one.
    pub new_secret: Option<Secret>,
}

impl Backend {
    /// Saves what was posted from one page, right or wrong, exactly as typed.
    ///
    /// Without a draft, or with one that was sent already, a new draft begins.
    /// Two pages that are saved at once both stay: each replaces only its own
    /// fields, and the draft is locked meanwhile. Flights of a trip with other
    /// airports go with their legs; which airports those are is looked up while
    /// nothing is locked.
    ///
    /// # Errors
    /// The client begins too many drafts or saves too often, or the store does
    /// not answer.
    pub async fn save_answers(
        &self,
        secret: Option<&Secret>,
        language: Language,
        step: Step,
        posted: &[(String, String)],
    ) -> Result<SavedDraft, Error> {
        self.count_save(secret)?;
        let airports = LookedUp::default();
        // What is posted is what is most likely to be asked for.
        let posted: Vec<(&str, &str)> = posted
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let (mut alone, fields) = (Answers::default(), posted.iter().copied());
        alone.save_step(step, fields, &self.step_context(&airports));
        for _ in 0..ROUNDS {
            airports.look_up(&Airports);
            let saved = self.try_save(secret, language, step, &posted, &airports);
            if let Some(saved) = saved.await? {
                return Ok(saved);
            }
        }
        Err(Error::Conflict)
    }

    /// Saves, unless an airport was not looked up: then nothing is done.
    async fn try_save(
        &self,
        secret: Option<&Secret>,
        language: Language,
        step: Step,
        posted: &[(&str, &str)],
        airports: &LookedUp,
    ) -> Result<Option<SavedDraft>, Error> {
        let now = self.now();
        let mut tx = self.db.begin().await?;
        let known = match secret {
            Some(secret) => tx.drafts().lock_by_key(&secret.hash(), now).await?,
            None => None,
        };
        let (id, version, mut answers, new_secret) =
            match known.filter(|row| row.claim_id.is_none()) {
                Some(row) => (row.id, row.version, Answers::from(row.answers), None),
                None => {
                    // Who is counted holds no connection meanwhile: it takes
                    // another one.
                    drop(tx);
                    self.count_draft().await?;
                    tx = self.db.begin().await?;
                    let secret = self.ids.secret();
                    let id = self.ids.draft(now);
                    let expires_at = now
                        .checked_add((DRAFT_DAYS * 24).hours())
                        .map_err(|error| Error::Internal(error.to_string()))?;
                    let key_hash = secret.hash();
                    tx.drafts()
                        .create(NewDraft {
                            id,
                            key_hash,
                            language,
                            created_at: now,
                            expires_at,
                        })
                        .await?;
                    (id, 1, Answers::default(), Some(secret))
                }
            };
        let fields = posted.iter().copied();
        answers.save_step(step, fields, &self.step_context(airports));
        if airports.is_incomplete() {
            return Ok(None);
        }
        tx.drafts()
            .save_answers(id, version, &answers.to_map(), language, now)
            .await?;
        tx.commit().await?;
        Ok(Some(SavedDraft {
            answers,
            new_secret,
        }))
    }

    fn step_context<'a>(&self, airports: &'a LookedUp) -> StepContext<'a> {
        StepContext::new(self.today(), airports)
    }
}
