//! The facts beyond the itinerary.

use rights::{
    ApprControl, Baggage, BaggageKind, Cabin, CarrierSize, Cause, Disruption, Facts, Leg, Money,
    RefusalGrounds, Reroute,
};

use crate::choices::Choices;
use crate::place::Home;
use crate::{day, place};

const GROUNDS: [RefusalGrounds; 4] = [
    RefusalGrounds::InadequateDocuments,
    RefusalGrounds::Health,
    RefusalGrounds::Safety,
    RefusalGrounds::Security,
];
const CONTROLS: [ApprControl; 3] = [
    ApprControl::WithinControl,
    ApprControl::WithinControlSafety,
    ApprControl::OutsideControl,
];
const CABINS: [Cabin; 4] = [
    Cabin::Economy,
    Cabin::PremiumEconomy,
    Cabin::Business,
    Cabin::First,
];
const KINDS: [BaggageKind; 3] = [
    BaggageKind::Delayed,
    BaggageKind::Lost,
    BaggageKind::Damaged,
];

/// Facts that fit what happened, mostly.
pub fn facts(
    choices: &mut Choices<'_>,
    home: Home,
    legs: &[Leg],
    disruption: Disruption,
    well_formed: bool,
) -> Facts {
    let told = |wanted| if disruption == wanted { 4 } else { 1 };
    let cabins = told(Disruption::Downgrade);
    let bags = told(Disruption::Baggage);
    let told_of = told(Disruption::Cancellation);
    let mut facts = Facts {
        single_booking: !choices.one_in(6),
        checked_in_on_time: !choices.one_in(12),
        fare_available_to_public: !choices.one_in(16),
        notice_days: often(choices, told_of, notice),
        refund_chosen: choices.one_in(8),
        travelled: !choices.one_in(12),
        contact_given: true,
        cause: often(choices, 2, |choices| choices.of(&Cause::ALL).1),
        cause_proven: choices.one_in(2),
        direct_cause: None,
        measures_proven: choices.of(&[None, Some(true), Some(false)]),
        extraordinary_minutes: choices.rarely(6, minutes),
        carrier_minutes: choices.rarely(6, minutes),
        appr_control: choices.rarely(3, |choices| choices.of(&CONTROLS)),
        carrier_size: choices.rarely(4, |choices| {
            choices.of(&[CarrierSize::Large, CarrierSize::Small])
        }),
        denied_voluntarily: choices.one_in(12),
        refusal_grounds: choices.rarely(10, |choices| choices.of(&GROUNDS)),
        oversold: choices.of(&[Some(true), None, Some(false)]),
        booked_class: often(choices, cabins, |choices| choices.of(&CABINS)),
        flown_class: often(choices, cabins, |choices| choices.of(&CABINS)),
        leg_fare: often(choices, 3, |choices| money(choices, home)),
        proven_loss: often(choices, 2, |choices| money(choices, home)),
        landed_at: choices.rarely(4, |choices| place::airport(choices, home, well_formed)),
        baggage: often(choices, bags, baggage),
        forum: choices.rarely(4, |choices| place::forum(choices, well_formed)),
        already_received: choices.rarely(5, |choices| money(choices, home)),
        note: choices.rarely(8, note),
        reroute: None,
    };
    facts.reroute = often(choices, 1, |choices| reroute(choices, legs, well_formed));
    facts.contact_given = !choices.one_in(12);
    facts.direct_cause = choices.of(&[None, None, Some(true), Some(false)]);
    if !well_formed {
        spoil(choices, &mut facts);
    }
    facts
}

/// Something in `weight` of `weight + 1` times; nothing where the bytes run out.
fn often<T>(
    choices: &mut Choices<'_>,
    weight: i64,
    make: impl FnOnce(&mut Choices<'_>) -> T,
) -> Option<T> {
    (choices.number(0, weight) > 0).then(|| make(choices))
}

/// Days of notice on both sides of every limit.
fn notice(choices: &mut Choices<'_>) -> u32 {
    choices.of(&[0, 1, 3, 6, 7, 8, 13, 14, 15, 30, 365, 1000])
}

/// Minutes of a cause.
fn minutes(choices: &mut Choices<'_>) -> u32 {
    u32::try_from(day::delay(choices)).unwrap_or_default()
}

/// A sum: around the sums of the regimes, or of any size.
fn money(choices: &mut Choices<'_>, home: Home) -> Money {
    const UNITS: [i64; 18] = [
        600, 0, 1, 100, 125, 220, 250, 300, 400, 520, 700, 900, 1000, 1519, 1550, 2400, 10_000,
        100_000,
    ];
    let minor = match choices.number(0, 9) {
        0..=6 => choices.of(&UNITS) * 100 + choices.of(&[0, 0, 1, -1, 50]),
        7 => choices.number(0, 10_000_000),
        8 => choices.number(0, i64::MAX),
        _ => i64::MAX / 100 + choices.of(&[-1, 0, 1]),
    };
    Money::new(minor.max(0), place::currency(choices, home))
}

fn baggage(choices: &mut Choices<'_>) -> Baggage {
    Baggage {
        kind: choices.of(&KINDS),
        reported_after_days: choices.of(&[
            Some(1),
            Some(0),
            Some(6),
            Some(7),
            Some(8),
            Some(20),
            Some(21),
            Some(22),
            Some(1000),
            None,
        ]),
    }
}

fn note(choices: &mut Choices<'_>) -> String {
    choices
        .of(&[
            "",
            "It was late.",
            "\"\\\u{0}\n",
            "é 🛫 \u{202e}",
            "<b>&amp;",
        ])
        .to_owned()
}

/// A replacement: off from the booking by what the windows allow, or any.
fn reroute(choices: &mut Choices<'_>, legs: &[Leg], well_formed: bool) -> Reroute {
    let from = choices.number(0, 7);
    let start = usize::try_from(from).ok().and_then(|index| legs.get(index));
    let start = start
        .or(legs.first())
        .and_then(|leg| leg.scheduled_departure);
    let end = legs.last().and_then(|leg| leg.scheduled_arrival);
    let early = choices.of(&[0, 59, 60, 61, 119, 120, 121, 600, -60, -180, -600]);
    let late = day::delay(choices);
    let departure = start.map(|time| day::later(time, -early));
    let arrival = end.map(|time| day::later(time, late));
    let mut reroute = Reroute {
        departure: departure.filter(|_| !choices.one_in(4)),
        arrival: arrival.filter(|_| !choices.one_in(4)),
        accepted: choices.of(&[Some(true), None, Some(false)]),
        self_arranged: choices.one_in(5),
    };
    // Far enough apart for any two time zones; what lies closer may be either way.
    let apart = |from, to| day::later(from, 26 * 60) <= to;
    if let (true, Some(from), Some(to)) = (well_formed, reroute.departure, reroute.arrival)
        && legs.len() > 1
        && !apart(from, to)
    {
        reroute.departure = None;
    }
    reroute
}

/// Takes numbers beyond what the parser lets pass.
fn spoil(choices: &mut Choices<'_>, facts: &mut Facts) {
    match choices.number(0, 12) {
        1 => facts.notice_days = Some(u32::MAX),
        2 => facts.extraordinary_minutes = Some(u32::MAX),
        3 => facts.carrier_minutes = Some(u32::MAX),
        4 => {
            facts.proven_loss = facts
                .proven_loss
                .map(|sum| Money::new(i64::MAX, sum.currency))
        }
        5 => facts.leg_fare = facts.leg_fare.map(|sum| Money::new(i64::MAX, sum.currency)),
        _ => {}
    }
}
