use leptos::prelude::*;

/// Where a stop of a line is, seen from now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopState {
    /// Behind us: a full stop.
    Done,
    /// Now: a ring with a dot.
    Here,
    /// To come: hollow.
    Next,
}

impl StopState {
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Here => "here",
            Self::Next => "next",
        }
    }

    pub(super) fn current(self) -> Option<&'static str> {
        (self == Self::Here).then_some("step")
    }
}

/// What the three states are called, for those who do not see the shapes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateWords {
    /// "done"
    pub done: String,
    /// "you are here"
    pub here: String,
    /// "to come"
    pub next: String,
}

impl StateWords {
    /// The word for a state.
    pub fn of(&self, state: StopState) -> &str {
        match state {
            StopState::Done => &self.done,
            StopState::Here => &self.here,
            StopState::Next => &self.next,
        }
    }
}

/// Part n of m, in words and as a line of stops.
#[component]
pub fn Progress(
    /// The parts in order.
    parts: Vec<(String, StopState)>,
    /// "Part 2 of 5:"
    #[prop(into)]
    summary_lead: String,
    /// "Your trip"
    #[prop(into)]
    summary: String,
    /// What the list is called.
    #[prop(into)]
    label: String,
    /// What the states are called.
    state_words: StateWords,
) -> impl IntoView {
    let stops = parts
        .into_iter()
        .map(|(name, state)| {
            let word = format!(", {}", state_words.of(state));
            view! {
                <li data-state=state.mark() aria-current=state.current()>
                    <span class="progress-name">{name}<span class="sr">{word}</span></span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="line progress">
            <p>{summary_lead}" "<strong>{summary}</strong></p>
            <ol role="list" aria-label=label>
                {stops}
            </ol>
        </div>
    }
}
