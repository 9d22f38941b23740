use domain::claim_form::{Field, Moment, Replacement};
use leptos::prelude::*;
use text::{statement as stated, tr};

use super::{
    fields::{Offer, day, radios, time},
    summary::trip_of,
    view::StepView,
};
use crate::ui::FieldGroup;

/// What was offered instead?
///
/// The times stand on the same page; with a style sheet that knows `:has()`
/// they show only where they are asked for.
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.replacement.title);
    let trip = trip_of(language, &view.answers, view.today);
    let city = trip
        .map(|trip| trip.destination().city.clone())
        .unwrap_or_default();
    let offers =
        Replacement::VALUES.map(|value| Offer::plain(value, stated::replacement(language, value)));
    let hint = tr!(language, claim_form.replacement.day_hint);
    let time_hint = tr!(language, common.time_hint);
    let departure_day = tr!(language, claim_form.replacement.departure_day);
    let departure_time = tr!(language, claim_form.replacement.departure_time);
    let arrival_day = tr!(language, claim_form.replacement.arrival_day, city = city);
    let arrival_time = tr!(language, claim_form.replacement.arrival_time);
    let departure = view! {
        {day(&view, Moment::ReplacementDeparture, departure_day, hint.clone(), None)}
        {time(&view, Moment::ReplacementDeparture, departure_time, time_hint.clone())}
    };
    let departure = departure.into_any();
    let arrival = view! {
        {day(&view, Moment::ReplacementArrival, arrival_day, hint, None)}
        {time(&view, Moment::ReplacementArrival, arrival_time, time_hint)}
    };
    let arrival = arrival.into_any();
    let fields = view! {
        {radios(
            &view,
            Field::Replacement,
            heading.clone(),
            true,
            None::<String>,
            false,
            offers.into(),
        )}
        <div class="replacement-times">
            <FieldGroup
                id="replacement-times"
                legend=tr!(language, claim_form.replacement.times)
                hint=tr!(language, claim_form.replacement.times_hint)
            >
                <div class="replacement-departure">{departure}</div>
                {arrival}
            </FieldGroup>
        </div>
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}
