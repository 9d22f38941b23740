use leptos::prelude::*;

use super::Wording;
use super::wording::described_by;

/// How wide a field is drawn: a hint at how much is expected.
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

/// The hint and the fault of a field, in the order they are read.
pub(super) fn hint_and_fault(
    id: &str,
    hint: Wording,
    fault: Wording,
    fault_word: Wording,
) -> impl IntoView + use<> {
    let (hint_id, fault_id) = (format!("{id}-hint"), format!("{id}-fault"));
    let hint = hint
        .get()
        .map(|text| view! { <p class="hint" id=hint_id>{text}</p> });
    let fault = fault.get().map(|text| {
        let word = fault_word
            .get()
            .map(|word| view! { <span class="sr">{word}" "</span> });
        view! { <p class="fault" id=fault_id>{word}{text}</p> }
    });
    (hint, fault)
}

/// One line of text with its label, hint and fault.
///
/// The hint has the identifier `{id}-hint`, the fault `{id}-fault`.
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
    /// How wide it is drawn.
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
    let described = described_by(&id, &hint, &fault);
    let invalid = fault.is_some();
    view! {
        <div class="field" data-invalid=invalid.then_some("")>
            <label class="label" for=id.clone()>
                {label}
            </label>
            {hint_and_fault(&id, hint, fault, fault_word)}
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
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
        </div>
    }
}
