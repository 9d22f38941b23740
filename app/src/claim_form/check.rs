use backend::{Snapshot, assess};
use domain::claim_form::{Field, Step, parse_contact, parse_people};
use leptos::prelude::*;
use text::tr;

use super::{
    address::step_path,
    api::SendClaim,
    fields::{fault_at, fault_word, posted_name},
    summary::{AnswerRow, statement_rows},
    view::{ANSWERS, StepView},
};
use crate::{
    assessment::AssessmentWords,
    pages::h1,
    ui::{Actions, Button, Checkbox, FieldGroup, Heading, OutcomeTicket, SummaryList, SummaryRow},
};

/// Everything once more, and the button that sends it.
pub fn page(view: StepView) -> AnyView {
    let language = view.language;
    let Ok(snapshot) = assess(&view.answers, view.today) else {
        crate::request::redirect(&step_path(language, Step::Result));
        return ().into_any();
    };
    let heading = tr!(language, claim_form.check.title);
    let words = AssessmentWords::new(language, &snapshot);
    let count = parse_people(&view.answers).map_or(1, |people| people.len());
    let headline = words.headline_for(count);
    let content = view! {
        {h1(&heading)}
        <p>{tr!(language, claim_form.check.lead)}</p>
        <Heading id=ANSWERS>{tr!(language, claim_form.check.trip)}</Heading>
        <SummaryList rows=rows(&view, statement_rows(language, &snapshot.statement)) />
        <Heading>{tr!(language, claim_form.check.people)}</Heading>
        <SummaryList rows=rows(&view, people(&view)) />
        <Heading>{tr!(language, claim_form.check.contact)}</Heading>
        <SummaryList rows=rows(&view, contact(&view)) />
        <OutcomeTicket
            tone=headline.tone
            heading=headline.heading
            amount=headline.amount
            sum=headline.sum
            plain=true
        />
        {send_form(&view, &snapshot)}
    };
    let content = content.into_any();
    view.frame(&heading, None, content)
}

fn rows(view: &StepView, rows: Vec<AnswerRow>) -> Vec<SummaryRow> {
    rows.into_iter()
        .map(|row| row.changeable(view.language, Step::Check))
        .collect()
}

fn people(view: &StepView) -> Vec<AnswerRow> {
    let language = view.language;
    let people = parse_people(&view.answers).unwrap_or_default();
    (1..)
        .zip(people)
        .map(|(n, name)| AnswerRow {
            term: match n {
                1 => tr!(language, claim_form.check.person_lead),
                n => tr!(language, claim_form.check.person, n = n),
            },
            value: name.to_string(),
            small: None,
            step: Step::People,
        })
        .collect()
}

fn contact(view: &StepView) -> Vec<AnswerRow> {
    let term = tr!(view.language, claim_form.contact.email);
    let email = parse_contact(&view.answers)
        .map(|email| email.to_string())
        .unwrap_or_default();
    vec![AnswerRow {
        term,
        value: email,
        small: None,
        step: Step::Contact,
    }]
}

/// A form of its own: sending is not saving.
fn send_form(view: &StepView, snapshot: &Snapshot) -> AnyView {
    let language = view.language;
    let action = <SendClaim as server_fn::ServerFn>::PATH;
    let words = AssessmentWords::new(language, snapshot);
    let carrier = words.claim_to().map_or_else(
        || tr!(language, claim_form.check.the_airline),
        |(name, _)| name,
    );
    let tick = |field: Field, label: String| {
        view! {
            <Checkbox
                id=field.name()
                name=posted_name(field)
                value="yes"
                label
                checked=view.answers.get(field) == "yes"
                fault=fault_at(view, field)
                fault_word=fault_word(view)
            />
        }
    };
    let is_true = tick(Field::IsTrue, tr!(language, claim_form.check.is_true)).into_any();
    let may_act = tick(
        Field::MayAct,
        tr!(language, claim_form.check.may_act, carrier = carrier),
    )
    .into_any();
    view! {
        <form method="post" action=action id="step" novalidate>
            <input type="hidden" name="language" value=language.tag() />
            <input type="hidden" name="version" value=view.version.to_string() />
            <FieldGroup id="before" legend=tr!(language, claim_form.check.before) hide_legend=true>
                {is_true}
                {may_act}
            </FieldGroup>
            <Actions>
                <Button label=tr!(language, claim_form.check.send) />
            </Actions>
        </form>
    }
    .into_any()
}
