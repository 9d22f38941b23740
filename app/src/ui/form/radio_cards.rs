use leptos::prelude::*;

use super::field_frame::{FieldFrame, Legend};
use crate::ui::Wording;

/// One answer on a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RadioOption {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// A line below it.
    pub detail: Option<String>,
    /// Whether it is the chosen one.
    pub checked: bool,
}

/// One answer of a few, each on a card.
///
/// The first radio has the identifier `{id}`, so that a fault can link to it;
/// the following ones `{id}-2`, `{id}-3` and so on.
#[component]
pub fn RadioCards(
    /// Identifier of the first radio; faults link to it.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
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
    /// The answers.
    options: Vec<RadioOption>,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// Short answers, beside each other where there is room.
    #[prop(optional)]
    pair: bool,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let cards = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            let radio_id = match index {
                0 => id.clone(),
                _ => format!("{id}-{}", index + 1),
            };
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        id=radio_id
                        name=name.clone()
                        value=option.value
                        checked=option.checked
                    />
                    <strong>{option.label}</strong>
                    {option.detail.map(|detail| view! { " "<small>{detail}</small> })}
                </label>
            }
        })
        .collect_view();
    let legend = Legend {
        text: legend,
        heading,
        hidden: hide_legend,
    };
    let choices = view! {
        <div class="choices" data-pair=pair.then_some("")>
            {cards}
        </div>
    };
    frame.around_group(legend, false, choices)
}
