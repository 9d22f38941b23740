use leptos::prelude::*;

/// A line of a task list, or of any short list with an action at its end.
pub struct Task {
    /// What it is: a link, or words.
    pub label: AnyView,
    /// A line below it.
    pub small: Option<String>,
    /// What stands at the end: a [`Chip`](super::Chip) or a plain button.
    pub end: AnyView,
}

/// What is there and what remains to do.
#[component]
pub fn Tasks(
    /// The lines in order.
    tasks: Vec<Task>,
    /// Whether the order counts, as with the stops of a journey.
    #[prop(optional)]
    ordered: bool,
) -> impl IntoView {
    let tasks = tasks
        .into_iter()
        .map(|task| {
            view! {
                <li>
                    <div>{task.label}{task.small.map(|text| view! { " "<small>{text}</small> })}</div>
                    " "
                    {task.end}
                </li>
            }
        })
        .collect_view();
    if ordered {
        view! { <ol class="tasks" role="list">{tasks}</ol> }.into_any()
    } else {
        view! { <ul class="tasks" role="list">{tasks}</ul> }.into_any()
    }
}
