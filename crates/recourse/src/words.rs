//! The words an answer is written in.

/// What to do now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Ask the airline in writing.
    WriteToAirline,
    /// Give it the time it has.
    WaitForAirline,
    /// Turn to the body.
    AskBody,
    /// File the claim.
    GoToCourt,
    /// A forum has the claim: wait for what the airline says there.
    AwaitAnswer,
    /// Every limitation has passed.
    TooLate,
    /// A fact or a question of law decides that only a person can settle.
    AskPerson,
}

rights::codes!(Step {
    WriteToAirline => "write_to_airline",
    WaitForAirline => "wait_for_airline",
    AskBody => "ask_body",
    GoToCourt => "go_to_court",
    AwaitAnswer => "await_answer",
    TooLate => "too_late",
    AskPerson => "ask_person",
});

/// How a forum stands to a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// It can hear the claim.
    Open,
    /// A fact or a row is missing.
    Depends,
    /// Its limitation has passed, by its longest reading.
    Late,
}

rights::codes!(Status {
    Open => "open",
    Depends => "depends",
    Late => "late",
});

/// What a forum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ForumKind {
    /// A court.
    Court,
    /// A regulator.
    Regulator,
}

rights::codes!(ForumKind {
    Court => "court",
    Regulator => "regulator",
});

/// What opens a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Opening {
    /// The airline's refusal.
    Refusal,
    /// The end of the time it had.
    Silence,
}

rights::codes!(Opening {
    Refusal => "refusal",
    Silence => "silence",
});

/// What has to be known before a body is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Warning {
    /// Its own time may outlast the claim, so that a court comes first.
    BeforeLimitation,
}

rights::codes!(Warning {
    BeforeLimitation => "before_limitation",
});

/// The part of an answer that something is missing for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whether the forum is open.
    Forum,
    /// Its place in the list.
    Order,
    /// The body.
    Body,
    /// The court.
    Court,
    /// Whether a lawyer is needed.
    Lawyer,
    /// The fee.
    Fee,
    /// The interest.
    Interest,
    /// The days.
    Deadline,
}

rights::codes!(Part {
    Forum => "forum",
    Order => "order",
    Body => "body",
    Court => "court",
    Lawyer => "lawyer",
    Fee => "fee",
    Interest => "interest",
    Deadline => "deadline",
});

/// Why something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Because {
    /// The row ended before the day that is asked for.
    Lapsed,
    /// The row begins after it.
    NotYet,
    /// The row is there and holds nothing.
    Empty,
    /// There is no such row, or the fact was not given.
    Missing,
    /// The sources, or the facts, leave it open.
    Unsettled,
}

rights::codes!(Because {
    Lapsed => "lapsed",
    NotYet => "not_yet",
    Empty => "empty",
    Missing => "missing",
    Unsettled => "unsettled",
});
