use backend::{NextStep, Step};
use domain::Language;
use jiff::civil::Date;
use leptos::prelude::*;
use text::{format, tr};

/// What can be done towards the airline and after its answer, in sentences: the step
/// with its day, and that waiting costs time.
pub fn next_step_words(language: Language, step: &NextStep) -> Vec<String> {
    let day = |day: Date| format::day(language, day);
    let name = step.name.clone().unwrap_or_default();
    let words = match step.step {
        Step::WriteToAirline => {
            return vec![match step.by {
                Some(by) => tr!(language, recourse.write_by, day = day(by)),
                None => tr!(language, recourse.write),
            }];
        }
        Step::WaitForAirline => match (step.from, step.by) {
            (Some(from), Some(by)) => tr!(
                language,
                recourse.wait_by,
                name = name,
                day = day(from),
                by = day(by)
            ),
            (Some(from), None) => tr!(language, recourse.wait, name = name, day = day(from)),
            (None, _) => return vec![tr!(language, recourse.ask_person)],
        },
        Step::AskBody => match step.by {
            Some(by) => tr!(language, recourse.ask_by, name = name, day = day(by)),
            None => tr!(language, recourse.ask, name = name),
        },
        Step::GoToCourt => match step.by {
            Some(by) => tr!(language, recourse.court_by, name = name, day = day(by)),
            None => tr!(language, recourse.court, name = name),
        },
        Step::AwaitAnswer => return vec![tr!(language, recourse.await_answer)],
        Step::TooLate => return vec![tr!(language, recourse.too_late)],
        Step::AskPerson => match step.by {
            Some(by) => tr!(language, recourse.ask_person_by, day = day(by)),
            None => return vec![tr!(language, recourse.ask_person)],
        },
    };
    vec![words, tr!(language, recourse.waiting)]
}

/// The same, as paragraphs.
pub fn next_step_paragraphs(language: Language, step: &NextStep) -> AnyView {
    next_step_words(language, step)
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect_view()
        .into_any()
}
