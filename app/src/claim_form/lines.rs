//! The buttons of lists that grow and shrink by a line: stops, and people.

use domain::claim_form::Field;
use leptos::prelude::*;

use super::view::StepView;
use crate::ui::{Button, ButtonKind};

/// "Add a …": saves the page and shows an empty line more.
pub fn add(view: &StepView, label: String) -> AnyView {
    let value = format!("add {}", view.step.slug());
    view! {
        <p>
            <Button kind=ButtonKind::Second label name="then" value />
        </p>
    }
    .into_any()
}

/// "Remove", with the line it takes out for those who hear it.
pub fn remove(field: Field, label: String, line: &str) -> AnyView {
    view! {
        <Button
            kind=ButtonKind::Plain
            label
            hidden=format!(" {line}")
            name="then"
            value=format!("remove {}", field.name())
        />
    }
    .into_any()
}
