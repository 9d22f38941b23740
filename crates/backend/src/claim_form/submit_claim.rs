use db::{AssessmentSummary, ClaimFacts, Conflict, DbError, NewClaim, People};
use domain::{
    Language,
    claim::{Claim, ClaimReference},
    claim_form::{Answers, Field, Step, check_step, parse_contact, parse_people},
};
use jiff::Timestamp;

use text::places::Airports;

use super::judge::Judgement;
use crate::{Backend, Error, Limits, Secret};

/// A claim that was sent, now or by an earlier press of the same button.
#[derive(Debug, Clone, Copy)]
pub struct SentClaim {
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// The secret of the private link.
    pub link: Secret,
}

/// Why a draft was not sent.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// This step has to be answered first.
    #[error("{} is not answered yet", .0.slug())]
    Incomplete(Step),
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<DbError> for SubmitError {
    fn from(error: DbError) -> Self {
        Self::Other(error.into())
    }
}

/// How often a reference is made anew that is taken by bad luck.
const REFERENCE_TRIES: u8 = 5;

impl Backend {
    /// Sends the draft: it becomes a claim, once, however often it is sent.
    ///
    /// `ticks` are the boxes above the button; they are stored whatever becomes
    /// of the sending.
    ///
    /// # Errors
    /// A page of the form is not answered yet, there is no draft, the client
    /// sends too many claims, or the store does not answer.
    pub async fn submit_claim(
        &self,
        secret: &Secret,
        language: Language,
        ticks: &[(String, String)],
    ) -> Result<SentClaim, SubmitError> {
        for _ in 0..REFERENCE_TRIES {
            if let Some(reference) = self.try_submit(secret, language, ticks).await? {
                let link = secret.first_link();
                return Ok(SentClaim { reference, link });
            }
        }
        let why = format!("no free claim reference in {REFERENCE_TRIES} tries");
        Err(Error::Internal(why).into())
    }

    /// Sends the draft under a new reference; `None` if that is taken.
    async fn try_submit(
        &self,
        secret: &Secret,
        language: Language,
        ticks: &[(String, String)],
    ) -> Result<Option<ClaimReference>, SubmitError> {
        let now = self.now();
        let tx = self.db.begin().await?;
        // The lock makes a second sending wait and then find the claim.
        let draft = tx.drafts().lock_by_key(&secret.hash(), now).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        if draft.claim_id.is_some() {
            let sent = tx.claims().by_draft(draft.id).await?;
            return Ok(Some(sent.ok_or(Error::NotFound)?.reference));
        }
        let mut answers = Answers::from(draft.answers);
        let ticks = ticks
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        answers.replace_step(Step::Check, ticks);
        let (facts, people) = match self.contents(&answers, language, now) {
            Ok(contents) => contents,
            Err(NotReady::Fault(error)) => return Err(error.into()),
            Err(NotReady::Incomplete(step)) => {
                let answers = answers.to_map();
                tx.drafts()
                    .save_answers(draft.id, draft.version, &answers, language, now)
                    .await?;
                tx.commit().await?;
                return Err(SubmitError::Incomplete(step));
            }
        };
        self.count(Limits::claim)?;
        let id = self.ids.claim(now);
        let claim = NewClaim {
            submission: Claim::submit(id, now),
            reference: self.ids.reference(),
            draft_id: draft.id,
            facts,
            people,
            link_hash: secret.first_link().hash(),
        };
        let reference = claim.reference;
        match tx.claims().insert(claim, self.ids.event(now)).await {
            Err(DbError::Conflict(Conflict::Reference)) => return Ok(None),
            stored => stored?,
        }
        tx.drafts().mark_sent(draft.id, id, now).await?;
        tx.commit().await?;
        Ok(Some(reference))
    }

    /// Reads the whole draft once more; the first page that is wrong is the error.
    fn contents(
        &self,
        answers: &Answers,
        language: Language,
        now: Timestamp,
    ) -> Result<(ClaimFacts, People), NotReady> {
        let today = self.today();
        let judgement = Judgement::of_answers(answers, today)?;
        let names = parse_people(answers).map_err(|_| Step::People)?;
        let email = parse_contact(answers).map_err(|_| Step::Contact)?;
        check_step(Step::Check, answers, &Airports::context(today)).map_err(|_| Step::Check)?;

        let snapshot = judgement.snapshot(Some(now));
        let (stated, assessed) = snapshot.to_columns()?;
        let Judgement {
            statement,
            case,
            assessment,
        } = &judgement;
        let best = assessment.best();
        let trouble = statement.flights.booked[statement.flights.trouble].number;
        let people = People {
            names: names.iter().map(ToString::to_string).collect(),
            email: email.to_string(),
        };
        let facts = ClaimFacts {
            language,
            origin: statement.trip.origin().to_string(),
            destination: statement.trip.destination().to_string(),
            flight: trouble.to_string().replace(' ', ""),
            flight_day: statement.flights.day,
            disruption: answers.get(Field::Disruption).to_owned(),
            statement: stated,
            assessment: assessed,
            summary: AssessmentSummary::of(&snapshot.assessment),
            claim_from: best
                .map(|entry| entry.claim_from)
                .or_else(|| case.legs.first().map(rights::Leg::carrier))
                .map(|carrier| carrier.to_string()),
        };
        Ok((facts, people))
    }
}

/// Why a draft makes no claim yet.
enum NotReady {
    /// This step has to be answered first.
    Incomplete(Step),
    /// A fault of the program.
    Fault(Error),
}

impl From<Step> for NotReady {
    fn from(step: Step) -> Self {
        Self::Incomplete(step)
    }
}

impl From<serde_json::Error> for NotReady {
    fn from(error: serde_json::Error) -> Self {
        Self::Fault(Error::Internal(error.to_string()))
    }
}
