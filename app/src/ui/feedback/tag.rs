use leptos::prelude::*;

/// What a tag says, at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagTone {
    /// A full dot.
    Good,
    /// A diamond.
    Warn,
    /// A square.
    Bad,
    /// A ring.
    #[default]
    Info,
    /// A dash.
    Quiet,
}

/// A state: a word, a shape and a colour.
#[component]
pub fn Tag(
    /// What it says.
    #[prop(optional)]
    tone: TagTone,
    /// The word.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let tone = match tone {
        TagTone::Good => "good",
        TagTone::Warn => "warn",
        TagTone::Bad => "bad",
        TagTone::Info => "info",
        TagTone::Quiet => "quiet",
    };
    view! { <span class="tag" data-tone=tone>{label}</span> }
}
