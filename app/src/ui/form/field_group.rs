use leptos::prelude::*;

use super::field_frame::{FieldFrame, Legend};
use crate::ui::Wording;

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
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let legend = Legend {
        text: legend,
        heading,
        hidden: hide_legend,
    };
    frame.around_group(legend, true, children())
}
