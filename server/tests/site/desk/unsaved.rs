//! What a reviewer wrote and has not saved.

use crate::support::{DELAY, Form, Page, Passenger, Reviewer, Site};

const DECIDE: &str = "form[action='/form/desk/decide']";

async fn claim(site: &Site) -> String {
    let mut passenger = Passenger::new(site, "en");
    passenger.file(DELAY).await.reference()
}

/// The form as it is sent by a button that decides nothing: `then` says which.
fn kept(page: &Page, then: &str) -> Form {
    let mut form = page.form(DECIDE);
    form.fields.push(("then".to_owned(), then.to_owned()));
    "/form/desk/keep".clone_into(&mut form.action);
    form
}

/// What stands in the text area, as it was typed.
fn text(page: &Page) -> String {
    page.text("textarea")
}

#[tokio::test]
async fn a_text_is_kept_for_each_claim_until_it_is_saved_or_discarded() {
    let site = Site::new().await;
    let (first, second) = (claim(&site).await, claim(&site).await);
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    // Two tabs, each with a rejection without a reason.
    for (reference, words) in [(&first, "Long text for A"), (&second, "Long text for B")] {
        let unfinished = [("verdict", "reject"), ("text", words)];
        let page = reviewer.decide(reference, &unfinished).await;
        assert_eq!(page.faults()[0].0, "reason");
    }
    let address = |language: &str, reference: &str| format!("/{language}/desk/claims/{reference}");
    for (language, reference, words, said) in [
        (
            "en",
            &first,
            "Long text for A",
            "What you wrote here is kept, but not saved yet.",
        ),
        (
            "en",
            &second,
            "Long text for B",
            "What you wrote here is kept, but not saved yet.",
        ),
        (
            "fr",
            &first,
            "Long text for A",
            "Ce que vous avez écrit ici est gardé",
        ),
    ] {
        let page = reviewer.get(&address(language, reference)).await;
        assert_eq!(text(&page), words, "{}", page.address);
        assert_eq!(page.count("input[value='reject'][checked]"), 1);
        assert!(page.main().contains(said), "{}", page.main());
        assert_eq!(page.faults(), []);
    }
    // Saved, it is kept no more; that of the other claim is.
    let page = reviewer.get(&address("en", &first)).await;
    let saved = reviewer.decide_on(&page, &[("reason", "other")]).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
    assert_eq!(saved.count("textarea"), 0);
    let page = reviewer.get(&address("en", &second)).await;
    assert_eq!(text(&page), "Long text for B");
    assert_eq!(
        page.count("button[formaction='/form/desk/keep'][value='discard']"),
        1
    );
    let page = reviewer.submit(&kept(&page, "discard")).await;
    assert_eq!(page.path(), address("en", &second));
    assert_eq!(text(&page), "");
    assert_eq!(page.count("button[value='discard']"), 0);
    assert_eq!(page.count("input[name='verdict'][checked]"), 0);
}

#[tokio::test]
async fn the_other_language_and_the_notice_of_a_change_take_along_what_is_written() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let page = ines.get(&format!("/en/desk/claims/{reference}")).await;
    let id = page.attribute(DECIDE, "id").unwrap();
    let other = format!(".desk-bar button[form='{id}'][formaction='/form/desk/keep'][value='fr']");
    assert_eq!(page.text(&other), "Français");
    let notice = format!("form=\"{id}\" formaction=\"/form/desk/keep\" name=\"then\" value=\"en\"");
    assert!(page.body.contains(&notice), "{}", page.body);
    let mut form = kept(&page, "fr");
    form.fill("verdict", "approve");
    form.fill("text", "Half a sentence");
    let page = ines.submit(&form).await;
    assert_eq!(page.path(), format!("/fr/desk/claims/{reference}"));
    assert_eq!(text(&page), "Half a sentence");
    assert_eq!(page.count("input[value='approve'][checked]"), 1);
    // Nothing was decided by it.
    assert_eq!(site.text("SELECT state FROM claims").await, "submitted");
    let page = ines.submit(&kept(&page, "klingon")).await;
    assert_eq!(page.status.as_u16(), 400);
}

#[tokio::test]
async fn who_was_slower_reads_why_where_the_text_stands_and_can_copy_it() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let withdrawn = passenger.file(DELAY).await;
    let decided = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let mut tomasz = Reviewer::new(&site, "tomasz@example.org").await;
    let answers = [("verdict", "approve"), ("text", "With care.")];
    for (reference, heading, why) in [
        (
            decided,
            "Decided",
            "Ines Okafor decided while you were writing.",
        ),
        (
            withdrawn.reference(),
            "Withdrawn",
            "The passenger withdrew the claim while you were writing.",
        ),
    ] {
        let claim = format!("/en/desk/claims/{reference}");
        let open = tomasz.get(&claim).await;
        match heading {
            "Decided" => {
                ines.decide(&reference, &[("verdict", "approve"), ("text", "Good.")])
                    .await
            }
            _ => {
                passenger
                    .submit(&withdrawn.form("form[action='/form/tracking/withdraw']"))
                    .await
            }
        };
        let late = tomasz.decide_on(&open, &answers).await;
        // The summary stands first on the page, and who comes stands before it.
        assert_eq!(late.address, format!("{claim}?fault=changed"));
        assert_eq!(late.count("#error-summary[autofocus][tabindex='-1']"), 1);
        for page in [late, tomasz.get(&claim).await] {
            assert_eq!(page.text("h2#decide"), heading, "{}", page.address);
            assert!(page.main().contains(why), "{}", page.main());
            assert_eq!(page.text("textarea[readonly]"), "With care.");
        }
        let page = tomasz.get(&claim).await;
        let mut discard = page.form("form[action='/form/desk/keep']");
        discard.press("then", "discard");
        let page = tomasz.submit(&discard).await;
        assert_eq!(page.count("textarea"), 0, "{}", page.address);
        assert!(!page.main().contains("while you were writing"));
    }
}
