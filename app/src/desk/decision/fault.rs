use domain::Language;
use text::tr;

/// The field in which a reviewer approves or rejects, and its fault in the
/// query of an address. The glossary says outcome; the name is older and stays,
/// because pages that are open somewhere are posted with it.
pub const OUTCOME_FIELD: &str = "verdict";

/// The box with which a reviewer says that the words tell what can be claimed, where
/// the assessment has no sum; and its fault.
pub const SUM_FIELD: &str = "sum_in_words";

/// The fault of a decision on a claim that is not as it was read.
pub const CHANGED: &str = "changed";

/// The fault of a form that was shown to somebody else than who sends it.
pub const OTHER_STAFF: &str = "staff";

/// What went wrong with a decision, from the query of the address; `name` is
/// who is signed in.
pub fn fault_words(language: Language, fault: &str, name: &str) -> Option<(&'static str, String)> {
    Some(match fault {
        OUTCOME_FIELD => (OUTCOME_FIELD, tr!(language, desk.fault_outcome)),
        SUM_FIELD => (SUM_FIELD, tr!(language, desk.fault_no_sum)),
        "approved" => ("reason", tr!(language, desk.fault_reason_to_approve)),
        "reason" => ("reason", tr!(language, desk.fault_reason)),
        "text" => ("text", tr!(language, desk.fault_text)),
        "long" => ("text", tr!(language, desk.fault_text_long)),
        CHANGED => ("decide", tr!(language, desk.fault_changed)),
        OTHER_STAFF => (
            "decide",
            tr!(
                language,
                desk.fault_other_staff_decision,
                name = name.to_owned()
            ),
        ),
        _ => return None,
    })
}
