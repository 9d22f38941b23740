use super::{Answers, Faults, Field, what_went_wrong::choose};

/// How long before the departure the passenger heard of the cancellation.
///
/// These are the windows of Article 5(1)(c); the hour counts, so 13 days and
/// 23 hours are less than two weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Two weeks or more.
    TwoWeeks,
    /// Less than two weeks, at least seven days.
    SevenDays,
    /// Less than seven days, or at the airport.
    Less,
    /// The passenger does not remember.
    Unknown,
}

impl Notice {
    /// Every choice, in the order of the page.
    pub const ALL: [Notice; 4] = [
        Notice::Less,
        Notice::SevenDays,
        Notice::TwoWeeks,
        Notice::Unknown,
    ];

    /// The value in the form.
    pub fn value(self) -> &'static str {
        match self {
            Notice::TwoWeeks => "14-days",
            Notice::SevenDays => "7-days",
            Notice::Less => "less",
            Notice::Unknown => "unknown",
        }
    }

    /// A number of whole days in that window, for the rights engine, which
    /// asks for no more than the window.
    pub fn days(self) -> Option<u32> {
        match self {
            Notice::TwoWeeks => Some(14),
            Notice::SevenDays => Some(7),
            Notice::Less => Some(0),
            Notice::Unknown => None,
        }
    }
}

/// Reads when the cancellation was announced.
///
/// # Errors
/// Nothing was chosen.
pub(super) fn parse_notice(answers: &Answers) -> Result<Notice, Faults> {
    let mut faults = Faults::default();
    let notice = faults.keep(
        Field::Notice,
        choose(answers, Field::Notice, Notice::ALL, Notice::value),
    );
    faults.unless_any(notice)
}
