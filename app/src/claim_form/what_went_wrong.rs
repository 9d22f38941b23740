use domain::claim_form::{DisruptionKind, Field};
use leptos::prelude::*;

use super::{
    fields::{Offer, one_question},
    view::StepView,
};
use text::tr;

/// What went wrong?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.disruption.title);
    let offers = DisruptionKind::ALL.map(|kind| {
        let (label, detail) = match kind {
            DisruptionKind::Delay => (
                tr!(language, claim_form.disruption.delay),
                tr!(language, claim_form.disruption.delay_detail),
            ),
            DisruptionKind::Cancellation => (
                tr!(language, claim_form.disruption.cancellation),
                tr!(language, claim_form.disruption.cancellation_detail),
            ),
            DisruptionKind::Other => (
                tr!(language, claim_form.disruption.other),
                tr!(language, claim_form.disruption.other_detail),
            ),
        };
        Offer {
            value: kind.value(),
            label,
            detail: Some(detail),
        }
    });
    let hint = tr!(language, claim_form.disruption.hint);
    one_question(view, Field::Disruption, heading, hint, offers.into())
}
