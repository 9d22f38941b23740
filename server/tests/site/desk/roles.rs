use axum::http::StatusCode;
use domain::access::Role;

use crate::support::{DELAY, Log, Passenger, Reviewer, Site};

const DECIDE: &str = "form[action='/form/desk/decide']";

#[tokio::test]
async fn who_may_only_read_finds_no_form_to_decide_and_is_refused_without_one() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let claim = format!("/en/desk/claims/{}", sent.reference());
    let mut auditor = Reviewer::with_role(&site, "audit@example.org", Role::Auditor).await;
    assert_eq!(auditor.get("/en/desk").await.status, StatusCode::OK);
    let page = auditor.get(&claim).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().contains("Marta Brandt"));
    assert_eq!(page.count(DECIDE), 0);

    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let mut form = reviewer.get(&claim).await.form(DECIDE);
    form.fill("verdict", "approve");
    form.fill("text", "Good.");
    let refused = auditor.submit(&form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.text("h1"), "Your role does not allow this");
    // Its page is in the language of the page that the form was on.
    auditor.get(&claim.replace("/en/", "/fr/")).await;
    let refused = auditor.submit(&form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.text("h1"), "Votre rôle ne le permet pas");
    assert_eq!(site.text("SELECT state FROM claims").await, "submitted");
    assert!(Log::line_with(&["permission_refused", "decide_claims"]).is_some());
    let saved = reviewer.submit(&form).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
}

#[tokio::test]
async fn who_may_decide_finds_the_form() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    for role in [Role::Reviewer, Role::Lead, Role::Admin] {
        let email = format!("{}@example.org", role.name());
        let mut staff = Reviewer::with_role(&site, &email, role).await;
        let page = staff
            .get(&format!("/en/desk/claims/{}", sent.reference()))
            .await;
        assert_eq!(page.count(DECIDE), 1, "{role:?}");
    }
}
