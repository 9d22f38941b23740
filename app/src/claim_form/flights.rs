use domain::claim_form::{Field, Moment};
use leptos::prelude::*;
use text::tr;

use super::{
    fields::{Offer, day, radios, text},
    summary::trip_of,
    view::StepView,
};
use crate::{pages::h1, ui::FieldWidth};

/// Which flights, on which day?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let trip = trip_of(language, &view.answers, view.today);
    let airports = trip.map(|trip| trip.airports).unwrap_or_default();
    // Each leg with its two cities; the page cannot be reached without a trip.
    let legs: Vec<(u8, String, String)> = (1..)
        .zip(airports.windows(2))
        .map(|(leg, pair)| (leg, pair[0].city.clone(), pair[1].city.clone()))
        .collect();
    let many = legs.len() > 1;
    let heading = match many {
        true => tr!(language, claim_form.flights.title_many),
        false => tr!(language, claim_form.flights.title_one),
    };
    let numbers: Vec<AnyView> = legs
        .iter()
        .map(|(leg, origin, destination)| flight(&view, *leg, origin, destination, many))
        .collect();
    let disrupted = many.then(|| {
        let offers = legs.iter().map(|(leg, origin, destination)| Offer {
            value: LEGS[usize::from(*leg) - 1],
            label: leg_label(&view, origin, destination),
            detail: None,
        });
        let legend = tr!(language, claim_form.flights.disrupted);
        radios(
            &view,
            Field::DisruptedLeg,
            legend,
            false,
            None::<String>,
            false,
            offers.collect(),
        )
    });
    let fields = view! {
        {h1(&heading)}
        <p class="hint">{tr!(language, claim_form.flights.hint)}</p>
        {numbers}
        {operators(&view, &legs)}
        {day(
            &view,
            Moment::Flight,
            tr!(language, claim_form.flights.day),
            tr!(language, claim_form.flights.day_hint),
            None,
        )}
        {disrupted}
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}

/// Values of the radios, one a leg.
const LEGS: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

fn leg_label(view: &StepView, origin: &str, destination: &str) -> String {
    tr!(
        view.language,
        claim_form.flights.number_leg,
        origin = origin,
        destination = destination
    )
}

fn flight(view: &StepView, leg: u8, origin: &str, destination: &str, many: bool) -> AnyView {
    let language = view.language;
    let label = match many {
        true => leg_label(view, origin, destination),
        false => tr!(language, claim_form.flights.number),
    };
    let hint = tr!(language, claim_form.flights.number_hint);
    text(view, Field::Flight(leg), label, hint, FieldWidth::Ten, true)
}

/// Another airline in the seat of the one on the ticket: rare, so it is folded
/// away until it is needed.
fn operators(view: &StepView, legs: &[(u8, String, String)]) -> AnyView {
    let language = view.language;
    let is_needed = |(leg, _, _): &(u8, String, String)| {
        let field = Field::OperatedBy(*leg);
        view.answers.has(field) || view.faults.at(field).is_some()
    };
    let open = legs.iter().any(is_needed);
    let fields: Vec<AnyView> = legs
        .iter()
        .map(|(leg, origin, destination)| {
            let label = tr!(
                language,
                claim_form.flights.operated_leg,
                origin = origin,
                destination = destination
            );
            text(
                view,
                Field::OperatedBy(*leg),
                label,
                None::<String>,
                FieldWidth::Full,
                true,
            )
        })
        .collect();
    view! {
        <details class="folded" open=open>
            <summary>{tr!(language, claim_form.flights.operated_by)}</summary>
            <p class="hint">{tr!(language, claim_form.flights.operated_by_hint)}</p>
            {fields}
        </details>
    }
    .into_any()
}
