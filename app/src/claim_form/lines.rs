//! Lists that grow and shrink by a line: stops, and people.

use domain::claim_form::Field;
use leptos::prelude::*;

use super::view::StepView;
use crate::ui::{Button, ButtonKind};

/// How many lines are shown: as many as were answered, `least` if those are
/// fewer, and an empty one if that was asked for.
pub fn shown(view: &StepView, at: fn(u8) -> Field, least: u8, most: u8) -> u8 {
    let given = (1..=most).filter(|n| view.answers.has(at(*n))).max();
    let given = given.unwrap_or(0).max(least);
    (given + u8::from(view.one_more)).min(most)
}

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
