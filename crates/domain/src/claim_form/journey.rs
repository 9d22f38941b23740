use std::cell::OnceCell;

use super::{Answers, DisruptionKind, Faults, Reading, Step, StepContext};

/// The way through the form for what was answered so far.
///
/// The disruption decides which pages there are; a page can be visited when all
/// before it can be read.
pub struct Journey<'a> {
    reading: Reading<'a>,
    /// Found once: it reads every page, airports included.
    furthest: OnceCell<Step>,
}

/// The five parts that the progress line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What went wrong.
    WhatHappened,
    /// Airports, flights, times, reason.
    YourTrip,
    /// The assessment.
    Result,
    /// Who travelled, where to write.
    People,
    /// Check the answers and send.
    CheckAndSend,
}

impl Section {
    /// Every part, in order.
    pub const ALL: [Section; 5] = [
        Section::WhatHappened,
        Section::YourTrip,
        Section::Result,
        Section::People,
        Section::CheckAndSend,
    ];

    /// The part a step belongs to.
    pub fn of(step: Step) -> Section {
        match step {
            Step::WhatWentWrong => Section::WhatHappened,
            Step::Trip
            | Step::Flights
            | Step::Schedule
            | Step::Arrival
            | Step::Notice
            | Step::Replacement
            | Step::Reason => Section::YourTrip,
            Step::Result => Section::Result,
            Step::People | Step::Contact => Section::People,
            Step::Check => Section::CheckAndSend,
        }
    }
}

const AFTER_DELAY: &[Step] = &[
    Step::WhatWentWrong,
    Step::Trip,
    Step::Flights,
    Step::Schedule,
    Step::Arrival,
    Step::Reason,
    Step::Result,
    Step::People,
    Step::Contact,
    Step::Check,
];

const AFTER_CANCELLATION: &[Step] = &[
    Step::WhatWentWrong,
    Step::Trip,
    Step::Flights,
    Step::Notice,
    Step::Schedule,
    Step::Replacement,
    Step::Reason,
    Step::Result,
    Step::People,
    Step::Contact,
    Step::Check,
];

/// What Aero cannot judge yet ends with the page that says so.
const AFTER_OTHER: &[Step] = &[Step::WhatWentWrong, Step::Result];

impl<'a> Journey<'a> {
    /// The way for these answers.
    pub fn new(answers: &'a Answers, context: &'a StepContext<'a>) -> Self {
        Self {
            reading: Reading::new(answers, context),
            furthest: OnceCell::new(),
        }
    }

    /// The steps, in order. Before the first answer only the first is known.
    pub fn steps(&self) -> &'static [Step] {
        match self.reading.disruption() {
            Ok(DisruptionKind::Delay) => AFTER_DELAY,
            Ok(DisruptionKind::Cancellation) => AFTER_CANCELLATION,
            Ok(DisruptionKind::Other) => AFTER_OTHER,
            Err(_) => &AFTER_DELAY[..1],
        }
    }

    /// The first step that cannot be left yet; the last one if all can.
    pub fn furthest(&self) -> Step {
        *self.furthest.get_or_init(|| {
            let steps = self.steps();
            let open = steps
                .iter()
                .find(|step| self.reading.check(**step).is_err());
            *open.or(steps.last()).unwrap_or(&Step::WhatWentWrong)
        })
    }

    /// What is wrong with a step's answers; nothing, if it can be left.
    ///
    /// # Errors
    /// The faults.
    pub fn check(&self, step: Step) -> Result<(), Faults> {
        self.reading.check(step)
    }

    /// Whether a step is on the way and everything before it is answered.
    pub fn can_visit(&self, step: Step) -> bool {
        let steps = self.steps();
        let place = |wanted| steps.iter().position(|known| *known == wanted);
        place(step).is_some_and(|place_of| Some(place_of) <= place(self.furthest()))
    }

    /// The step after `step`.
    pub fn next(&self, step: Step) -> Option<Step> {
        let steps = self.steps();
        let place = steps.iter().position(|known| *known == step)?;
        steps.get(place + 1).copied()
    }

    /// The step before `step`.
    pub fn previous(&self, step: Step) -> Option<Step> {
        let steps = self.steps();
        let place = steps.iter().position(|known| *known == step)?;
        place
            .checked_sub(1)
            .and_then(|before| steps.get(before))
            .copied()
    }
}
