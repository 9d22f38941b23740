//! What the form knows and what its pages ask for are the same.

use std::collections::BTreeSet;

use domain::claim_form::{Field, Moment, Part, Step};

use super::journeys::answer_with_stops;
use crate::support::{CANCELLATION, PEOPLE, Passenger, Site, selector};

/// Fields of which a page shows as many as were asked for; the first stands for
/// the others.
fn is_shown_on_demand(field: Field) -> bool {
    matches!(
        field,
        Field::Stop(n) | Field::Flight(n) | Field::OperatedBy(n) | Field::Passenger(n) if n > 1
    )
}

/// Fields that are noted without being asked for.
const UNASKED: [Field; 2] = [
    // The route that the flights were told for.
    Field::FlightsRoute,
    // Of the flights only the day is asked for.
    Field::When(Moment::Flight, Part::Time),
];

/// The names of the answers that the pages on a passenger's way ask for, each
/// with its page.
async fn asked_for(passenger: &mut Passenger) -> BTreeSet<(Step, String)> {
    let mut asked = BTreeSet::new();
    for step in Step::ALL {
        let page = passenger.open(step.slug()).await;
        // Another way has other pages.
        if !page.path().ends_with(step.slug()) {
            continue;
        }
        for control in page.html().select(&selector("[name^='form[']")) {
            let name = control.attr("name").unwrap();
            let name = name.trim_start_matches("form[").trim_end_matches(']');
            asked.insert((step, name.to_owned()));
        }
    }
    asked
}

#[tokio::test]
async fn every_field_stands_on_its_page_and_nothing_else_does() {
    let site = Site::new().await;
    let mut late = Passenger::new(&site, "en");
    answer_with_stops(&mut late).await;
    let mut cancelled = Passenger::new(&site, "en");
    cancelled.answer_all(CANCELLATION).await;

    let mut asked = BTreeSet::new();
    for passenger in [&mut late, &mut cancelled] {
        passenger.answer_all(PEOPLE).await;
        asked.append(&mut asked_for(passenger).await);
    }
    for (step, name) in &asked {
        let field = Field::from_name(name);
        assert_eq!(field.map(Field::step), Some(*step), "{name}");
    }
    let missing: Vec<String> = Field::all()
        .filter(|field| !is_shown_on_demand(*field) && !UNASKED.contains(field))
        .filter(|field| !asked.contains(&(field.step(), field.name())))
        .map(Field::name)
        .collect();
    assert_eq!(missing, [""; 0]);
}
