use leptos::prelude::*;

/// Lines for a machine, as they are typed. What is too wide scrolls in its own
/// frame, which can be reached by keyboard.
#[component]
pub fn CodeBlock(
    /// What the lines are.
    #[prop(into)]
    label: String,
    /// The lines.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <pre class="code-block" role="group" tabindex="0" aria-label=label><code>{text}</code></pre>
    }
}
