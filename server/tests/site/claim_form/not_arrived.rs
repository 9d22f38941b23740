//! "I did not get there with these flights": what happened instead decides.

use crate::support::{DELAY, PEOPLE, Page, Passenger, Reviewer, Site};

/// The assessment of a trip that did not end as booked.
async fn assessment(passenger: &mut Passenger, instead: &str) -> Page {
    passenger.answer_all(&DELAY[..4]).await;
    let typed = [("never-arrived", "yes"), ("instead", instead)];
    let with_time: Vec<_> = DELAY[4].1.iter().copied().chain(typed).collect();
    passenger.answer("arrival", &with_time).await;
    passenger.answer_all(&[DELAY[5]]).await
}

#[tokio::test]
async fn who_did_not_fly_is_told_that_no_sum_is_due_but_what_else_is() {
    let site = Site::new().await;
    for (language, instead, parts) in [
        (
            "en",
            "money-back",
            ["took your fare back", "Meals", "No compensation, but other"],
        ),
        (
            "en",
            "gave-up",
            [
                "did not take the flight",
                "Meals",
                "five hours late or more",
            ],
        ),
        (
            "fr",
            "gave-up",
            ["Pas d’indemnité", "repas", "cinq heures de retard ou plus"],
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let page = assessment(&mut passenger, instead).await;
        assert_eq!(page.path(), format!("/{language}/claim/result"));
        for part in parts {
            assert!(page.main().contains(part), "{part}: {}", page.main());
        }
        assert!(!page.main().contains("When did a door open"));
    }
}

#[tokio::test]
async fn what_happened_instead_stands_in_the_answers_and_at_the_desk() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = assessment(&mut passenger, "rerouted").await;
    for part in ["€600", "11 h 00", "The airline got me there another way"] {
        assert!(page.body.contains(part), "{part}: {}", page.body);
    }
    // The change leads to the page, with what was chosen.
    let change = page.attribute("a[href='/en/claim/arrival?back=result']", "href");
    let arrival = passenger.get(&change.expect("a way to change it")).await;
    assert!(arrival.attribute("#never-arrived", "checked").is_some());
    let chosen = "input[name='form[instead]'][value='rerouted']";
    assert!(arrival.attribute(chosen, "checked").is_some());

    let page = assessment(&mut passenger, "gave-up").await;
    assert!(page.main().contains("No compensation"), "{}", page.main());
    let check = passenger.answer_all(PEOPLE).await;
    assert!(
        check.main().contains("I gave the trip up"),
        "{}",
        check.main()
    );
    let sent = passenger.send_claim().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let path = format!("/en/desk/claims/{}", sent.reference());
    let claim = reviewer.get(&path).await;
    assert!(
        claim.main().contains("I gave the trip up"),
        "{}",
        claim.main()
    );
}
