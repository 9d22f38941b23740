use domain::claim_form::{DisruptionKind, Field, Moment, parse_disruption};
use leptos::prelude::*;
use text::tr;

use super::{
    fields::{day, flight_day, time},
    summary::trip_of,
    view::StepView,
};
use crate::pages::h1;

/// When should it have arrived, and after a cancellation also left?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let trip = trip_of(language, &view.answers, view.today);
    let city = trip
        .map(|trip| trip.destination().city.clone())
        .unwrap_or_default();
    let cancelled = parse_disruption(&view.answers) == Ok(DisruptionKind::Cancellation);
    let heading = match cancelled {
        true => tr!(language, claim_form.schedule.title_cancellation),
        false => tr!(
            language,
            claim_form.schedule.title_delay,
            city = city.clone()
        ),
    };
    let day_hint = tr!(language, claim_form.schedule.day_hint);
    let time_hint = tr!(language, common.time_hint);
    let departure = cancelled.then(|| {
        let legend = tr!(
            language,
            claim_form.schedule.departure_day,
            flight = cancelled_flight(&view)
        );
        let label = tr!(language, claim_form.schedule.departure_time);
        view! {
            {day(&view, Moment::BookedDeparture, legend, day_hint.clone(), flight_day(&view))}
            {time(&view, Moment::BookedDeparture, label, time_hint.clone())}
        }
    });
    let legend = tr!(language, claim_form.schedule.arrival_day, city = city);
    let label = tr!(language, claim_form.schedule.arrival_time);
    let fields = view! {
        {h1(&heading)}
        <p class="hint">{tr!(language, claim_form.schedule.hint)}</p>
        {departure}
        {day(&view, Moment::BookedArrival, legend, day_hint, flight_day(&view))}
        {time(&view, Moment::BookedArrival, label, time_hint)}
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}

/// The number of the flight that was cancelled.
fn cancelled_flight(view: &StepView) -> String {
    let leg = view.answers.get(Field::DisruptedLeg).parse().unwrap_or(1);
    view.answers.get(Field::Flight(leg)).to_uppercase()
}
