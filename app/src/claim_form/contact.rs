use domain::claim_form::Field;
use leptos::prelude::*;
use text::tr;

use super::{
    fields::{fault_at, fault_word, posted_name},
    view::StepView,
};
use crate::{
    pages::h1,
    ui::{FieldKind, TextField},
};

/// Where can we write to?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.contact.title);
    let field = Field::Email;
    let fields = view! {
        {h1(&heading)}
        <TextField
            id=field.name()
            name=posted_name(field)
            label=tr!(language, claim_form.contact.email)
            hint=tr!(language, claim_form.contact.hint)
            value=view.answers.get(field).to_owned()
            kind=FieldKind::Email
            autocomplete="email"
            spellcheck=false
            fault=fault_at(&view, field)
            fault_word=fault_word(&view)
        />
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}
