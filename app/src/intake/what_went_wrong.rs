use domain::intake::{Event, Field};
use leptos::prelude::*;

use super::{
    fields::{Offer, radios},
    view::StepView,
};
use crate::tr;

/// What went wrong?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, intake.event.title);
    let offers = Event::ALL.map(|event| {
        let (label, detail) = match event {
            Event::Delay => (
                tr!(language, intake.event.delay),
                tr!(language, intake.event.delay_detail),
            ),
            Event::Cancellation => (
                tr!(language, intake.event.cancellation),
                tr!(language, intake.event.cancellation_detail),
            ),
            Event::Other => (
                tr!(language, intake.event.other),
                tr!(language, intake.event.other_detail),
            ),
        };
        Offer {
            value: event.value(),
            label,
            detail: Some(detail),
        }
    });
    let hint = tr!(language, intake.event.hint);
    let fields = radios(
        &view,
        Field::Event,
        heading.clone(),
        true,
        hint,
        false,
        offers.into(),
    );
    view.form(&heading, fields)
}
