//! Answers about flights belong to legs, and to the day of the first of them.

use domain::claim_form::{Answers, FaultKind, Field, Step, check_step};
use jiff::civil::date;

use crate::samples::{CANCELLATION, DELAY, answers, context};

/// A draft as its pages were saved one by one.
fn saved(typed: &[(&str, &str)]) -> Answers {
    let mut draft = Answers::default();
    for step in Step::ALL {
        save(&mut draft, step, typed);
    }
    draft
}

fn save(draft: &mut Answers, step: Step, typed: &[(&str, &str)]) {
    let of_step = |name: &str| Field::from_name(name).is_some_and(|field| field.step() == step);
    let posted = typed.iter().copied().filter(|(name, _)| of_step(name));
    draft.save_step(step, posted, &context());
}

/// The flights page as the draft has it: numbers, operators, disrupted, day.
fn flights(draft: &Answers) -> [String; 4] {
    let texts = |field: fn(u8) -> Field| {
        let texts: Vec<&str> = (1..=4).map(|leg| draft.get(field(leg))).collect();
        texts.join("|")
    };
    let named = |name| draft.get(Field::from_name(name).unwrap()).to_owned();
    [
        texts(Field::Flight),
        texts(Field::OperatedBy),
        named("trouble-leg"),
        named("flight-day"),
    ]
}

#[test]
fn a_flight_goes_with_its_leg_when_the_airports_change() {
    // The story goes BRE-CDG-GRU-ASU, and the second flight went wrong first.
    for (origin, stops, left) in [
        // The same airports in other words.
        (
            "BRE",
            &["", "cdg", "GRU"][..],
            ["AF 1225|af454|LA1302|", "||PZ|", "2", "2"],
        ),
        // Without the first stop, without both, with one more.
        ("Bremen", &["GRU"], ["|LA1302||", "|PZ||", "", "2"]),
        ("Bremen", &[], ["|||", "|||", "", "2"]),
        (
            "Bremen",
            &["AMS", "CDG", "GRU"],
            ["||af454|LA1302", "|||PZ", "3", "2"],
        ),
        // Another beginning has another day.
        ("CDG", &["GRU"], ["af454|LA1302||", "|PZ||", "1", ""]),
        ("GRU", &[], ["LA1302|||", "PZ|||", "", ""]),
    ] {
        let mut draft = saved(DELAY);
        let names = ["stop-1", "stop-2", "stop-3"];
        let stops = names.into_iter().zip(stops.iter().copied());
        let ends = [
            ("origin", origin),
            ("destination", "Asuncion"),
            ("one-booking", "yes"),
        ];
        let trip: Vec<_> = stops.chain(ends).collect();
        save(&mut draft, Step::Trip, &trip);
        assert_eq!(flights(&draft), left, "{trip:?}");
    }
}

#[test]
fn a_mistake_among_the_airports_loses_no_flight() {
    let trip = |destination| {
        [
            ("origin", "Bremen"),
            ("stop-1", "CDG"),
            ("stop-2", "GRU"),
            ("destination", destination),
            ("one-booking", "yes"),
        ]
    };
    let mut draft = saved(DELAY);
    let mut before = draft.clone();
    // What was agreed to before the answers changed is agreed to anew.
    for field in [Field::IsTrue, Field::MayAct] {
        before.set(field, "");
    }
    for wrong in ["Nowhere", "", "London"] {
        save(&mut draft, Step::Trip, &trip(wrong));
        assert_eq!(flights(&draft), flights(&before), "{wrong}");
    }
    save(&mut draft, Step::Trip, &trip("ASU"));
    assert_eq!(draft, before);
    // Corrected to another airport, its leg asks for its flight.
    save(&mut draft, Step::Trip, &trip("Nowhere"));
    save(&mut draft, Step::Trip, &trip("EZE"));
    assert_eq!(flights(&draft), ["AF 1225|af454||", "|||", "2", "2"]);
}

#[test]
fn the_note_of_the_airports_is_nothing_a_page_can_write() {
    let mut draft = saved(DELAY);
    save(&mut draft, Step::Flights, &[("flights-route", "MAD-LIS")]);
    assert_eq!(draft.get(Field::FlightsRoute), "BRE-CDG-GRU-ASU");
}

#[test]
fn the_first_flight_leaves_on_the_day_that_was_given_for_it() {
    let field = |name| Field::from_name(name).unwrap();
    let day = field("booked-departure-day");
    let fault_of = |typed: &Answers| {
        let faults = check_step(Step::Schedule, typed, &context()).unwrap_err();
        assert_eq!(faults.list().len(), 1, "{faults:?}");
        faults.at(day)
    };
    let flight = date(2026, 3, 5);
    let other_day = Some(FaultKind::OtherThanFlightDay { flight });
    let mut typed = answers(CANCELLATION);
    for wrong in ["4", "6"] {
        typed.set(day, wrong);
        assert_eq!(fault_of(&typed), other_day, "{wrong}");
    }
    // What only a longer trip was asked makes it no later flight.
    typed.set(Field::DisruptedLeg, "2");
    assert_eq!(fault_of(&typed), other_day);
    // A later flight may leave on a later day.
    typed.set(Field::Stop(1), "CDG");
    typed.set(Field::OneBooking, "yes");
    typed.set(field("booked-arrival-day"), "6");
    assert_eq!(check_step(Step::Schedule, &typed, &context()), Ok(()));
}

#[test]
fn flights_that_were_told_before_the_airports_stay() {
    // The page of the flights is saved while the airports cannot be read.
    let mut draft = Answers::default();
    save(&mut draft, Step::Flights, DELAY);
    let before = flights(&draft);
    assert_eq!(before[0], "AF 1225|af454|LA1302|");
    assert_eq!(draft.get(Field::FlightsRoute), "");
    save(&mut draft, Step::Trip, DELAY);
    assert_eq!(flights(&draft), before);
}

#[test]
fn the_longest_trip_leaves_nothing_behind() {
    let airports = ["BRE", "AMS", "CDG", "MAD", "LIS", "GRU", "EZE", "ASU"];
    let names = [
        "origin",
        "stop-1",
        "stop-2",
        "stop-3",
        "stop-4",
        "stop-5",
        "stop-6",
        "destination",
    ];
    let mut trip: Vec<_> = names.into_iter().zip(airports).collect();
    trip.push(("one-booking", "yes"));
    let mut draft = Answers::default();
    save(&mut draft, Step::Trip, &trip);
    let numbers: Vec<_> = (1..=7)
        .map(|leg| (format!("flight-{leg}"), format!("LH{leg}")))
        .collect();
    let mut page: Vec<_> = numbers
        .iter()
        .map(|(name, number)| (name.as_str(), number.as_str()))
        .collect();
    page.extend([("operated-by-7", "PZ"), ("trouble-leg", "7")]);
    save(&mut draft, Step::Flights, &page);

    // Only the last leg is left, and a direct flight is not asked which it was.
    let last = [("origin", "EZE"), ("destination", "ASU")];
    save(&mut draft, Step::Trip, &last);
    assert_eq!(draft.get(Field::Flight(1)), "LH7");
    assert_eq!(draft.get(Field::OperatedBy(1)), "PZ");
    assert_eq!(draft.get(Field::DisruptedLeg), "");
    for leg in 2..=7 {
        assert_eq!(draft.get(Field::Flight(leg)), "", "{leg}");
        assert_eq!(draft.get(Field::OperatedBy(leg)), "", "{leg}");
    }
}
