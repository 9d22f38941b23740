use leptos::prelude::*;

use super::field_frame::FieldFrame;
use crate::ui::Wording;

/// Text as it stands between the tags of a `textarea`. A leading line break
/// is swallowed by browsers, so there always is one to swallow.
fn content(text: &str) -> String {
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("\n{escaped}")
}

/// Several lines of text with their label, hint and fault.
#[component]
pub fn TextArea(
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
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// Lines shown at first.
    #[prop(default = 4)]
    rows: u32,
    /// Whether it is there to be copied and not to be changed.
    #[prop(optional)]
    readonly: bool,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let control = view! {
        <textarea
            class="input"
            id=id
            name=name
            rows=rows
            readonly=readonly
            aria-describedby=frame.described_by()
            aria-invalid=frame.aria_invalid()
            inner_html=content(&value)
        ></textarea>
    };
    frame.around_control(label, control)
}

#[cfg(test)]
mod tests {
    use super::content;

    #[test]
    fn what_was_typed_cannot_leave_the_field() {
        assert_eq!(
            content("\n</textarea><b>&"),
            "\n\n&lt;/textarea&gt;&lt;b&gt;&amp;"
        );
    }
}
