use leptos::prelude::*;

use super::Wording;
use super::text_field::hint_and_fault;
use super::wording::described_by;

/// Several inputs under one question.
#[component]
pub fn FieldGroup(
    /// What the identifiers of hint and fault begin with; also the identifier
    /// of the group itself.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// Whether the question is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// Whether the question is heard but not seen.
    #[prop(optional)]
    hide_legend: bool,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answers together.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// The inputs.
    children: Children,
) -> impl IntoView {
    let invalid = fault.is_some();
    let described = described_by(&id, &hint, &fault);
    let legend = if heading {
        view! { <legend><h1>{legend}</h1></legend> }.into_any()
    } else {
        view! { <legend class=hide_legend.then_some("sr")>{legend}</legend> }.into_any()
    };
    view! {
        <fieldset
            class="field"
            id=id.clone()
            tabindex=invalid.then_some("-1")
            data-invalid=invalid.then_some("")
            aria-describedby=described
        >
            {legend}
            {hint_and_fault(&id, hint, fault, fault_word)}
            {children()}
        </fieldset>
    }
}
