use leptos::prelude::*;

use crate::ui::Wording;

/// How much weight a button has. One `Primary` a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The next step, filled.
    #[default]
    Primary,
    /// Another step, outlined.
    Second,
    /// Takes something away.
    Danger,
    /// Looks like a link.
    Plain,
}

impl ButtonKind {
    pub(super) const fn mark(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Second => "second",
            Self::Danger => "danger",
            Self::Plain => "plain",
        }
    }
}

/// A button that sends its form.
#[component]
pub fn Button(
    /// Its weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// The words on it.
    #[prop(into)]
    label: String,
    /// Words that complete the label for those who do not see what it stands
    /// beside: "Remove" + "Paris".
    #[prop(optional, into)]
    hidden: Wording,
    /// Name sent with the form.
    #[prop(optional, into)]
    name: Wording,
    /// Value sent with the form.
    #[prop(optional, into)]
    value: Wording,
    /// Another address to send the form to.
    #[prop(optional, into)]
    formaction: Wording,
    /// Identifier of the sentence that says why this cannot be done now. The
    /// button stays in its place and can be reached, but does not send.
    #[prop(optional, into)]
    blocked_by: Wording,
) -> impl IntoView {
    let blocked = blocked_by.is_some();
    view! {
        <button
            class="button"
            data-kind=kind.mark()
            type=if blocked { "button" } else { "submit" }
            name=name.get()
            value=value.get()
            formaction=formaction.get()
            aria-disabled=blocked.then_some("true")
            aria-describedby=blocked_by.get()
        >
            {label}
            {hidden.get().map(|words| view! { <span class="sr">" "{words}</span> })}
        </button>
    }
}
