use leptos::prelude::*;

use super::Wording;
use super::text_field::hint_and_fault;
use super::wording::described_by;

/// Files to add, with label, hint and fault.
#[component]
pub fn FileField(
    /// Identifier of the input; faults link to it.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// Which files are taken, as in `accept`.
    #[prop(optional, into)]
    accept: Wording,
    /// Whether several can be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
) -> impl IntoView {
    let described = described_by(&id, &hint, &fault);
    let invalid = fault.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label class="label" for=id.clone()>
                {label}
            </label>
            {hint_and_fault(&id, hint, fault, fault_word)}
            <input
                class="input"
                id=id
                name=name
                type="file"
                accept=accept.get()
                multiple=multiple
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}
