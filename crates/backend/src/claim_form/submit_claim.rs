use db::{AssessmentSummary, ClaimFacts, ClaimRow, Conflict, DbError, NewClaim, People};
use domain::{
    Language,
    claim::{Claim, ClaimReference},
    claim_form::{Answers, Field, Step, check_step, parse_contact, parse_people},
};
use jiff::{SignedDuration, Timestamp};

use text::places::Airports;

use super::assess::AssessedStatement;
use crate::tracking::FIRST_LINK;
use crate::{Backend, Error, OpenedLink, Secret};

/// A claim that was sent, now or by an earlier press of the same button.
#[derive(Debug, Clone, Copy)]
pub struct SentClaim {
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// The private link, while whoever sent the claim may have it again: see
    /// [`LINK_GIVEN`].
    pub link: Option<OpenedLink>,
}

/// Why a draft was not sent.
#[derive(Debug, thiserror::Error)]
pub enum SubmitError {
    /// This step has to be answered first.
    #[error("{} is not answered yet", .0.slug())]
    Incomplete(Step),
    /// The draft is not the one that was looked through before the button was
    /// pressed.
    #[error("the draft was changed since it was shown")]
    Changed,
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<DbError> for SubmitError {
    fn from(error: DbError) -> Self {
        Self::Other(error.into())
    }
}

/// What came of trying to send a draft.
enum Attempt {
    Sent(SentClaim),
    /// All is there, but the client's quota has to be asked first.
    Uncounted,
    /// The draft was saved while it was assessed.
    Overtaken,
    /// Another claim has this reference.
    ReferenceTaken,
}

/// What a draft makes, found out while nothing is locked: searching its airports
/// and assessing it may take long, and what stands in it is a stranger's choice.
struct Assessed {
    /// The version of the draft that was assessed.
    version: i32,
    /// Its answers, with the boxes above the button.
    answers: Answers,
    contents: Result<(ClaimFacts, People), NotReady>,
}

/// How long a draft that was sent gives the link of its claim once more, to a
/// button that is pressed twice or a page that was loaded again.
const LINK_GIVEN: SignedDuration = SignedDuration::from_mins(15);

/// How often it is tried: once to count, once more if another tab saved and showed
/// the draft meanwhile, and once for each reference that is taken by bad luck.
const TRIES: u8 = 6;

impl Backend {
    /// Sends the draft: it becomes a claim, once, however often it is sent.
    ///
    /// `seen` is the version of the draft that was shown above the button: what the
    /// boxes confirm is what was seen, so another version is not sent. `ticks` are
    /// the boxes; they are stored with the version they were given for.
    ///
    /// # Errors
    /// The draft is another than was seen, a page of the form is not answered yet,
    /// there is no draft, the client sends too many claims, or the store does not
    /// answer.
    pub async fn submit_claim(
        &self,
        secret: &Secret,
        language: Language,
        seen: i32,
        ticks: &[(String, String)],
    ) -> Result<SentClaim, SubmitError> {
        self.count_save(Some(secret)).map_err(Error::from)?;
        let mut is_counted = false;
        let mut outcome = Error::Conflict;
        for _ in 0..TRIES {
            let sent = self.try_submit(secret, language, seen, ticks, is_counted);
            match sent.await? {
                Attempt::Sent(sent) => return Ok(sent),
                // Counted between two transactions: it takes a connection of
                // its own.
                Attempt::Uncounted => {
                    self.count_claim().await?;
                    is_counted = true;
                }
                Attempt::Overtaken => outcome = Error::Conflict,
                Attempt::ReferenceTaken => {
                    outcome = Error::Internal("no free claim reference".to_owned());
                }
            }
        }
        Err(outcome.into())
    }

    /// Reads and assesses the draft as it stands, with the boxes above the button;
    /// `None` when it was sent already.
    async fn assess_draft(
        &self,
        secret: &Secret,
        language: Language,
        ticks: &[(String, String)],
        now: Timestamp,
    ) -> Result<Option<Assessed>, Error> {
        let drafts = self.db.drafts();
        let draft = drafts.find_by_key(&secret.hash(), now).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        if draft.claim_id.is_some() {
            return Ok(None);
        }
        let mut answers = Answers::from(draft.answers);
        let ticks = ticks
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        answers.replace_step(Step::Check, ticks);
        Ok(Some(Assessed {
            version: draft.version,
            contents: self.contents(&answers, language, now),
            answers,
        }))
    }

    /// Sends the draft under a new reference.
    async fn try_submit(
        &self,
        secret: &Secret,
        language: Language,
        seen: i32,
        ticks: &[(String, String)],
        is_counted: bool,
    ) -> Result<Attempt, SubmitError> {
        let now = self.now();
        let assessed = self.assess_draft(secret, language, ticks, now).await?;
        let tx = self.db.begin().await?;
        // The lock makes a second sending wait and then find the claim.
        let draft = tx.drafts().lock_by_key(&secret.hash(), now).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        if draft.claim_id.is_some() {
            let sent = tx.claims().by_draft(draft.id).await?;
            return Ok(Attempt::Sent(
                self.sent_before(&sent.ok_or(Error::NotFound)?),
            ));
        }
        if draft.version != seen {
            return Err(SubmitError::Changed);
        }
        // What was assessed is what is sent, or nothing is.
        let Some(assessed) = assessed.filter(|assessed| assessed.version == draft.version) else {
            return Ok(Attempt::Overtaken);
        };
        let (facts, people) = match assessed.contents {
            Ok(contents) => contents,
            Err(NotReady::Fault(error)) => return Err(error.into()),
            Err(NotReady::Incomplete(step)) => {
                let answers = assessed.answers.to_map();
                tx.drafts()
                    .save_answers(draft.id, draft.version, &answers, language, now)
                    .await?;
                tx.commit().await?;
                return Err(SubmitError::Incomplete(step));
            }
        };
        if !is_counted {
            return Ok(Attempt::Uncounted);
        }
        let id = self.ids.claim(now);
        let link = self.links.secret(id, FIRST_LINK);
        let claim = NewClaim {
            submission: Claim::submit(id, now),
            reference: self.ids.reference(),
            draft_id: draft.id,
            facts,
            people,
            link_hash: link.hash(),
        };
        let reference = claim.reference;
        match tx.claims().insert(claim, self.ids.event(now)).await {
            Err(DbError::Conflict(Conflict::Reference)) => return Ok(Attempt::ReferenceTaken),
            stored => stored?,
        }
        tx.drafts().mark_sent(draft.id, id, now).await?;
        tx.commit().await?;
        let expires_at = self.links.expire_at(now);
        let link = OpenedLink {
            reference,
            secret: link,
            expires_at,
        };
        Ok(Attempt::Sent(SentClaim {
            reference,
            link: Some(link),
        }))
    }

    /// A claim that an earlier press of the button has sent. Its link is given
    /// again for a while only, and no longer once another has taken its place:
    /// the draft's cookie may be in a browser that others use.
    fn sent_before(&self, row: &ClaimRow) -> SentClaim {
        let is_new = self.now().duration_since(row.submitted_at) < LINK_GIVEN;
        let secret = (is_new && row.link_generation == FIRST_LINK)
            .then(|| self.link_of(row))
            .flatten();
        SentClaim {
            reference: row.reference,
            link: secret.map(|secret| self.opened(row, secret)),
        }
    }

    /// Reads the whole draft once more; the first page that is wrong is the error.
    fn contents(
        &self,
        answers: &Answers,
        language: Language,
        now: Timestamp,
    ) -> Result<(ClaimFacts, People), NotReady> {
        let today = self.today();
        let assessed = AssessedStatement::of_answers(answers, today)?;
        let names = parse_people(answers).map_err(|_| Step::People)?;
        let email = parse_contact(answers).map_err(|_| Step::Contact)?;
        check_step(Step::Check, answers, &Airports::context(today)).map_err(|_| Step::Check)?;

        let snapshot = assessed.snapshot(Some(now));
        let (statement_column, assessment_column) = snapshot.to_columns()?;
        let AssessedStatement {
            statement,
            case,
            assessment,
        } = &assessed;
        let best = assessment.best();
        let disrupted = statement.flights.booked[statement.flights.disrupted].number;
        let people = People {
            names: names.iter().map(ToString::to_string).collect(),
            email: email.to_string(),
        };
        let facts = ClaimFacts {
            language,
            origin: statement.trip.origin().to_string(),
            destination: statement.trip.destination().to_string(),
            flight: disrupted.to_string().replace(' ', ""),
            flight_day: statement.flights.day,
            disruption: answers.get(Field::Disruption).to_owned(),
            statement: statement_column,
            assessment: assessment_column,
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
