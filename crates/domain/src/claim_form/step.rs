/// A page of the form: one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What went wrong?
    WhatWentWrong,
    /// Where did the trip start and end?
    Trip,
    /// Which flights, on which day?
    Flights,
    /// When should it have arrived (and left)?
    Schedule,
    /// When did it arrive?
    Arrival,
    /// When was the cancellation announced?
    Notice,
    /// What was offered instead?
    Replacement,
    /// What did the airline say?
    Reason,
    /// The assessment. Asks nothing.
    Result,
    /// Who travelled?
    People,
    /// Where can we write to?
    Contact,
    /// Check the answers and send them.
    Check,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 12] = [
        Step::WhatWentWrong,
        Step::Trip,
        Step::Flights,
        Step::Schedule,
        Step::Arrival,
        Step::Notice,
        Step::Replacement,
        Step::Reason,
        Step::Result,
        Step::People,
        Step::Contact,
        Step::Check,
    ];

    /// The last part of the step's address.
    pub fn slug(self) -> &'static str {
        match self {
            Step::WhatWentWrong => "what-went-wrong",
            Step::Trip => "trip",
            Step::Flights => "flights",
            Step::Schedule => "schedule",
            Step::Arrival => "arrival",
            Step::Notice => "notice",
            Step::Replacement => "replacement",
            Step::Reason => "reason",
            Step::Result => "result",
            Step::People => "people",
            Step::Contact => "contact",
            Step::Check => "check",
        }
    }

    /// The step at that address.
    pub fn from_slug(slug: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.slug() == slug)
    }
}
