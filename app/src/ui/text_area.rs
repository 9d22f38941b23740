use leptos::prelude::*;

use super::Wording;
use super::text_field::hint_and_fault;
use super::wording::described_by;

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
) -> impl IntoView {
    let described = described_by(&id, &hint, &fault);
    let invalid = fault.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label class="label" for=id.clone()>
                {label}
            </label>
            {hint_and_fault(&id, hint, fault, fault_word)}
            <textarea
                class="input"
                id=id
                name=name
                rows=rows
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
                inner_html=content(&value)
            ></textarea>
        </div>
    }
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
