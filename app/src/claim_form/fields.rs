//! The ui's fields, filled from a draft: names, values and faults of a
//! [`Field`] in one place.

use domain::claim_form::{Field, Moment, Part};
use leptos::prelude::*;
use text::{faults, tr};

use super::view::StepView;
use crate::ui::{
    DateField, DateParts, DateTriple, FieldWidth, RadioCards, RadioOption, TextField, Wording,
};

/// The name a field is posted under.
pub fn posted_name(field: Field) -> String {
    format!("form[{}]", field.name())
}

/// The sentence for what is wrong with a field.
pub fn fault_at(view: &StepView, field: Field) -> Option<String> {
    let fault = view
        .faults
        .list()
        .iter()
        .find(|fault| fault.field == field)?;
    Some(faults::fault(view.language, fault))
}

/// "Error: ", read before a fault.
pub fn fault_word(view: &StepView) -> String {
    tr!(view.language, common.error_word)
}

/// What a radio offers: its value, its label, and more about it.
pub struct Offer {
    /// The value in the form.
    pub value: &'static str,
    /// What it means.
    pub label: String,
    /// More about it.
    pub detail: Option<String>,
}

impl Offer {
    /// An answer that needs no explanation.
    pub fn plain(value: &'static str, label: String) -> Self {
        Self {
            value,
            label,
            detail: None,
        }
    }
}

/// Radio cards for a field.
pub fn radios(
    view: &StepView,
    field: Field,
    legend: String,
    heading: bool,
    hint: impl Into<Wording>,
    pair: bool,
    offers: Vec<Offer>,
) -> AnyView {
    let chosen = view.answers.get(field);
    let options = offers
        .into_iter()
        .map(|offer| RadioOption {
            checked: offer.value == chosen,
            value: offer.value.to_owned(),
            label: offer.label,
            detail: offer.detail,
        })
        .collect();
    view! {
        <RadioCards
            id=field.name()
            name=posted_name(field)
            legend
            heading
            hint=hint.into()
            options
            pair
            fault=fault_at(view, field)
            fault_word=fault_word(view)
        />
    }
    .into_any()
}

/// A page of one question: the legend of its radio cards is the heading.
pub fn one_question(
    view: StepView,
    field: Field,
    heading: String,
    hint: String,
    offers: Vec<Offer>,
) -> AnyView {
    let fields = radios(&view, field, heading.clone(), true, hint, false, offers);
    view.form(&heading, fields)
}

/// The three boxes of a day. `fallback` is shown where nothing was typed yet.
pub fn day(
    view: &StepView,
    moment: Moment,
    legend: String,
    hint: String,
    fallback: Option<DateTriple>,
) -> AnyView {
    let language = view.language;
    let field = |part| Field::When(moment, part);
    let text = |part| view.answers.get(field(part)).to_owned();
    let fault = |part| fault_at(view, field(part));
    let typed = DateTriple::new(text(Part::Day), text(Part::Month), text(Part::Year));
    let values = match (typed == DateTriple::default(), fallback) {
        (true, Some(fallback)) if view.faults.list().is_empty() => fallback,
        _ => typed,
    };
    let faulty = DateParts {
        day: fault(Part::Day).is_some(),
        month: fault(Part::Month).is_some(),
        year: fault(Part::Year).is_some(),
    };
    let message = fault(Part::Day)
        .or_else(|| fault(Part::Month))
        .or_else(|| fault(Part::Year));
    let id = field(Part::Day).name();
    let name = |part| posted_name(field(part));
    view! {
        <DateField
            id=id.trim_end_matches("-day").to_owned()
            names=DateTriple::new(name(Part::Day), name(Part::Month), name(Part::Year))
            legend
            labels=DateTriple::new(
                tr!(language, common.day),
                tr!(language, common.month),
                tr!(language, common.year),
            )
            values
            hint
            fault=message
            fault_word=fault_word(view)
            faulty
        />
    }
    .into_any()
}

/// A box for a time of day.
pub fn time(view: &StepView, moment: Moment, label: String, hint: String) -> AnyView {
    let field = Field::When(moment, Part::Time);
    text(view, field, label, hint, FieldWidth::Four, false)
}

/// A box for a text.
pub fn text(
    view: &StepView,
    field: Field,
    label: String,
    hint: impl Into<Wording>,
    width: FieldWidth,
    code: bool,
) -> AnyView {
    view! {
        <TextField
            id=field.name()
            name=posted_name(field)
            label
            value=view.answers.get(field).to_owned()
            hint=hint.into()
            width
            code
            spellcheck=false
            fault=fault_at(view, field)
            fault_word=fault_word(view)
        />
    }
    .into_any()
}

/// The day of the first flight as it was typed, to begin another day with.
pub fn flight_day(view: &StepView) -> Option<DateTriple> {
    let text = |part| {
        view.answers
            .get(Field::When(Moment::Flight, part))
            .to_owned()
    };
    Some(DateTriple::new(
        text(Part::Day),
        text(Part::Month),
        text(Part::Year),
    ))
}
