use domain::claim_form::{Field, Instead, Moment, Reading};
use leptos::prelude::*;
use text::{format, places::Airports, statement as stated, tr};

use super::{
    fields::{Offer, day, fault_at, fault_word, posted_name, radios, time},
    summary::trip_of,
    view::StepView,
};
use crate::{
    pages::h1,
    ui::{Card, Checkbox, Pair, Pairs},
    widgets::ArrivalDifference,
};

/// When did the trip end, or what happened instead?
///
/// All of it stands on the page; with a style sheet that knows `:has()` what
/// happened instead shows with the tick, and the time only where there is one.
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let trip = trip_of(language, &view.answers, view.today);
    let (city, code) = trip
        .map(|trip| {
            (
                trip.destination().city.clone(),
                trip.destination().code.clone(),
            )
        })
        .unwrap_or_default();
    let heading = tr!(language, claim_form.arrival.title, city = city.clone());
    let context = Airports::context(view.today);
    let booked = Reading::new(&view.answers, &context)
        .schedule()
        .ok()
        .map(|schedule| schedule.arrival);
    let card = booked.map(|booked| {
        let term = tr!(language, claim_form.arrival.booked, code = code);
        let pairs = vec![Pair::new(term, format::moment(language, booked))];
        view! { <Card><Pairs pairs /></Card> }
    });
    let legend = tr!(language, claim_form.arrival.day);
    let hint = tr!(language, claim_form.arrival.day_hint);
    let label = tr!(language, claim_form.arrival.time);
    let time_hint = tr!(language, claim_form.arrival.time_hint, city = city);
    let never = Field::NeverArrived;
    let fields = view! {
        {h1(&heading)}
        <p>{tr!(language, claim_form.arrival.hint)}</p>
        {card}
        <div class="arrival-time">
            {day(&view, Moment::ActualArrival, legend, hint, None)}
            {time(&view, Moment::ActualArrival, label, time_hint)}
            <ArrivalDifference />
        </div>
        <Checkbox
            id=never.name()
            name=posted_name(never)
            value="yes"
            label=tr!(language, claim_form.arrival.never)
            checked=view.answers.has(never)
            fault=fault_at(&view, never)
            fault_word=fault_word(&view)
        />
        <div class="arrival-instead">{instead(&view)}</div>
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}

/// What happened, if it was not an arrival with the booked flights?
fn instead(view: &StepView) -> AnyView {
    let language = view.language;
    let offers = Instead::ALL.map(|instead| Offer {
        value: instead.value(),
        label: stated::instead(language, instead),
        detail: match instead {
            Instead::MoneyBack => None,
            Instead::GaveUp => Some(tr!(language, claim_form.arrival.gave_up_detail)),
            Instead::Rerouted | Instead::OwnWay => {
                Some(tr!(language, claim_form.arrival.another_way_detail))
            }
        },
    });
    radios(
        view,
        Field::Instead,
        tr!(language, claim_form.arrival.instead),
        false,
        tr!(language, claim_form.arrival.instead_hint),
        false,
        offers.into(),
    )
}
