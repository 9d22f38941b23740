use leptos::prelude::*;

use super::StopState;

/// Who must do what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Where it stands.
    pub state: StopState,
    /// What is done.
    pub title: String,
    /// Who does it.
    pub who: String,
    /// By when: the machine-readable date, if there is one, and the words.
    pub when: Option<(Option<String>, String)>,
    /// More about it.
    pub text: Option<String>,
    /// What the state is called, for those who do not see the shape.
    pub state_word: String,
}

/// The path of a claim, upright, with who acts and by when.
#[component]
pub fn Timeline(
    /// The entries in order.
    entries: Vec<TimelineEntry>,
) -> impl IntoView {
    let entries = entries
        .into_iter()
        .map(|entry| {
            let when = entry.when.map(|(date, words)| match date {
                Some(date) => view! { " "<time datetime=date>{words}</time> }.into_any(),
                None => view! { " "<span>{words}</span> }.into_any(),
            });
            view! {
                <li data-state=entry.state.mark() aria-current=entry.state.current()>
                    <h3>{entry.title}</h3>
                    <p class="timeline-due">
                        <span>{entry.who}</span>
                        {when}
                        <span class="sr">{format!(", {}", entry.state_word)}</span>
                    </p>
                    {entry.text.map(|text| view! { <p>{text}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="line timeline">
            <ol role="list">{entries}</ol>
        </div>
    }
}
