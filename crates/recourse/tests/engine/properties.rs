//! What holds for every claim.
//!
//! `PROPTEST_CASES=20000 cargo test -p recourse --test engine properties` tries more.

use crate::support::TODAY;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::{any, proptest};
use proptest::{prop_assert, prop_assert_eq};
use recourse::calendar::{Calendar, FrenchPart, Land};
use recourse::contract::parse_facts;
use recourse::{Facts, recourse};
use reference::Embedded;
use rights::Coded;

fn bytes() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..trials::ENOUGH)
}

/// Every calendar, the German one with each Land and without.
fn calendars() -> Vec<Calendar> {
    let states = [
        Calendar::Austria,
        Calendar::France(None),
        Calendar::France(Some(FrenchPart::AlsaceMoselle)),
        Calendar::NorthernIreland,
        Calendar::Spain,
        Calendar::Italy,
        Calendar::Netherlands,
        Calendar::Poland,
        Calendar::Ireland,
        Calendar::EnglandAndWales,
        Calendar::Scotland,
        Calendar::Canada,
        Calendar::UnitedStates,
        Calendar::Elsewhere,
    ];
    let lands = Land::WORDS.iter().copied().map(Some);
    let german = lands.chain([None]).map(Calendar::Germany);
    states.into_iter().chain(german).collect()
}

proptest! {
    #[test]
    fn every_answer_is_sound(bytes in bytes()) {
        let facts = trials::claim(&bytes);
        let answer = recourse(&facts, &Embedded);
        let faults = trials::answer_faults(&facts, &answer);
        prop_assert!(faults.is_empty(), "{faults:#?}\n{facts:#?}\n{answer:#?}");
    }

    #[test]
    fn facts_that_are_written_read_the_same(bytes in bytes()) {
        let facts = trials::claim(&bytes);
        let json = trials::claim_json(&facts).to_string();
        match parse_facts(json.as_bytes(), TODAY, &Embedded) {
            Ok(given) => {
                prop_assert_eq!(given.facts, facts);
                prop_assert!(given.not_used.is_empty());
            }
            Err(faults) => prop_assert!(
                faults.iter().all(|fault| fault.code == "wrong_order"),
                "{faults:#?}"
            ),
        }
    }

    #[test]
    fn waiting_never_extends_the_limitation(bytes in bytes(), days in 1..400_i32) {
        let facts = trials::claim(&bytes);
        let mut later = facts.clone();
        let shift = |day: &mut Option<Date>| *day = day.map(|day| day.saturating_add(days.days()));
        shift(&mut later.days.filed_on);
        shift(&mut later.days.as_of);
        shift(&mut later.days.refused_on);
        shift(&mut later.days.claim_sent);
        let limits = |facts: &Facts| {
            let mut all: Vec<_> = recourse(facts, &Embedded)
                .forums
                .iter()
                .flat_map(|forum| {
                    let courts = forum.courts.iter();
                    let name = forum.forum;
                    courts.map(move |court| (name, court.state.clone(), court.limitation_last_day))
                })
                .collect();
            all.sort();
            all
        };
        let before = limits(&facts);
        for (forum, state, limit) in limits(&later) {
            let same = before.iter().filter(|(name, other, _)| *name == forum && *other == state);
            prop_assert!(same.map(|(_, _, limit)| limit).all(|other| *other == limit), "{forum} {state}");
        }
    }

    #[test]
    fn no_court_comes_before_the_airlines_time_is_over(bytes in bytes()) {
        let facts = trials::claim(&bytes);
        let answer = recourse(&facts, &Embedded);
        if answer.next_step.step == recourse::Step::GoToCourt {
            let days = &facts.days;
            // No state gives the airline less than a month, the shortest of 28 days.
            let asked = days.claim_sent.or(days.demand_received).or(days.refused_on);
            let received = asked.max(days.demand_received);
            let month = asked.map(|asked| asked.saturating_add(28.days()));
            let ends = days.deadline_in_demand.max(month);
            let has_refused = days.refused_on.is_some_and(|refused| refused <= facts.today());
            let over = has_refused || ends.is_some_and(|ends| ends < facts.today());
            let safe = answer.forums.iter().filter_map(|forum| forum.deadline.safe_last_day);
            let safe = safe.chain(answer.next_step.by).min();
            // The longest time of a state is two months.
            let latest = ends.max(received.map(|day| day.saturating_add(70.days())));
            let safe_comes_first = safe.zip(latest).is_some_and(|(safe, latest)| safe <= latest);
            prop_assert!(over || safe_comes_first, "{facts:#?}\n{answer:#?}");
        }
    }

    #[test]
    fn interest_grows_with_the_days(bytes in bytes(), days in 1..60_i32) {
        let mut facts = trials::claim(&bytes);
        facts.days.interest_to = facts.days.filed_on;
        let mut later = facts.clone();
        later.days.interest_to = later.days.interest_to.map(|day| day.saturating_add(days.days()));
        let cents = |facts: &Facts| {
            let forums = recourse(facts, &Embedded).forums;
            let mut all: Vec<_> = forums
                .into_iter()
                .filter_map(|forum| {
                    let amount = forum.interest.amount?.replace('.', "").parse::<i64>().ok()?;
                    Some((forum.forum, amount))
                })
                .collect();
            all.sort_unstable();
            all
        };
        let before = cents(&facts);
        for (forum, amount) in cents(&later) {
            let earlier = before.iter().find(|(other, _)| *other == forum);
            prop_assert!(earlier.is_none_or(|(_, earlier)| *earlier <= amount), "{forum}");
        }
    }

    #[test]
    fn a_working_day_is_found_in_both_directions(
        calendar in 0..calendars().len(),
        offset in 0..40_000_i32,
    ) {
        let calendar = calendars()[calendar];
        let day = date(1990, 1, 1).saturating_add(offset.days());
        let next = calendar.next_working(day);
        prop_assert!(next >= day && calendar.is_working(next));
        let before = calendar.last_surely_open(day);
        prop_assert!(before <= day && calendar.is_surely_open(before));
        let open = calendar.first_surely_open(day);
        prop_assert!(open >= next && calendar.is_surely_open(open));
        let skipped = (1..=(next - day).get_days()).map(|count| day.saturating_add((count - 1).days()));
        prop_assert!(skipped.into_iter().all(|day| !calendar.is_working(day)));
    }

    #[test]
    fn no_bytes_are_too_much_for_the_reader(bytes in vec(any::<u8>(), 0..400)) {
        if let Err(faults) = parse_facts(&bytes, TODAY, &Embedded) {
            prop_assert!(!faults.is_empty());
        }
    }
}
