use domain::Language;
use text::tr;

/// The field in which a reviewer approves or rejects, and its fault in the
/// query of an address. The glossary says outcome; the name is older and stays,
/// because pages that are open somewhere are posted with it.
pub const OUTCOME_FIELD: &str = "verdict";

/// What went wrong with a decision, from the query of the address.
pub fn fault_words(language: Language, fault: &str) -> Option<(&'static str, String)> {
    Some(match fault {
        OUTCOME_FIELD => (OUTCOME_FIELD, tr!(language, desk.fault_outcome)),
        "reason" => ("reason", tr!(language, desk.fault_reason)),
        "text" => ("text", tr!(language, desk.fault_text)),
        "long" => ("text", tr!(language, desk.fault_text_long)),
        "changed" => ("decide", tr!(language, desk.fault_changed)),
        _ => return None,
    })
}
