//! Lists that grow and shrink by a line: how many lines they show.

use domain::claim_form::{Answers, Field, MAX_PEOPLE, MAX_STOPS, Step};

/// A list of the form.
#[derive(Clone, Copy)]
pub struct Lines {
    /// The field of a line.
    at: fn(u8) -> Field,
    least: u8,
    most: u8,
}

/// The stops of a trip.
pub const STOPS: Lines = Lines {
    at: Field::Stop,
    least: 0,
    most: MAX_STOPS,
};

/// The people of a claim.
pub const PEOPLE: Lines = Lines {
    at: Field::Passenger,
    least: 1,
    most: MAX_PEOPLE,
};

impl Lines {
    /// The list of a page, if it has one.
    pub fn of(step: Step) -> Option<Self> {
        match step {
            Step::Trip => Some(STOPS),
            Step::People => Some(PEOPLE),
            _ => None,
        }
    }

    /// How many lines are shown: as many as were answered, the least if those are
    /// fewer, and an empty one if that was asked for.
    pub fn shown(self, answers: &Answers, one_more: bool) -> u8 {
        let given = (1..=self.most).filter(|n| answers.has((self.at)(*n))).max();
        let given = given.unwrap_or(0).max(self.least);
        (given + u8::from(one_more)).min(self.most)
    }

    /// The field of the last line: where who adds or removes one goes on. The
    /// fragment of an address with its name gives it the focus, without a script.
    pub fn last(self, answers: &Answers, one_more: bool) -> Option<Field> {
        let shown = self.shown(answers, one_more);
        (shown > 0).then(|| (self.at)(shown))
    }
}
