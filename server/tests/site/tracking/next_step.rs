use crate::support::{DELAY, Passenger, Reviewer, SHORT_DELAY, Site};

const BODY: &str = "Schlichtungsstelle Reise & Verkehr";

#[tokio::test]
async fn the_next_step_stands_on_both_pages_with_its_day_in_both_languages() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    // Sent on 20 March: the airline has two months.
    let waiting = format!("If the airline stays silent, you can turn to {BODY} from 21 May 2026.");
    assert!(sent.main().contains(&waiting), "{}", sent.main());
    let address = format!("/fr/tracking/{}", sent.reference());
    let french = passenger.get(&address).await;
    let attente = format!(
        "Si la compagnie ne répond pas, vous pouvez saisir {BODY} à partir du 21 mai 2026."
    );
    assert!(french.main().contains(&attente), "{}", french.main());

    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let desk = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    assert!(desk.text("#after-the-answer").contains("After the airline"));
    assert!(desk.main().contains(&waiting), "{}", desk.main());

    site.clock.advance(24 * 62);
    let silent = passenger.get(&sent.address).await;
    let now = format!("You can turn to {BODY} now, and no later than 31 December 2029.");
    assert!(silent.main().contains(&now), "{}", silent.main());
}

#[tokio::test]
async fn who_is_told_that_the_claim_does_not_hold_is_sent_to_no_court() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let reject = [
        ("verdict", "reject"),
        ("reason", "extraordinary"),
        ("text", "A storm."),
    ];
    reviewer.decide(&sent.reference(), &reject).await;
    let rejected = passenger.get(&sent.address).await;
    assert!(rejected.main().contains("A storm."));
    assert!(
        !rejected.main().contains("After the airline"),
        "{}",
        rejected.main()
    );
}

#[tokio::test]
async fn a_claim_without_a_sum_has_no_next_step() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(SHORT_DELAY).await;
    assert!(!sent.main().contains("stays silent"), "{}", sent.main());
}
