use leptos::prelude::*;

use super::text_field::hint_and_fault;
use super::wording::described_by;
use super::{FieldWidth, Wording};

/// One answer of a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// Whether it is the chosen one.
    pub selected: bool,
}

/// A choice from a list too long for cards.
#[component]
pub fn SelectField(
    /// Identifier of the select; faults link to it.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The answers.
    options: Vec<SelectOption>,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// How wide it is drawn.
    #[prop(optional)]
    width: FieldWidth,
) -> impl IntoView {
    let described = described_by(&id, &hint, &fault);
    let invalid = fault.is_some();
    let options = options
        .into_iter()
        .map(|option| {
            view! { <option value=option.value selected=option.selected>{option.label}</option> }
        })
        .collect_view();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label class="label" for=id.clone()>
                {label}
            </label>
            {hint_and_fault(&id, hint, fault, fault_word)}
            <select
                class="input"
                data-width=width.mark()
                id=id
                name=name
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            >
                {options}
            </select>
        </div>
    }
}
