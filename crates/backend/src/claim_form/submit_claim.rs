use db::{Amount, ClaimFacts, Conflict, DbError, NewClaim};
use domain::{
    Language,
    claim::ClaimReference,
    claim_form::{Answers, Field, Section, Step, check_step, parse_contact, parse_people},
};
use serde_json::Value;

use text::{law, places::Airports};

use super::{Judgement, judge};
use crate::{Backend, Error, Limits, Secret};

/// A claim that was sent, now or by an earlier press of the same button.
#[derive(Debug, Clone, Copy)]
pub struct SentClaim {
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// The secret of the private link.
    pub link: Secret,
}

/// What sending a draft came to.
enum Ready {
    Sent(ClaimReference),
    Incomplete(Step),
    TooMany,
}

impl Backend {
    /// Sends the draft: it becomes a claim, once, however often it is sent.
    ///
    /// `ticks` are the boxes above the button; they are kept whatever becomes
    /// of the sending. The inner error is the step that has to be answered first.
    ///
    /// # Errors
    /// There is no draft, the client sends too many claims, or the store does
    /// not answer.
    pub async fn submit_claim(
        &self,
        secret: &Secret,
        language: Language,
        ticks: &[(String, String)],
    ) -> Result<Result<SentClaim, Step>, Error> {
        // A reference that is taken by bad luck is drawn again.
        for _ in 0..5 {
            match self.try_submit(secret, language, ticks).await {
                Err(DbError::Conflict(Conflict::Duplicate(rule))) if rule.contains("reference") => {
                }
                Err(error) => return Err(error.into()),
                Ok(None) => return Err(Error::NotFound),
                Ok(Some(Ready::Incomplete(step))) => return Ok(Err(step)),
                Ok(Some(Ready::TooMany)) => return Err(Error::TooMany),
                Ok(Some(Ready::Sent(reference))) => {
                    return Ok(Ok(SentClaim {
                        reference,
                        link: secret.first_link(),
                    }));
                }
            }
        }
        Err(Error::Internal(
            "no free claim reference in five tries".to_owned(),
        ))
    }

    async fn try_submit(
        &self,
        secret: &Secret,
        language: Language,
        ticks: &[(String, String)],
    ) -> Result<Option<Ready>, DbError> {
        let now = self.now();
        let tx = self.db.begin().await?;
        // The lock makes a second sending wait and then find the claim.
        let Some(draft) = tx.drafts().lock_by_key(&secret.hash(), now).await? else {
            return Ok(None);
        };
        if draft.claim_id.is_some() {
            let sent = tx.claims().by_draft(draft.id).await?;
            return Ok(sent.map(|sent| Ready::Sent(sent.reference)));
        }
        let mut answers = Answers::from(draft.answers);
        let ticks = ticks
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()));
        answers.replace_step(Step::Check, ticks);
        let facts = match self.claim_facts(&answers, language) {
            Ok(facts) => facts,
            Err(step) => {
                let answers = answers.to_map();
                tx.drafts()
                    .save_answers(draft.id, draft.version, &answers, language, now)
                    .await?;
                tx.commit().await?;
                return Ok(Some(Ready::Incomplete(step)));
            }
        };
        if self.count(Limits::claim).is_err() {
            return Ok(Some(Ready::TooMany));
        }
        let claim = NewClaim {
            id: self.ids.claim(now),
            reference: self.ids.reference(),
            draft_id: draft.id,
            facts,
            link_hash: secret.first_link().hash(),
            submitted_at: now,
        };
        let (id, reference) = (claim.id, claim.reference);
        tx.claims().insert(claim, self.ids.event(now)).await?;
        tx.drafts().mark_sent(draft.id, id, now).await?;
        tx.commit().await?;
        Ok(Some(Ready::Sent(reference)))
    }

    /// Reads the whole draft once more; the first page that is wrong is the error.
    fn claim_facts(&self, answers: &Answers, language: Language) -> Result<ClaimFacts, Step> {
        let today = self.today();
        let judgement = judge(answers, today)?;
        let Judgement {
            statement,
            case,
            assessment,
        } = &judgement;
        let people = parse_people(answers).map_err(|_| Step::People)?;
        let email = parse_contact(answers).map_err(|_| Step::Contact)?;
        check_step(Step::Check, answers, &Airports::context(today)).map_err(|_| Step::Check)?;

        let best = assessment.best();
        let trouble = statement.flights.booked[statement.flights.trouble].number;
        Ok(ClaimFacts {
            language,
            lead_name: people[0].to_string(),
            email: email.to_string(),
            passengers: people.iter().map(ToString::to_string).collect(),
            origin: statement.trip.origin().to_string(),
            destination: statement.trip.destination().to_string(),
            flight: trouble.to_string().replace(' ', ""),
            flight_day: statement.flights.day,
            event: answers.get(Field::Disruption).to_owned(),
            statement: story(answers),
            assessment: law::record(assessment, statement.flights.day),
            rules: assessment.rules.to_owned(),
            outcome: best
                .map_or("out_of_scope", |entry| entry.outcome.key())
                .to_owned(),
            regime: best.map(|entry| entry.regime.to_string()),
            amount: best.and_then(|entry| entry.compensation).map(|sum| Amount {
                minor: sum.amount.minor,
                currency: sum.amount.currency.to_string(),
            }),
            claim_from: best
                .map(|entry| entry.claim_from)
                .or_else(|| case.legs.first().map(rights::Leg::carrier))
                .map(|carrier| carrier.to_string()),
        })
    }
}

/// The answers that tell what happened and what was agreed to, without who and
/// where to write: those have columns of their own, and one copy is enough to
/// keep and to delete.
fn story(answers: &Answers) -> Value {
    let story = answers.to_map().into_iter().filter(|(name, _)| {
        Field::from_name(name).is_some_and(|field| {
            let section = Section::of(field.step());
            section < Section::Result || section == Section::CheckAndSend
        })
    });
    story
        .map(|(name, text)| (name, Value::String(text)))
        .collect()
}
