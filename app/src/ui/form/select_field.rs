use leptos::prelude::*;

use super::{FieldWidth, field_frame::FieldFrame};
use crate::ui::Wording;

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
    /// How wide it is.
    #[prop(optional)]
    width: FieldWidth,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let options = options
        .into_iter()
        .map(|option| {
            view! { <option value=option.value selected=option.selected>{option.label}</option> }
        })
        .collect_view();
    let control = view! {
        <select
            class="input"
            data-width=width.mark()
            id=id
            name=name
            aria-describedby=frame.described_by()
            aria-invalid=frame.aria_invalid()
        >
            {options}
        </select>
    };
    frame.around_control(label, control)
}
