use leptos::prelude::*;

use super::field_frame::FieldFrame;
use crate::ui::Wording;

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
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let (described, invalid) = (frame.described_by(), frame.aria_invalid());
    let data_invalid = frame.data_invalid();
    view! {
        <div class="tick-field" data-invalid=data_invalid>
            {frame.messages()}
            <label class="tick">
                <input
                    type="checkbox"
                    id=id
                    name=name
                    value=value.get()
                    checked=checked
                    aria-describedby=described
                    aria-invalid=invalid
                />
                <span>{label}</span>
            </label>
        </div>
    }
}
