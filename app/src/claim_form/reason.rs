use domain::claim_form::{Field, StatedReason};
use leptos::prelude::*;

use super::{
    fields::{Offer, one_question},
    view::StepView,
};
use text::{statement as stated, tr};

/// What did the airline say?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.reason.title);
    let offers = StatedReason::ALL
        .map(|reason| Offer::plain(reason.value(), stated::reason(language, reason)));
    let hint = tr!(language, claim_form.reason.hint);
    one_question(view, Field::Reason, heading, hint, offers.into())
}
