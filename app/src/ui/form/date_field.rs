use leptos::prelude::*;

use super::field_frame::{FieldFrame, Legend};
use crate::ui::Wording;

/// Something said of day, month and year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateTriple {
    /// Of the day.
    pub day: String,
    /// Of the month.
    pub month: String,
    /// Of the year.
    pub year: String,
}

impl DateTriple {
    /// Day, month and year.
    pub fn new(day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        Self {
            day: day.into(),
            month: month.into(),
            year: year.into(),
        }
    }
}

/// Which parts of a date are faulty. If none is marked but there is a fault,
/// all three are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// The day.
    pub day: bool,
    /// The month.
    pub month: bool,
    /// The year.
    pub year: bool,
}

impl DateParts {
    /// All three.
    pub const ALL: Self = Self {
        day: true,
        month: true,
        year: true,
    };

    /// The identifier a fault of the date field `id` links to: its first
    /// faulty part.
    pub fn target(self, id: &str) -> String {
        let part = match self {
            Self { day: true, .. } => "day",
            Self { month: true, .. } => "month",
            Self { year: true, .. } => "year",
            _ => "day",
        };
        format!("{id}-{part}")
    }
}

/// A date in three parts, typed; no calendar to leaf through.
///
/// The inputs have the identifiers `{id}-day`, `{id}-month` and `{id}-year`.
#[component]
pub fn DateField(
    /// What the identifiers begin with.
    #[prop(into)]
    id: String,
    /// Names sent with the form.
    names: DateTriple,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// Whether the question is the heading of the page.
    #[prop(optional)]
    heading: bool,
    /// What the parts are called.
    labels: DateTriple,
    /// What was typed before.
    #[prop(optional)]
    values: DateTriple,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Wording,
    /// What is wrong with the answer.
    #[prop(optional, into)]
    fault: Wording,
    /// "Error:", read before the fault.
    #[prop(optional, into)]
    fault_word: Wording,
    /// Which parts are wrong.
    #[prop(optional)]
    faulty: DateParts,
) -> impl IntoView {
    let invalid = fault.is_some();
    let faulty = match (invalid, faulty == DateParts::default()) {
        (false, _) => DateParts::default(),
        (true, true) => DateParts::ALL,
        (true, false) => faulty,
    };
    let frame = FieldFrame::new(&id, hint, fault, fault_word);
    let (described, hint_only) = (frame.described_by(), frame.described_by_hint());
    let part = |part: &str, width: &'static str, label, name, value, faulty: bool| {
        let part_id = format!("{id}-{part}");
        view! {
            <div>
                <label for=part_id.clone()>{label}</label>
                <input
                    class="input"
                    data-width=width
                    id=part_id
                    name=name
                    value=value
                    inputmode="numeric"
                    aria-describedby=if faulty { described.clone() } else { hint_only.clone() }
                    aria-invalid=faulty.then_some("true")
                />
            </div>
        }
    };
    let parts = (
        part("day", "two", labels.day, names.day, values.day, faulty.day),
        part(
            "month",
            "two",
            labels.month,
            names.month,
            values.month,
            faulty.month,
        ),
        part(
            "year",
            "four",
            labels.year,
            names.year,
            values.year,
            faulty.year,
        ),
    );
    let legend = Legend {
        text: legend,
        heading,
        hidden: false,
    };
    frame.around_group(
        legend,
        false,
        view! { <div class="date-parts">{parts}</div> },
    )
}
