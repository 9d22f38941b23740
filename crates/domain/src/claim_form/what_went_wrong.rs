use super::{Answers, Faults, Field, Problem};

/// What went wrong, as the passenger sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Arrived later than booked, missed connections included.
    Delay,
    /// The airline did not run the flight.
    Cancellation,
    /// Something that Aero cannot judge yet.
    Other,
}

impl Event {
    /// Every choice, in the order of the page.
    pub const ALL: [Event; 3] = [Event::Delay, Event::Cancellation, Event::Other];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            Event::Delay => "delay",
            Event::Cancellation => "cancellation",
            Event::Other => "other",
        }
    }
}

/// Reads what went wrong.
///
/// # Errors
/// Nothing, or something else, was chosen.
pub fn parse_event(answers: &Answers) -> Result<Event, Faults> {
    let mut faults = Faults::default();
    let event = choose(answers, Field::Event, Event::ALL, Event::value);
    let event = faults.keep(Field::Event, event);
    faults.unless_any(event)
}

/// The choice whose value was posted.
pub(super) fn choose<T: Copy, const N: usize>(
    answers: &Answers,
    field: Field,
    choices: [T; N],
    value: impl Fn(T) -> &'static str,
) -> Result<T, Problem> {
    let posted = answers.get(field);
    if posted.is_empty() {
        return Err(Problem::Missing);
    }
    choices
        .into_iter()
        .find(|choice| value(*choice) == posted)
        .ok_or(Problem::NotOffered)
}
