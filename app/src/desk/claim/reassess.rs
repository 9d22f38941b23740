use backend::{DeskClaim, ReassessedClaim};
use domain::{
    Language,
    access::{ReadClaims, ReassessClaims, Staff},
    claim::ClaimState,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::{format, law, tr};

use super::api::ReassessClaim;
use crate::{
    assessment::AssessmentWords,
    desk::frame::{desk_frame, other_staff, shown_to, staff_only},
    error::{ErrorCode, Failure},
    pages::title,
    request,
    ui::{BackLink, Block, Button, DataTable, Heading, Level, Notice},
};

/// The form that takes over what today's rules say.
const TAKE_OVER: &str = "take-over";

/// The address of the page that assesses a claim again.
pub fn reassess_path(language: Language, claim: &DeskClaim) -> String {
    format!("{}/reassess", claim_path(language, claim))
}

fn claim_path(language: Language, claim: &DeskClaim) -> String {
    format!("/{language}/desk/claims/{}", claim.row.reference)
}

/// What is stored with a claim beside what today's rules say to it.
#[component]
pub fn ReassessPage() -> impl IntoView {
    let reference = use_params_map()
        .with_untracked(|params| params.get("reference"))
        .unwrap_or_default();
    let backend = request::backend();
    let asked_by_other = request::query("fault").is_some();
    staff_only(ReadClaims, move |language, staff, grant, _| async move {
        let reference = reference
            .parse()
            .map_err(|_| Failure::from(ErrorCode::NotFound))?;
        let claim = backend.judge_again(&grant, reference).await?;
        Ok(page(language, &staff, &claim, asked_by_other))
    })
}

fn page(
    language: Language,
    staff: &Staff,
    reassessed: &ReassessedClaim,
    asked_by_other: bool,
) -> AnyView {
    let claim = &reassessed.claim;
    let heading = tr!(language, desk.reassess_title);
    let reference = claim.row.reference.to_string();
    let (prefix, said) = other_staff(language, staff, asked_by_other, TAKE_OVER);
    let page_title = format!("{prefix}{heading}");
    let answer = match reassessed.differs() {
        true => difference(language, staff, reassessed),
        false => {
            let same = tr!(language, desk.reassess_same);
            view! { <Notice><p>{same}</p></Notice> }.into_any()
        }
    };
    let content = view! {
        {title(language, &[page_title, reference.clone(), tr!(language, desk.title)])}
        {said}
        <BackLink href=claim_path(language, claim) label=reference />
        <Heading level=Level::One>{heading}</Heading>
        <p>{tr!(language, desk.reassess_lead)}</p>
        {answer}
    };
    desk_frame(language, Some(staff), false, content.into_any())
}

fn difference(language: Language, staff: &Staff, reassessed: &ReassessedClaim) -> AnyView {
    let may_take_over = staff.may(ReassessClaims).is_ok();
    let stored = AssessmentWords::new(language, &reassessed.stored);
    let today = AssessmentWords::new(language, &reassessed.today);
    let rows = told(&stored).into_iter().zip(told(&today));
    let rows = rows.map(|((term, was), (_, is))| {
        let changed = (was != is).then_some("");
        view! {
            <tr data-changed=changed>
                <th scope="row">{term}</th>
                <td>{was}</td>
                <td>{is}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let waits = reassessed.claim.row.claim.state == ClaimState::Submitted;
    let (was, is) = (reasons(&stored), reasons(&today));
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        let only = these.iter().filter(|reason| !those.contains(reason));
        only.cloned().collect()
    };
    view! {
        <Block id="difference" title=tr!(language, desk.reassess_difference) flush=true>
            <DataTable caption=tr!(language, desk.reassess_difference) hide_caption=true scrolls=true>
                <thead>
                    <tr>
                        <th scope="col">{tr!(language, desk.fact)}</th>
                        <th scope="col">{tr!(language, desk.stored)}</th>
                        <th scope="col">{tr!(language, desk.today)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </DataTable>
        </Block>
        {list("only-stored", tr!(language, desk.only_stored), only(&was, &is))}
        {list("only-today", tr!(language, desk.only_today), only(&is, &was))}
        {(may_take_over && waits).then(|| take_over(language, staff, &reassessed.claim))}
    }
    .into_any()
}

/// What an assessment comes to, in the order of the table.
fn told(words: &AssessmentWords<'_>) -> Vec<(String, String)> {
    let language = words.language();
    let headline = words.headline();
    let best = words.best();
    let law = best.map(|entry| law::stored_regime(language, &entry.regime));
    let deadline = best.and_then(|entry| entry.deadline);
    let (rules, day) = words.made();
    vec![
        (tr!(language, desk.col_outcome), headline.heading),
        (tr!(language, desk.col_amount), headline.amount),
        (tr!(language, desk.law), law.unwrap_or_default()),
        (
            tr!(language, assessment.claim_by),
            deadline.map_or_else(String::new, |deadline| {
                format::day(language, deadline.last_day)
            }),
        ),
        (tr!(language, desk.rules_version), rules.to_owned()),
        (tr!(language, desk.assessed_on), format::day(language, day)),
    ]
}

/// Each step in a sentence, with its source.
fn reasons(words: &AssessmentWords<'_>) -> Vec<String> {
    let steps = words.steps().into_iter();
    steps
        .map(|step| format!("{} ({})", words.sentence(step), step.rule.source))
        .collect()
}

fn list(id: &'static str, heading: String, reasons: Vec<String>) -> Option<AnyView> {
    (!reasons.is_empty()).then(|| {
        let items = reasons
            .into_iter()
            .map(|reason| view! { <li>{reason}</li> });
        let items = items.collect_view();
        view! { <Block id title=heading><ul>{items}</ul></Block> }.into_any()
    })
}

fn take_over(language: Language, staff: &Staff, claim: &DeskClaim) -> AnyView {
    let action = <ReassessClaim as server_fn::ServerFn>::PATH;
    view! {
        <form method="post" action=action id=TAKE_OVER>
            {shown_to(staff)}
            <input type="hidden" name="language" value=language.tag() />
            <input type="hidden" name="reference" value=claim.row.reference.to_string() />
            <input type="hidden" name="version" value=claim.row.claim.version.to_string() />
            <Button label=tr!(language, desk.take_over) />
        </form>
    }
    .into_any()
}
