use leptos::prelude::*;

use super::field_frame::FieldFrame;
use crate::ui::Wording;

/// How wide a field is: a hint at how much is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldWidth {
    /// As wide as the column.
    #[default]
    Full,
    /// About ten characters.
    Ten,
    /// About five characters: a time, a year.
    Four,
}

impl FieldWidth {
    pub(super) const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Full => None,
            Self::Ten => Some("ten"),
            Self::Four => Some("four"),
        }
    }
}

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A password, not shown.
    Password,
}

impl FieldKind {
    const fn mark(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
        }
    }
}

/// One line of text with its label, hint and fault.
#[component]
pub fn TextField(
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
    /// How wide it is.
    #[prop(optional)]
    width: FieldWidth,
    /// Which keyboard is wanted, such as `numeric`.
    #[prop(optional, into)]
    inputmode: Wording,
    /// What a browser may fill in. With `off` it would also forget what was
    /// typed when one comes back to the page.
    #[prop(optional, into)]
    autocomplete: Wording,
    /// What kind of text.
    #[prop(optional)]
    kind: FieldKind,
    /// Whether spelling is checked; the browser decides if nothing is said.
    #[prop(optional)]
    spellcheck: Option<bool>,
    /// Something in the fixed-width face: a code, a reference, a flight.
    #[prop(optional)]
    code: bool,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let control = view! {
        <input
            class="input"
            data-width=width.mark()
            data-code=code.then_some("")
            id=id
            name=name
            type=kind.mark()
            value=value
            inputmode=inputmode.get()
            autocomplete=autocomplete.get()
            spellcheck=spellcheck.map(|check| if check { "true" } else { "false" })
            aria-describedby=frame.described_by()
            aria-invalid=frame.aria_invalid()
        />
    };
    frame.around_control(label, control)
}
