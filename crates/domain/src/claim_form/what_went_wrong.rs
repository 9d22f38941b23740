use super::{Answers, FaultKind, Faults, Field};

/// What went wrong, as the passenger sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisruptionKind {
    /// Arrived later than booked, missed connections included.
    Delay,
    /// The airline did not run the flight.
    Cancellation,
    /// Something that Aero cannot judge yet.
    Other,
}

impl DisruptionKind {
    /// Every choice, in the order of the page.
    pub const ALL: [DisruptionKind; 3] = [
        DisruptionKind::Delay,
        DisruptionKind::Cancellation,
        DisruptionKind::Other,
    ];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            DisruptionKind::Delay => "delay",
            DisruptionKind::Cancellation => "cancellation",
            DisruptionKind::Other => "other",
        }
    }
}

/// Reads what went wrong.
///
/// # Errors
/// Nothing, or something else, was chosen.
pub fn parse_disruption(answers: &Answers) -> Result<DisruptionKind, Faults> {
    let mut faults = Faults::default();
    let disruption = choose(
        answers,
        Field::Disruption,
        DisruptionKind::ALL,
        DisruptionKind::value,
    );
    let disruption = faults.keep(Field::Disruption, disruption);
    faults.unless_any(disruption)
}

/// The choice whose value was posted.
pub(super) fn choose<T: Copy, const N: usize>(
    answers: &Answers,
    field: Field,
    choices: [T; N],
    value: impl Fn(T) -> &'static str,
) -> Result<T, FaultKind> {
    let posted = answers.get(field);
    if posted.is_empty() {
        return Err(FaultKind::Missing);
    }
    choices
        .into_iter()
        .find(|choice| value(*choice) == posted)
        .ok_or(FaultKind::NotOffered)
}
