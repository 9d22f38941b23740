use backend::Error;
use domain::claim::MAX_DECISION_TEXT;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use tower_sessions::{Session, session::Error as SessionError};

use crate::error::Failure;

/// A decision as it was written, with the names of the fields that are posted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Written {
    /// `approve`, `reject` or nothing. Posted as `verdict`: see
    /// [`OUTCOME_FIELD`](super::fault::OUTCOME_FIELD).
    #[serde(rename = "verdict")]
    pub outcome: String,
    /// The code of the reason.
    pub reason: String,
    /// The words for the passenger.
    pub text: String,
    /// `yes` if they say what can be claimed.
    pub sum_in_words: String,
}

/// What was written on the page of a claim and is not saved, in the session of who
/// wrote it: shown whenever the claim is opened, until it is saved or discarded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Unsaved {
    reference: String,
    #[serde(flatten)]
    written: Written,
}

/// Under which key a session has them, the newest last.
const UNSAVED_KEY: &str = "decisions";

/// The key of the releases before, which kept one for all claims.
const ONE_KEY: &str = "decision";

/// So many claims have their text kept; of more the oldest is forgotten.
const MAX_KEPT: usize = 8;

/// So many bytes are kept in all: the table of sessions holds 64 KB for each.
const MAX_BYTES: usize = 60 * 1024;

/// Longer than any code of an outcome or a reason.
const MAX_CODE: usize = 40;

impl Written {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        let fields = [&self.outcome, &self.reason, &self.text, &self.sum_in_words];
        fields.iter().all(|field| field.trim().is_empty())
    }

    /// As much of it as a session holds: longer than can be saved, and no more.
    fn bounded(self) -> Self {
        Self {
            outcome: beginning(&self.outcome, MAX_CODE),
            reason: beginning(&self.reason, MAX_CODE),
            text: beginning(&self.text, 2 * MAX_DECISION_TEXT),
            sum_in_words: beginning(&self.sum_in_words, MAX_CODE),
        }
    }
}

/// The beginning of a text, without what nobody types: a control character
/// takes six bytes in JSON.
fn beginning(text: &str, length: usize) -> String {
    let is_typed = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    text.chars().filter(is_typed).take(length).collect()
}

fn unavailable(error: SessionError) -> Failure {
    Error::Unavailable(error.to_string()).into()
}

/// What stands under a key; nothing where another release wrote what this one cannot
/// read.
async fn read<T: DeserializeOwned>(session: &Session, key: &str) -> Result<Option<T>, Failure> {
    match session.get(key).await {
        Ok(found) => Ok(found),
        Err(SessionError::SerdeJson(_)) => Ok(None),
        Err(error) => Err(unavailable(error)),
    }
}

/// All that is kept in a session, the newest last.
async fn all(session: &Session) -> Result<Vec<Unsaved>, Failure> {
    let mut kept: Vec<Unsaved> = read(session, UNSAVED_KEY).await?.unwrap_or_default();
    let of_before: Option<Unsaved> = read(session, ONE_KEY).await?;
    if let Some(one) = of_before
        && kept.iter().all(|known| known.reference != one.reference)
    {
        kept.insert(0, one);
    }
    Ok(kept)
}

/// Puts what was written on a claim in the place of what was kept of it; the oldest
/// of others goes where there is no room.
fn with(mut kept: Vec<Unsaved>, reference: &str, written: Written) -> Vec<Unsaved> {
    kept.retain(|known| known.reference != reference);
    if !written.is_empty() {
        let reference = reference.to_owned();
        let written = written.bounded();
        kept.push(Unsaved { reference, written });
    }
    let is_too_much = |kept: &[Unsaved]| {
        let bytes = serde_json::to_string(kept).map_or(usize::MAX, |text| text.len());
        kept.len() > MAX_KEPT || bytes > MAX_BYTES
    };
    while is_too_much(&kept) {
        kept.remove(0);
    }
    kept
}

/// Keeps what was written on a claim; nothing written forgets it.
///
/// # Errors
/// The store does not answer.
pub async fn keep_unsaved(
    session: &Session,
    reference: &str,
    written: Written,
) -> Result<(), Failure> {
    let before = all(session).await?;
    let kept = with(before.clone(), reference, written);
    // A session that does not change is not written.
    if kept == before {
        return Ok(());
    }
    let of_before = session.get_value(ONE_KEY).await.map_err(unavailable)?;
    if of_before.is_some() {
        session.remove_value(ONE_KEY).await.map_err(unavailable)?;
    }
    session.insert(UNSAVED_KEY, kept).await.map_err(unavailable)
}

/// Forgets what was written on a claim: it is saved, or nobody wants it.
///
/// # Errors
/// The store does not answer.
pub async fn forget_unsaved(session: &Session, reference: &str) -> Result<(), Failure> {
    keep_unsaved(session, reference, Written::default()).await
}

/// What was kept for this claim.
///
/// # Errors
/// The store does not answer.
pub async fn unsaved_for(session: &Session, reference: &str) -> Result<Option<Written>, Failure> {
    let mut kept = all(session).await?.into_iter();
    let found = kept.find(|kept| kept.reference == reference);
    Ok(found.map(|kept| kept.written))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Written {
        Written {
            text: text.to_owned(),
            ..Written::default()
        }
    }

    fn references(kept: &[Unsaved]) -> Vec<&str> {
        kept.iter().map(|kept| kept.reference.as_str()).collect()
    }

    #[test]
    fn each_claim_keeps_its_own_text_and_of_too_many_the_oldest_goes() {
        let claims = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let kept = claims
            .iter()
            .fold(Vec::new(), |kept, claim| with(kept, claim, words(claim)));
        assert_eq!(references(&kept), claims);
        // Written again it is the newest, and takes no second place.
        let kept = with(kept, "a", words("again"));
        assert_eq!(references(&kept), ["b", "c", "d", "e", "f", "g", "h", "a"]);
        assert_eq!(kept[7].written, words("again"));
        let kept = with(kept, "i", words("i"));
        assert_eq!(references(&kept), ["c", "d", "e", "f", "g", "h", "a", "i"]);
        let kept = with(kept, "d", words(" \n"));
        assert_eq!(references(&kept), ["c", "e", "f", "g", "h", "a", "i"]);
    }

    #[test]
    fn the_longest_texts_fit_into_the_row_of_a_session() {
        for letter in ["x", "\"", "é", "🛫"] {
            let longest = words(&letter.repeat(20_000));
            let claims = (0..20).map(|n| format!("AE-0000-{n:04}"));
            let kept = claims.fold(Vec::new(), |kept, claim| {
                with(kept, &claim, longest.clone())
            });
            let text = serde_json::to_string(&kept).unwrap();
            assert!(text.len() <= MAX_BYTES, "{letter}: {}", text.len());
            assert_eq!(kept.last().unwrap().reference, "AE-0000-0019");
            let letters = kept.last().unwrap().written.text.chars().count();
            assert_eq!(letters, 2 * MAX_DECISION_TEXT, "{letter}");
        }
    }

    #[test]
    fn what_the_releases_before_have_kept_can_be_read() {
        let text = r#"{"reference":"AE-0000-0000","verdict":"reject","reason":"","text":"No."}"#;
        let kept: Unsaved = serde_json::from_str(text).unwrap();
        assert_eq!(kept.reference, "AE-0000-0000");
        assert_eq!(kept.written.outcome, "reject");
        assert_eq!(kept.written.text, "No.");
    }
}
