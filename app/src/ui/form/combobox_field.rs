use leptos::prelude::*;

use super::field_frame::FieldFrame;
use crate::ui::Wording;

/// A text field with the code of what is meant beside it, and room below for a
/// list to choose from.
///
/// The code has the identifier `{id}-code`.
#[component]
pub fn ComboboxField(
    /// Identifier of the input; faults link to it.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// The code of what that means.
    #[prop(optional, into)]
    code: Wording,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// The list.
    children: Children,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let control = view! {
        <div class="combo">
            <input
                class="input"
                id=id.clone()
                name=name
                value=value
                autocomplete="off"
                spellcheck="false"
                aria-describedby=frame.described_by()
                aria-invalid=frame.aria_invalid()
            />
            <span class="code" id=format!("{id}-code")>
                {code.get()}
            </span>
        </div>
        {children()}
    };
    frame.around_control(label, control)
}
