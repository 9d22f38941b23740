use super::{Answers, FaultKind, Faults, Field};

/// Reads the two boxes above "Send the claim".
///
/// # Errors
/// One of them is not ticked.
pub(super) fn parse_declaration(answers: &Answers) -> Result<(), Faults> {
    let mut faults = Faults::default();
    for field in [Field::IsTrue, Field::MayAct] {
        if answers.get(field) != "yes" {
            faults.add(field, FaultKind::NotTicked);
        }
    }
    faults.unless_any(Some(()))
}
