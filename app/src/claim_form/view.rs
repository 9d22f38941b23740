use domain::{
    Language,
    claim_form::{Answers, Faults, Section, Step},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use leptos::prelude::*;
use leptos_meta::Title;
use text::{faults, format, tr};

use super::{address::step_path, api::SaveAnswers, first_check::FirstCheck, summary};
use crate::{
    pages::{SiteFrame, title_text},
    ui::{
        Actions, BackLink, Button, Column, ErrorSummary, Progress, SavedNote, StateWords,
        StopState, WithAside,
    },
    widgets::{FormCheck, form_data},
};

/// Where the answers begin on the page that shows them all.
pub const ANSWERS: &str = "answers";

/// A page of the form with what it needs to be rendered.
pub struct StepView {
    /// The language of the page.
    pub language: Language,
    /// Which page.
    pub step: Step,
    /// What was typed so far.
    pub answers: Answers,
    /// Which version of the draft they are.
    pub version: i32,
    /// Whether they are not those that were to be sent, and nothing was.
    pub changed: bool,
    /// What is wrong with the page; nothing unless it was sent.
    pub faults: Faults,
    /// The page before.
    pub previous: Option<Step>,
    /// When the draft was saved, and until when it is kept.
    pub kept_until: Option<(Timestamp, Timestamp)>,
    /// Today.
    pub today: Date,
    /// Whether to show an empty line more.
    pub one_more: bool,
    /// Where to go after a change.
    pub back_to: Option<Step>,
}

impl StepView {
    /// Renders the page: heading for the title, the fields of the form.
    pub fn form(self, heading: &str, fields: AnyView) -> AnyView {
        let language = self.language;
        let action = <SaveAnswers as server_fn::ServerFn>::PATH;
        let back_to = self.back_to.map(|step| {
            view! { <input type="hidden" name="back_to" value=step.slug() /> }
        });
        let check = match self.step {
            Step::WhatWentWrong => {
                let title = self.title(heading, true);
                let is_faulty = !self.faults.list().is_empty();
                view! { <FirstCheck language title is_faulty /> }.into_any()
            }
            _ => view! { <FormCheck /> }.into_any(),
        };
        let answers = form_data(&summary::story(&self.answers));
        let form = view! {
            <form
                method="post"
                action=action
                id="step"
                novalidate
                data-step=self.step.slug()
                data-today=self.today.to_string()
                data-answers=answers
            >
                <input type="hidden" name="step" value=self.step.slug() />
                <input type="hidden" name="language" value=language.tag() />
                {back_to}
                // Enter in a field presses the first button: it must be this
                // one, not "Add a stop" or an airport of a list.
                <button class="sr" tabindex="-1" aria-hidden="true">{tr!(language, common.go_on)}</button>
                {fields}
                <Actions>
                    <Button label=tr!(language, common.go_on) />
                </Actions>
            </form>
            {self.saved_note()}
        };
        self.frame(heading, Some(check), form.into_any())
    }

    /// Renders the page around any content; `check` is what checks its form in
    /// the browser, and stands where its summary appears.
    pub fn frame(self, heading: &str, check: Option<AnyView>, content: AnyView) -> AnyView {
        let language = self.language;
        let page_title = self.title(heading, self.changed || !self.faults.list().is_empty());
        let aside = summary::aside(language, &self.answers, self.step, self.today);
        let column = view! {
            <Column>
                {self.back_link()}
                {self.error_summary()}
                {check}
                {progress(language, self.step)}
                {content}
            </Column>
        };
        let body = match aside {
            Some(aside) => view! {
                <WithAside aside labelled_by="sofar">{column}</WithAside>
            }
            .into_any(),
            None => column.into_any(),
        };
        view! {
            <Title text=page_title />
            <SiteFrame language>{body}</SiteFrame>
        }
        .into_any()
    }

    /// The title of the page: first of all, whether something is wrong.
    fn title(&self, heading: &str, is_faulty: bool) -> String {
        let language = self.language;
        let prefix = match is_faulty {
            false => String::new(),
            true => tr!(language, common.error_prefix),
        };
        let section = section_name(language, Section::of(self.step));
        title_text(language, &[format!("{prefix}{heading}"), section])
    }

    fn back_link(&self) -> impl IntoView + use<> {
        let language = self.language;
        let href = self
            .previous
            .map_or_else(|| format!("/{language}"), |step| step_path(language, step));
        view! { <BackLink href label=tr!(language, common.back) /> }
    }

    fn error_summary(&self) -> Option<AnyView> {
        let changed = self.changed.then(|| {
            let words = tr!(self.language, claim_form.check.changed);
            (ANSWERS.to_owned(), words)
        });
        let faults = self.faults.list().iter();
        let faults = faults.map(|fault| (fault.field.name(), faults::fault(self.language, fault)));
        let faults: Vec<_> = changed.into_iter().chain(faults).collect();
        (!faults.is_empty()).then(|| {
            view! { <ErrorSummary title=tr!(self.language, common.problem_title) faults /> }
                .into_any()
        })
    }

    fn saved_note(&self) -> Option<AnyView> {
        let language = self.language;
        self.kept_until.map(|(saved, kept_until)| {
            let saved = saved.to_zoned(TimeZone::UTC);
            let day = format::day(language, kept_until.to_zoned(TimeZone::UTC).date());
            let text = tr!(
                language,
                claim_form.saved,
                time = format::clock(saved.time()),
                day = day
            );
            view! { <SavedNote>{text}</SavedNote> }.into_any()
        })
    }
}

/// The line with the five parts of the form.
pub fn progress(language: Language, step: Step) -> impl IntoView {
    let here = Section::of(step);
    let parts = Section::ALL.into_iter().map(|section| {
        let state = match section.cmp(&here) {
            std::cmp::Ordering::Less => StopState::Done,
            std::cmp::Ordering::Equal => StopState::Here,
            std::cmp::Ordering::Greater => StopState::Next,
        };
        (section_name(language, section), state)
    });
    let number = Section::ALL
        .iter()
        .position(|section| *section == here)
        .unwrap_or(0)
        + 1;
    let state_words = StateWords {
        done: tr!(language, claim_form.progress.done),
        here: tr!(language, claim_form.progress.here),
        next: tr!(language, claim_form.progress.next),
    };
    view! {
        <Progress
            parts=parts.collect()
            summary_lead=tr!(language, claim_form.progress.lead, n = number)
            summary=section_name(language, here)
            label=tr!(language, claim_form.progress.label)
            state_words
        />
    }
}

fn section_name(language: Language, section: Section) -> String {
    match section {
        Section::WhatHappened => tr!(language, claim_form.sections.what_happened),
        Section::YourTrip => tr!(language, claim_form.sections.your_trip),
        Section::Result => tr!(language, claim_form.sections.result),
        Section::People => tr!(language, claim_form.sections.people),
        Section::CheckAndSend => tr!(language, claim_form.sections.check),
    }
}
