use domain::intake::Field;
use leptos::prelude::*;

use super::{
    fields::{fault_at, fault_word, posted_name},
    view::StepView,
};
use crate::{
    pages::h1,
    tr,
    ui::{FieldKind, TextField},
};

/// Where can we write to?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, intake.contact.title);
    let field = Field::Email;
    let fields = view! {
        {h1(&heading)}
        <TextField
            id=field.name()
            name=posted_name(field)
            label=tr!(language, intake.contact.email)
            hint=tr!(language, intake.contact.hint)
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
