use domain::claim_form::{FaultKind, Field, MAX_STOPS, OneBooking};
use leptos::prelude::*;
use text::{places::Airports, tr};

use super::{
    fields::{Offer, fault_at, fault_word, posted_name, radios},
    lines, list,
    view::StepView,
};
use crate::{
    pages::h1,
    ui::{ComboboxField, FieldGroup, Suggestion, Suggestions, Wording},
    widgets::AirportPicker,
};

/// Where did the trip start and end?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.trip.title);
    let hint = tr!(language, claim_form.trip.airport_hint);
    let fields = view! {
        {h1(&heading)}
        <p class="hint">{tr!(language, claim_form.trip.hint)}</p>
        {airport(&view, Field::Origin, tr!(language, claim_form.trip.origin), hint)}
        {airport(
            &view,
            Field::Destination,
            tr!(language, claim_form.trip.destination),
            tr!(language, claim_form.trip.destination_hint),
        )}
        {stops(&view)}
        {one_booking(&view)}
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}

/// A field for an airport, with what may have been meant below it, and the
/// picker that is hydrated in the browser.
fn airport(view: &StepView, field: Field, label: String, hint: impl Into<Wording>) -> AnyView {
    let language = view.language;
    let text = view.answers.get(field).to_owned();
    let code = Airports::meant(&text, language).map(|airport| airport.code);
    let suggestions = suggestions(view, field);
    view! {
        <ComboboxField
            id=field.name()
            name=posted_name(field)
            label
            value=text
            code
            hint=hint.into()
            fault=fault_at(view, field)
            fault_word=fault_word(view)
        >
            <AirportPicker />
            {suggestions}
        </ComboboxField>
    }
    .into_any()
}

/// "Did you mean": after an ambiguous text, one button an airport.
fn suggestions(view: &StepView, field: Field) -> Option<AnyView> {
    let kind = view.faults.at(field)?;
    if !matches!(
        kind,
        FaultKind::AirportAmbiguous | FaultKind::AirportUnknown | FaultKind::AirportDoubtful(_)
    ) {
        return None;
    }
    let language = view.language;
    let options: Vec<Suggestion> = Airports::offered(view.answers.get(field), language)
        .into_iter()
        .map(|airport| Suggestion {
            value: format!("pick {} {}", field.name(), airport.code),
            label: airport.label(),
            code: airport.code,
            detail: Some(airport.name),
        })
        .collect();
    (!options.is_empty()).then(|| {
        let title = tr!(language, claim_form.trip.did_you_mean);
        view! { <Suggestions title name="then" options /> }.into_any()
    })
}

fn stops(view: &StepView) -> AnyView {
    let language = view.language;
    let shown = list::STOPS.shown(&view.answers, view.one_more);
    let stops = (1..=shown).map(|n| {
        let label = tr!(language, claim_form.trip.stop, n = n);
        let remove = lines::remove(
            Field::Stop(n),
            tr!(language, claim_form.trip.remove),
            &label,
        );
        view! {
            <div class="line-of-list">
                {airport(view, Field::Stop(n), label, None::<String>)}
                {remove}
            </div>
        }
    });
    let stops = stops.collect_view();
    let add = (shown < MAX_STOPS).then(|| lines::add(view, tr!(language, claim_form.trip.add)));
    view! {
        <FieldGroup
            id="stops"
            legend=tr!(language, claim_form.trip.stops)
            hint=tr!(language, claim_form.trip.stops_hint)
        >
            {stops}
            {add}
        </FieldGroup>
    }
    .into_any()
}

fn one_booking(view: &StepView) -> AnyView {
    let language = view.language;
    let offers = OneBooking::ALL.map(|choice| {
        let label = match choice {
            OneBooking::Yes => tr!(language, common.yes),
            OneBooking::No => tr!(language, common.no),
            OneBooking::Unknown => tr!(language, claim_form.trip.unknown),
        };
        Offer::plain(choice.value(), label)
    });
    let legend = tr!(language, claim_form.trip.one_booking);
    let hint = tr!(language, claim_form.trip.one_booking_hint);
    radios(
        view,
        Field::OneBooking,
        legend,
        false,
        hint,
        true,
        offers.into(),
    )
}
