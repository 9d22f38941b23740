use leptos::prelude::*;

use super::Wording;
use super::text_field::hint_and_fault;
use super::wording::described_by;

/// A box to tick, with the words beside it.
#[component]
pub fn Checkbox(
    /// Identifier of the box; faults link to it.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What is sent when ticked.
    #[prop(optional, into)]
    value: Wording,
    /// What is agreed to or chosen.
    #[prop(into)]
    label: String,
    /// Whether it is ticked.
    #[prop(optional)]
    checked: bool,
    /// What helps to decide.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
) -> impl IntoView {
    let invalid = fault.is_some();
    let described = described_by(&id, &hint, &fault);
    view! {
        <div class="tick-field" data-invalid=invalid.then_some("")>
            {hint_and_fault(&id, hint, fault, fault_word)}
            <label class="tick">
                <input
                    type="checkbox"
                    id=id
                    name=name
                    value=value.get()
                    checked=checked
                    aria-describedby=described
                    aria-invalid=invalid.then_some("true")
                />
                <span>{label}</span>
            </label>
        </div>
    }
}
