use domain::Language;
use jiff::civil::DateTime;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A local time in numbers: reading one from text would bring 30 KB of parser
/// into the browser.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct BookedTime {
    date: (i16, i8, i8),
    time: (i8, i8),
}

impl BookedTime {
    /// Takes a local time apart.
    pub fn new(at: DateTime) -> Self {
        Self {
            date: (at.year(), at.month(), at.day()),
            time: (at.hour(), at.minute()),
        }
    }

    /// Puts it together again.
    pub fn to_civil(self) -> Option<DateTime> {
        let ((year, month, day), (hour, minute)) = (self.date, self.time);
        DateTime::new(year, month, day, hour, minute, 0, 0).ok()
    }
}

/// Says how much later than booked the typed arrival is, while it is typed.
#[island]
pub fn ArrivalDifference(booked: BookedTime, city: String, language: Language) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    #[cfg(feature = "hydrate")]
    browser::watch(booked, city, language, said);
    #[cfg(not(feature = "hydrate"))]
    drop((booked, city, language));
    // The box stands there from the start, so that what appears in it is read out.
    view! {
        <div role="status">
            {move || {
                said.get()
                    .map(|text| view! { <div class="notice" data-tone="info"><div><p>{text}</p></div></div> })
            }}
        </div>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use domain::intake::{
        Answers, Arrival, Faults, Field, Moment, Part, Step, parse_date, parse_time,
    };
    use web_sys::Event;

    use super::*;
    use crate::{tr, widgets::dom, wording};

    pub fn watch(
        booked: BookedTime,
        city: String,
        language: Language,
        said: RwSignal<Option<String>>,
    ) {
        let (Some(booked), Some(form)) = (booked.to_civil(), dom::step_form()) else {
            return;
        };
        let target = form.clone();
        let say = move || {
            let mut answers = Answers::default();
            let posted = dom::posted_fields(&target);
            answers.replace_step(
                Step::Arrival,
                posted.iter().map(|(n, t)| (n.as_str(), t.as_str())),
            );
            let arrival = typed(&answers);
            said.set(arrival.and_then(|arrival| sentence(language, booked, arrival, &city)));
        };
        say();
        dom::listen(&form, "input", move |_: Event| say());
    }

    fn typed(answers: &Answers) -> Option<Arrival> {
        if answers.has(Field::NeverArrived) {
            return Some(Arrival::Never);
        }
        let day = parse_date(answers, Moment::ActualArrival, &mut Faults::default())?;
        let time = answers.get(Field::When(Moment::ActualArrival, Part::Time));
        let time = parse_time(time).ok()?;
        Some(Arrival::At(DateTime::from_parts(day, time)))
    }

    /// Both times are of the same airport, so their difference needs no zone;
    /// a change of the clock in between, the server's verdict counts.
    fn sentence(
        language: Language,
        booked: DateTime,
        arrival: Arrival,
        city: &str,
    ) -> Option<String> {
        let Arrival::At(arrival) = arrival else {
            return None;
        };
        let minutes = booked.duration_until(arrival).as_secs() / 60;
        // Weeks apart is a typing mistake, which sending will name.
        match minutes {
            1..43_200 => {
                let duration = wording::duration(language, minutes);
                Some(tr!(
                    language,
                    intake.arrival.later,
                    duration = duration,
                    city = city
                ))
            }
            -43_200..=0 => Some(tr!(language, intake.arrival.not_later)),
            _ => None,
        }
    }
}
