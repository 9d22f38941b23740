use domain::claim_form::{Field, MAX_PEOPLE};
use leptos::prelude::*;
use text::tr;

use super::{
    fields::{fault_at, fault_word, posted_name},
    lines, list,
    view::StepView,
};
use crate::{pages::h1, ui::TextField};

/// Who travelled?
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let heading = tr!(language, claim_form.people.title);
    let shown = list::PEOPLE.shown(&view.answers, view.one_more);
    let lines: Vec<AnyView> = (1..=shown).map(|n| line(&view, n)).collect();
    let add = (shown < MAX_PEOPLE).then(|| lines::add(&view, tr!(language, claim_form.people.add)));
    let fields = view! {
        {h1(&heading)}
        <p class="hint">{tr!(language, claim_form.people.hint)}</p>
        {lines}
        {add}
    };
    let fields = fields.into_any();
    view.form(&heading, fields)
}

fn line(view: &StepView, n: u8) -> AnyView {
    let language = view.language;
    let field = Field::Passenger(n);
    let label = match n {
        1 => tr!(language, claim_form.people.lead),
        _ => tr!(language, claim_form.people.other, n = n),
    };
    let remove =
        (n > 1).then(|| lines::remove(field, tr!(language, claim_form.people.remove), &label));
    let autocomplete = (n == 1).then_some("name");
    view! {
        <div class="line-of-list">
            <TextField
                id=field.name()
                name=posted_name(field)
                label
                value=view.answers.get(field).to_owned()
                autocomplete
                spellcheck=false
                fault=fault_at(view, field)
                fault_word=fault_word(view)
            />
            {remove}
        </div>
    }
    .into_any()
}
