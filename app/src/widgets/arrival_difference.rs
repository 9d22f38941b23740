use leptos::prelude::*;

/// Says how much later than booked the typed arrival is, while it is typed.
#[island]
pub fn ArrivalDifference() -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    #[cfg(feature = "hydrate")]
    browser::watch(said);
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
    use std::rc::Rc;

    use domain::claim_form::{
        Answers, Faults, Field, Instead, Moment, Part, Reading, Step, StepContext, parse_date,
        parse_time,
    };
    use jiff::civil::{Date, DateTime};
    use text::{format, tr};

    use super::*;
    use crate::widgets::{dom, page_language};

    pub fn watch(said: RwSignal<Option<String>>) {
        let Some(form) = dom::step_form() else { return };
        let before = dom::earlier_answers(&form);
        // Nothing is asked about today or airports where only an arrival is read.
        let context = StepContext::new(Date::ZERO, &dom::CodesOnly);
        let Ok(schedule) = Reading::new(&before, &context).schedule() else {
            return;
        };
        let target = form.clone();
        let say = Rc::new(move || {
            let answers = dom::with_posted(before.clone(), Step::Arrival, &target);
            let arrival = typed(&answers);
            said.set(arrival.and_then(|arrival| sentence(schedule.arrival, arrival)));
        });
        let first = say.clone();
        dom::listen(&form, "input", move |_: web_sys::Event| say());
        // Answers that stand there already are spoken of once the island is
        // hydrated: until then it must look as the server has rendered it.
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            first();
        });
    }

    fn typed(answers: &Answers) -> Option<DateTime> {
        let instead = answers.get(Field::Instead);
        let never = [Instead::MoneyBack, Instead::GaveUp];
        if answers.has(Field::NeverArrived) && never.iter().any(|it| it.value() == instead) {
            return None;
        }
        let day = parse_date(answers, Moment::ActualArrival, &mut Faults::default())?;
        let time = answers.get(Field::When(Moment::ActualArrival, Part::Time));
        Some(DateTime::from_parts(day, parse_time(time).ok()?))
    }

    /// Both times are of the same airport, so their difference needs no zone;
    /// where the clock was changed in between, the server's reading counts.
    fn sentence(booked: DateTime, arrival: DateTime) -> Option<String> {
        let language = page_language();
        let minutes = booked.duration_until(arrival).as_secs() / 60;
        // Weeks apart is a typing mistake, which sending will name.
        match minutes {
            1..43_200 => {
                let duration = format::duration(language, minutes);
                Some(tr!(language, claim_form.arrival.later, duration = duration))
            }
            -43_200..=0 => Some(tr!(language, claim_form.arrival.not_later)),
            _ => None,
        }
    }
}
