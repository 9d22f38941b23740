use leptos::prelude::*;

use super::{Button, ButtonKind, field_frame::FieldFrame};
use crate::ui::Wording;

/// The search text of the desk, which is also the address.
#[component]
pub fn SearchLine(
    /// Where it is sent.
    #[prop(into)]
    action: String,
    /// Identifier of the input.
    #[prop(into)]
    id: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What is searched.
    #[prop(into)]
    label: String,
    /// The search text.
    #[prop(optional, into)]
    value: String,
    /// "Search"
    #[prop(into)]
    button: String,
    /// A word that is not understood.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
) -> impl IntoView {
    let frame = FieldFrame::new(&id, Wording::default(), fault, fault_word);
    let (described, invalid) = (frame.described_by(), frame.aria_invalid());
    view! {
        <form class="search-line" method="get" action=action role="search">
            <label class="label" for=id.clone()>
                {label}
            </label>
            {frame.messages()}
            <input
                class="input"
                data-code=""
                id=id
                name=name
                value=value
                autocomplete="off"
                spellcheck="false"
                aria-describedby=described
                aria-invalid=invalid
            />
            <Button kind=ButtonKind::Second label=button />
        </form>
    }
}
