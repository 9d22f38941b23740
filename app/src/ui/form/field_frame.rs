use leptos::prelude::*;

use crate::ui::Wording;

/// What every field has around its control, in the order of the GOV.UK design
/// system: label or legend, hint, error message, control.
///
/// The hint has the identifier `{id}-hint`, the error message `{id}-fault`;
/// the control names those that are there in its `aria-describedby`.
#[derive(Clone, Debug)]
pub(super) struct FieldFrame {
    id: String,
    hint: Wording,
    fault: Wording,
    fault_word: Wording,
}

/// The question above several controls.
pub(super) struct Legend {
    /// What is asked.
    pub text: String,
    /// Whether it is the heading of the page.
    pub heading: bool,
    /// Whether it is heard but not seen.
    pub hidden: bool,
}

impl FieldFrame {
    /// The frame of the field `id`: what helps to answer, what is wrong with
    /// the answer, and the word that is read before that.
    pub fn new(id: &str, hint: Wording, fault: Wording, fault_word: Wording) -> Self {
        Self {
            id: id.to_owned(),
            hint,
            fault,
            fault_word,
        }
    }

    fn is_invalid(&self) -> bool {
        self.fault.is_some()
    }

    /// The control's `aria-invalid`.
    pub fn aria_invalid(&self) -> Option<&'static str> {
        self.is_invalid().then_some("true")
    }

    /// The frame's `data-invalid`, which the style sheet looks at.
    pub fn data_invalid(&self) -> Option<&'static str> {
        self.is_invalid().then_some("")
    }

    /// The control's `aria-describedby`: hint and error message, as they are
    /// read.
    pub fn described_by(&self) -> Option<String> {
        let hint = self.hint.is_some().then(|| self.hint_id());
        let fault = self.is_invalid().then(|| self.fault_id());
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The same for a control that is not the one at fault.
    pub fn described_by_hint(&self) -> Option<String> {
        self.hint.is_some().then(|| self.hint_id())
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn fault_id(&self) -> String {
        format!("{}-fault", self.id)
    }

    /// The hint and the error message.
    pub fn messages(self) -> impl IntoView + use<> {
        let (hint_id, fault_id) = (self.hint_id(), self.fault_id());
        let hint = self
            .hint
            .get()
            .map(|text| view! { <p class="hint" id=hint_id>{text}</p> });
        let word = self
            .fault_word
            .get()
            .map(|word| view! { <span class="sr">{word}" "</span> });
        let fault = self
            .fault
            .get()
            .map(|text| view! { <p class="fault" id=fault_id>{word}{text}</p> });
        (hint, fault)
    }

    /// The frame around one control with the identifier of the field.
    pub fn around_control(self, label: String, control: impl IntoView) -> impl IntoView {
        let (id, invalid) = (self.id.clone(), self.data_invalid());
        view! {
            <div class="field" data-invalid=invalid>
                <label class="label" for=id>
                    {label}
                </label>
                {self.messages()}
                {control}
            </div>
        }
    }

    /// The frame around several controls under one question. `target` gives
    /// the group itself the identifier of the field, for an error that belongs
    /// to no single control.
    pub fn around_group(
        self,
        legend: Legend,
        target: bool,
        controls: impl IntoView,
    ) -> impl IntoView {
        let id = target.then(|| self.id.clone());
        // The link in the error summary moves the focus here.
        let tabindex = (target && self.is_invalid()).then_some("-1");
        let (invalid, described) = (self.data_invalid(), self.described_by());
        view! {
            <fieldset
                class="field"
                id=id
                tabindex=tabindex
                data-invalid=invalid
                aria-describedby=described
            >
                {legend.view()}
                {self.messages()}
                {controls}
            </fieldset>
        }
    }
}

impl Legend {
    fn view(self) -> AnyView {
        match self.heading {
            true => view! { <legend><h1>{self.text}</h1></legend> }.into_any(),
            false => {
                view! { <legend class=self.hidden.then_some("sr")>{self.text}</legend> }.into_any()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(hint: &str, fault: &str) -> FieldFrame {
        FieldFrame::new("time", hint.into(), fault.into(), "Error:".into())
    }

    #[test]
    fn a_control_is_described_by_what_is_there() {
        assert_eq!(frame("", "").described_by(), None);
        assert_eq!(
            frame("24 hours", "").described_by().as_deref(),
            Some("time-hint")
        );
        assert_eq!(
            frame("", "Not a time").described_by().as_deref(),
            Some("time-fault")
        );
        let both = frame("24 hours", "Not a time");
        assert_eq!(both.described_by().as_deref(), Some("time-hint time-fault"));
        assert_eq!(both.described_by_hint().as_deref(), Some("time-hint"));
    }

    #[test]
    fn only_a_faulty_field_is_invalid() {
        assert_eq!(frame("24 hours", "").aria_invalid(), None);
        assert_eq!(frame("", "").data_invalid(), None);
        assert_eq!(frame("", "Not a time").aria_invalid(), Some("true"));
        assert_eq!(frame("", "Not a time").data_invalid(), Some(""));
    }
}
