//! A form that was shown to one member of staff and is sent by another, who has signed
//! in meanwhile in another tab of the same browser.

use domain::access::Role;

use crate::support::{DELAY, PASSWORD, Passenger, Reviewer, Site};

/// Signs Tomasz in, in the browser of somebody else.
async fn sign_in_tomasz(site: &Site, browser: &mut Reviewer, role: Role) {
    let email = "tomasz@example.org";
    site.add_staff_as(email, "Tomasz Zielinski", role).await;
    Reviewer::sign_in(browser, email, PASSWORD).await;
}

#[tokio::test]
async fn a_decision_is_never_saved_in_the_name_of_who_has_not_written_it() {
    for (language, said, kept) in [
        (
            "en",
            "You are now signed in as Tomasz Zielinski",
            "Nothing was saved",
        ),
        (
            "fr",
            "Vous êtes maintenant connecté sous le nom de Tomasz Zielinski",
            "Rien n’a été enregistré",
        ),
    ] {
        let site = Site::new().await;
        let mut passenger = Passenger::new(&site, "en");
        let reference = passenger.file(DELAY).await.reference();
        let mut browser = Reviewer::new(&site, "ines@example.org").await;
        let page = browser
            .get(&format!("/{language}/desk/claims/{reference}"))
            .await;
        sign_in_tomasz(&site, &mut browser, Role::Reviewer).await;
        let answers = [("verdict", "approve"), ("text", "Written by Ines.")];
        let page = browser.decide_on(&page, &answers).await;
        let (target, words) = page.faults().remove(0);
        assert!(words.starts_with(said), "{words}");
        assert!(words.contains(kept), "{words}");
        assert_eq!(page.count(&format!("#{target}")), 1);
        assert_eq!(page.text("textarea"), "Written by Ines.");
        assert_eq!(site.text("SELECT state FROM claims").await, "submitted");
        assert_eq!(site.count("SELECT count(*) FROM claim_events").await, 1);
        // From the page that names him it is his decision.
        let saved = browser.decide_on(&page, &[]).await;
        assert!(saved.address.ends_with("?saved"), "{}", saved.address);
        assert!(saved.text("aside").contains("Tomasz Zielinski"));
    }
}

#[tokio::test]
async fn a_form_that_does_not_say_for_whom_it_was_shown_decides_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let reference = passenger.file(DELAY).await.reference();
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
    for staff in ["", "nonsense", "00000000-0000-0000-0000-000000000000"] {
        let mut form = page.form("form[action='/form/desk/decide']");
        form.fill("verdict", "approve");
        form.fill("text", "Good.");
        form.fill("staff", staff);
        let page = reviewer.submit(&form).await;
        assert!(page.address.ends_with("?fault=staff"), "{}", page.address);
        assert_eq!(page.text("textarea"), "Good.");
    }
    assert_eq!(site.text("SELECT state FROM claims").await, "submitted");
}

#[tokio::test]
async fn a_job_is_run_again_only_by_whom_its_page_was_shown() {
    let site = Site::new().await;
    let mut browser = Reviewer::with_role(&site, "ines@example.org", Role::Admin).await;
    let fields = |staff: String| {
        [
            ("language", "en".to_owned()),
            ("job", "1".to_owned()),
            ("staff", staff),
        ]
    };
    let ines = site.text("SELECT id::text FROM staff").await;
    let page = browser
        .post("/form/desk/run-job-again", &fields(ines.clone()))
        .await;
    assert_eq!(page.address, "/en/desk/jobs?again");
    sign_in_tomasz(&site, &mut browser, Role::Admin).await;
    let page = browser
        .post("/form/desk/run-job-again", &fields(ines))
        .await;
    assert_eq!(page.address, "/en/desk/jobs?fault=staff");
    let (target, words) = page.faults().remove(0);
    assert!(words.contains("signed in as Tomasz Zielinski"), "{words}");
    assert!(words.contains("Nothing was done"), "{words}");
    assert_eq!(page.count(&format!("#{target}")), 1);
}
