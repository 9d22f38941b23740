//! The queue of the review desk.

use db::{Db, QueueFilter, QueuePage, StateCounts};
use domain::access::ReadClaims;
use domain::claim::{Claim, StateName};

use crate::samples::{claim, claim_id, desk, event_id, facts, hash, may, minute, people, send};

async fn queue(db: &Db, filter: QueueFilter, limit: u16) -> QueuePage {
    let tx = db.begin().await.unwrap();
    tx.claims()
        .queue(&may(ReadClaims), &filter, limit)
        .await
        .unwrap()
}

async fn search(db: &Db, text: &str) -> Vec<String> {
    let filter = QueueFilter {
        search: Some(text.to_owned()),
        ..QueueFilter::default()
    };
    let page = queue(db, filter, 10).await;
    assert_eq!(page.counts.is_none(), !text.trim().is_empty(), "{text}");
    let names = page.rows.into_iter().map(|row| row.lead_name);
    names.map(Option::unwrap_or_default).collect()
}

async fn withdraw(db: &Db, number: u64) {
    let tx = db.begin().await.unwrap();
    let row = tx.claims().by_link(&hash(number)).await.unwrap().unwrap();
    let change = row.claim.withdraw(minute(90)).unwrap();
    let event = event_id(1_000 + number);
    tx.claims().apply(change, event).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_empty_queue_is_a_page() {
    let (_database, db) = desk().await;
    let page = queue(&db, QueueFilter::default(), 10).await;
    assert_eq!((page.rows.len(), page.next), (0, None));
    assert_eq!(page.counts, Some(StateCounts::default()));
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let (_database, db) = desk().await;
    for number in 1..=7 {
        let mut claim = claim(number);
        // Three of them in the same moment, so that the id has to decide.
        if (3..=5).contains(&number) {
            claim.submission = Claim::submit(claim_id(number), minute(3));
        }
        send(&db, claim, number).await;
    }
    let mut seen = Vec::new();
    let mut after = None;
    for page_number in 0.. {
        let filter = QueueFilter {
            after,
            ..QueueFilter::default()
        };
        let page = queue(&db, filter, 2).await;
        assert_eq!(page.counts.unwrap().total().number, 7 + page_number.min(1));
        seen.extend(page.rows.iter().map(|row| row.id));
        // A claim that arrives meanwhile moves nothing.
        if page_number == 0 {
            send(&db, claim(50), 50).await;
        }
        after = page.next.map(|next| next.to_string().parse().unwrap());
        if after.is_none() {
            break;
        }
    }
    let expected: Vec<_> = [7, 6, 5, 4, 3, 2, 1].map(claim_id).into();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_state_has_its_own_queue_and_every_state_its_count() {
    let (_database, db) = desk().await;
    for number in 1..=3 {
        send(&db, claim(number), number).await;
    }
    withdraw(&db, 2).await;
    for (state, numbers) in [
        (StateName::Submitted, vec![3, 1]),
        (StateName::Withdrawn, vec![2]),
        (StateName::Approved, vec![]),
    ] {
        let filter = QueueFilter {
            state: Some(state),
            ..QueueFilter::default()
        };
        let page = queue(&db, filter, 10).await;
        let expected: Vec<_> = numbers.into_iter().map(claim_id).collect();
        let ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
        assert_eq!(ids, expected, "{state:?}");
        let counts = page.counts.unwrap();
        let count = |state| (counts.of(state).number, counts.of(state).and_more);
        assert_eq!(count(StateName::Submitted), (2, false));
        assert_eq!(count(StateName::Withdrawn), (1, false));
        assert_eq!(count(StateName::Rejected), (0, false));
    }
}

#[tokio::test]
async fn the_search_finds_names_flights_references_and_addresses() {
    let (_database, db) = desk().await;
    let sent = [
        ("Zoë Müller-Ortiz", "LH123"),
        ("Ada O'Brien", "LH1299"),
        ("100% Patrick", "BA7"),
    ];
    for (number, (name, flight)) in (1..).zip(sent) {
        let mut claim = claim(number);
        claim.facts = facts(flight);
        claim.people = people(name);
        claim.people.email = format!("Person{number}@Example.org");
        send(&db, claim, number).await;
    }
    let [zoe, ada, pat] = sent.map(|(name, _)| name);
    for (text, found) in [
        ("", vec![pat, ada, zoe]),
        ("  ", vec![pat, ada, zoe]),
        ("müll", vec![zoe]),
        ("ORTIZ zoë", vec![zoe]),
        ("o'brien", vec![ada]),
        ("brien ada", vec![ada]),
        ("rien", vec![]),
        ("lh12", vec![ada, zoe]),
        ("LH 123", vec![zoe]),
        ("person2@example.ORG", vec![ada]),
        ("%", vec![]),
        ("_", vec![]),
        ("100%", vec![pat]),
        ("' & | ! ( ) :* \\ \0", vec![]),
        ("ae-", vec![pat, ada, zoe]),
    ] {
        assert_eq!(search(&db, text).await, found, "{text}");
    }
    let reference = claim(2).reference.to_string();
    assert_eq!(search(&db, &reference.to_lowercase()).await, [ada]);
    assert_eq!(search(&db, &reference[..8]).await, [ada]);
    assert_eq!(search(&db, &reference[3..11]).await, [ada]);
}

#[tokio::test]
async fn a_claim_that_several_ways_find_is_found_once_and_only_in_its_state() {
    let (_database, db) = desk().await;
    for number in 1..=5 {
        let mut claim = claim(number);
        // The name begins as the flight does.
        claim.facts = facts("AB77");
        claim.people = people("Ab77 Muster");
        send(&db, claim, number).await;
    }
    withdraw(&db, 4).await;
    let filter = QueueFilter {
        state: Some(StateName::Submitted),
        search: Some("ab77".to_owned()),
        after: None,
    };
    let first = queue(&db, filter.clone(), 3).await;
    let ids = |page: &QueuePage| page.rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&first), [5, 3, 2].map(claim_id));
    let after = first.next;
    let rest = queue(&db, QueueFilter { after, ..filter }, 3).await;
    assert_eq!(ids(&rest), [claim_id(1)]);
    assert_eq!(rest.next, None);
}
