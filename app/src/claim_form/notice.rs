use domain::claim_form::{Field, Notice};
use leptos::prelude::*;

use super::{
    fields::{Offer, one_question},
    view::StepView,
};
use text::{statement as stated, tr};

/// When was the cancellation announced?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.notice.title);
    let offers = Notice::ALL.map(|notice| Offer::plain(notice.value(), label(&view, notice)));
    let hint = tr!(language, claim_form.notice.hint);
    one_question(view, Field::Notice, heading, hint, offers.into())
}

fn label(view: &StepView, notice: Notice) -> String {
    stated::notice(view.language, notice)
}
