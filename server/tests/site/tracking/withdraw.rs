use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::support::{DELAY, Passenger, Reviewer, Site};

const WITHDRAW: &str = "form[action='/form/tracking/withdraw']";

#[tokio::test]
async fn a_claim_is_withdrawn_once_and_the_desk_sees_it() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let form = sent.form(WITHDRAW);
    let page = passenger.submit(&form).await;
    assert_eq!(page.path(), sent.path());
    assert!(page.main().contains("You withdrew this claim"));
    assert_eq!(page.count(WITHDRAW), 0);
    // Nobody has checked it, and nothing was to be withdrawn too late.
    assert!(
        page.main().contains("Step 2 of 2: Withdrawn"),
        "{}",
        page.main()
    );
    assert!(!page.main().contains("Check"), "{}", page.main());
    let again = passenger.submit(&form).await;
    assert_eq!(again.status, StatusCode::OK, "twice is once");
    let events = "SELECT count(*) FROM claim_events WHERE kind = 'claim_withdrawn'";
    assert_eq!(site.count(events).await, 1);

    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let claim = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    assert!(
        claim
            .main()
            .contains("This claim is not waiting for a decision.")
    );
    assert_eq!(claim.count("form[action='/form/desk/decide']"), 0);
}

#[tokio::test]
async fn a_decided_claim_cannot_be_withdrawn() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    reviewer.decide(&sent.reference(), &approve).await;
    for (language, said) in [
        (
            "en",
            "Your claim was decided before you withdrew it. Nothing was withdrawn.",
        ),
        (
            "fr",
            "Une décision a été prise avant que vous ne retiriez votre demande.",
        ),
    ] {
        let mut form = sent.form(WITHDRAW);
        form.fill("language", language);
        let page = passenger.submit(&form).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(
            page.path(),
            format!("/{language}/tracking/{}", sent.reference())
        );
        assert!(page.main().contains(said), "{}", page.main());
        assert!(page.main().contains("Good."), "{}", page.main());
    }
    assert_eq!(site.text("SELECT state FROM claims").await, "approved");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_double_click_on_withdraw_is_one_withdrawal_and_no_conflict() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.file(DELAY).await;
    for copy in site.copies_of_claim(25).await {
        let mut presses = JoinSet::new();
        for _ in 0..2 {
            let (backend, link) = (site.backend.clone(), copy.link);
            presses.spawn(async move { backend.withdraw_claim(&link).await });
        }
        for done in presses.join_all().await {
            assert!(done.is_ok(), "{}: {done:?}", copy.reference);
        }
    }
    let withdrawn = "SELECT count(*) FROM claim_events WHERE kind = 'claim_withdrawn'";
    assert_eq!(site.count(withdrawn).await, 25);
}
