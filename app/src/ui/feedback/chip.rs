use leptos::prelude::*;

/// What a chip says, at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChipTone {
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
pub fn Chip(
    /// What it says.
    #[prop(optional)]
    tone: ChipTone,
    /// The word.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let tone = match tone {
        ChipTone::Good => "good",
        ChipTone::Warn => "warn",
        ChipTone::Bad => "bad",
        ChipTone::Info => "info",
        ChipTone::Quiet => "quiet",
    };
    view! { <span class="chip" data-tone=tone>{label}</span> }
}
