use domain::claim::MAX_DECISION_TEXT;
use serde::{Deserialize, Serialize};

use crate::{error::Failure, request};

/// A decision that could not be saved, kept in the reviewer's session so that
/// nothing that was written is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsaved {
    /// For which claim.
    pub reference: String,
    /// `approve`, `reject` or nothing. Sessions hold it as `verdict`, as by the
    /// releases before.
    #[serde(rename = "verdict")]
    pub outcome: String,
    /// The code of the reason.
    pub reason: String,
    /// The words for the passenger.
    pub text: String,
    /// `yes` if they say what can be claimed. The releases before kept none.
    #[serde(default)]
    pub sum_in_words: String,
}

const UNSAVED_KEY: &str = "decision";

/// Longer than any code of an outcome or a reason.
const MAX_CODE: usize = 40;

/// The beginning of a text, without what nobody types: a control character
/// takes six bytes in JSON.
fn beginning(text: &str, length: usize) -> String {
    let is_typed = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
    text.chars().filter(is_typed).take(length).collect()
}

/// Keeps a decision for the next page, or forgets it.
///
/// # Errors
/// The store does not answer.
pub async fn keep_unsaved(unsaved: Option<Unsaved>) -> Result<(), Failure> {
    let (_, session) = request::desk_session()?;
    let unavailable = |error: tower_sessions::session::Error| {
        Failure::from(backend::Error::Unavailable(error.to_string()))
    };
    match unsaved {
        // Longer than can be saved, and longer than a session should hold.
        Some(unsaved) => {
            let unsaved = Unsaved {
                reference: unsaved.reference,
                outcome: beginning(&unsaved.outcome, MAX_CODE),
                reason: beginning(&unsaved.reason, MAX_CODE),
                text: beginning(&unsaved.text, 2 * MAX_DECISION_TEXT),
                sum_in_words: beginning(&unsaved.sum_in_words, MAX_CODE),
            };
            session
                .insert(UNSAVED_KEY, unsaved)
                .await
                .map_err(unavailable)
        }
        // A session that does not change is not written.
        None => match session.get_value(UNSAVED_KEY).await {
            Ok(None) => Ok(()),
            Ok(Some(_)) => session
                .remove_value(UNSAVED_KEY)
                .await
                .map(drop)
                .map_err(unavailable),
            Err(error) => Err(unavailable(error)),
        },
    }
}

/// What was kept for this claim.
pub async fn unsaved_for(session: &tower_sessions::Session, reference: &str) -> Unsaved {
    let kept = session.get::<Unsaved>(UNSAVED_KEY).await.ok().flatten();
    kept.filter(|kept| kept.reference == reference)
        .unwrap_or_default()
}
