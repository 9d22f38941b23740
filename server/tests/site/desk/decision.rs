use axum::http::StatusCode;
use tokio::task::JoinSet;

use crate::support::{DELAY, Page, Passenger, Reviewer, SHORT_DELAY, Site};

async fn claim(site: &Site) -> String {
    let mut passenger = Passenger::new(site, "en");
    passenger.file(DELAY).await.reference()
}

#[tokio::test]
async fn a_decision_that_is_incomplete_keeps_what_was_written() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let long = "é".repeat(4_001);
    let text = "First line.\nSecond “line”.";
    for (answers, fault, field, message) in [
        (vec![("text", text)], "verdict", "verdict", "Choose whether"),
        (
            vec![("verdict", "reject"), ("text", text)],
            "reason",
            "reason",
            "Choose a reason",
        ),
        (
            vec![("verdict", "approve"), ("text", " ")],
            "text",
            "text",
            "Write some words",
        ),
        (
            vec![
                ("verdict", "approve"),
                ("reason", "too_late"),
                ("text", text),
            ],
            "approved",
            "reason",
            "You approve, but chose a reason",
        ),
        (
            vec![("verdict", "reject"), ("reason", "other"), ("text", &long)],
            "long",
            "text",
            "Write at most 4,000",
        ),
    ] {
        let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
        let mut form = page.form("form[action='/form/desk/decide']");
        form.clear();
        for (name, value) in &answers {
            form.fill(name, value);
        }
        if fault != "verdict" && !form.fields.iter().any(|(name, _)| name == "reason") {
            form.fill("reason", "");
        }
        let page = reviewer.submit(&form).await;
        assert!(
            page.address.contains(&format!("fault={fault}")),
            "{}",
            page.address
        );
        assert_eq!(page.hops[0].0, StatusCode::SEE_OTHER);
        let (target, said) = page.faults().remove(0);
        assert_eq!(target, field);
        assert!(said.starts_with(message), "{said}");
        assert_eq!(page.count(&format!("[id='{target}']")), 1);
        let form = page.form("form[action='/form/desk/decide']");
        for (name, value) in answers.iter().filter(|(_, value)| !value.trim().is_empty()) {
            let kept = form.fields.iter().find(|(known, _)| known == name);
            let kept = &kept.unwrap_or_else(|| panic!("{name} is lost")).1;
            assert_eq!(kept.replace("\r\n", "\n"), *value, "{name}");
        }
    }
    assert_eq!(site.text("SELECT state FROM claims").await, "submitted");
    // What was kept for one claim does not appear at another.
    let other = claim(&site).await;
    let page = reviewer
        .get(&format!("/en/desk/claims/{other}?fault=long"))
        .await;
    assert_eq!(page.text("textarea"), "");
}

#[tokio::test]
async fn a_decision_on_a_claim_that_changed_is_kept_and_not_taken() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let mut tomasz = Reviewer::new(&site, "tomasz@example.org").await;
    let page = ines.get(&format!("/en/desk/claims/{reference}")).await;
    let approve = [("verdict", "approve"), ("text", "By Tomasz.")];
    tomasz.decide(&reference, &approve).await;
    let reject = [
        ("verdict", "reject"),
        ("reason", "other"),
        ("text", "By Ines, with care."),
    ];
    let late = ines.decide_on(&page, &reject).await;
    assert!(late.address.contains("fault=changed"), "{}", late.address);
    assert!(
        late.faults()[0]
            .1
            .starts_with("Somebody changed this claim")
    );
    assert!(
        late.body.contains("By Ines, with care."),
        "the text is kept"
    );
    assert!(late.main().contains("By Tomasz."));
    assert_eq!(site.text("SELECT state FROM claims").await, "approved");
}

#[tokio::test]
async fn who_decides_too_late_hears_of_that_before_what_is_missing() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let mut tomasz = Reviewer::new(&site, "tomasz@example.org").await;
    let claim = format!("/en/desk/claims/{reference}");
    let page = tomasz.get(&claim).await;
    let unfinished = [("verdict", "reject"), ("text", "Not so.")];
    let early = tomasz.decide_on(&page, &unfinished).await;
    assert_eq!(early.faults()[0].0, "reason");
    ines.decide(&reference, &[("verdict", "approve"), ("text", "Good.")])
        .await;
    let late = tomasz.decide_on(&page, &unfinished).await;
    assert_eq!(late.address, format!("{claim}?fault=changed"));
    // The page that asked for a reason, loaded again, asks for none either.
    let again = tomasz.get(&early.address).await;
    for page in [late, again] {
        let (target, said) = page.faults().remove(0);
        assert_eq!(target, "decide", "{}", page.address);
        assert!(said.starts_with("Somebody changed this claim"), "{said}");
        assert!(page.main().contains("Ines Okafor"));
        assert!(page.main().contains("Not so."), "the text is kept");
        assert_eq!(page.count("form[action='/form/desk/decide']"), 0);
    }
}

#[tokio::test]
async fn a_claim_without_a_sum_is_approved_only_with_words_that_say_what_to_claim() {
    let site = Site::new().await;
    for (language, fault, told, not_told) in [
        (
            "en",
            "The assessment has no sum.",
            "What you can claim from the airline is what the reviewer wrote",
            "You can claim the sum shown here",
        ),
        (
            "fr",
            "L’évaluation ne donne aucune somme.",
            "Ce que vous pouvez demander à la compagnie est ce qu’écrit",
            "Vous pouvez demander à la compagnie la somme",
        ),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let sent = passenger.file(SHORT_DELAY).await;
        let reference = sent.reference();
        let mut ines = Reviewer::new(&site, &format!("ines.{language}@example.org")).await;
        let page = ines
            .get(&format!("/{language}/desk/claims/{reference}"))
            .await;
        let approve = [("verdict", "approve"), ("text", "The hotel, 90 euros.")];
        let asked = ines.decide_on(&page, &approve).await;
        let (target, said) = asked.faults().remove(0);
        assert_eq!(target, "sum_in_words");
        assert!(said.starts_with(fault), "{said}");
        let state = format!("SELECT state FROM claims WHERE reference = '{reference}'");
        assert_eq!(site.text(&state).await, "submitted");
        // What was written is still there; only the box is to be ticked.
        let mut form = asked.form("form[action='/form/desk/decide']");
        form.fill("sum_in_words", "yes");
        let saved = ines.submit(&form).await;
        assert!(saved.address.ends_with("?saved"), "{}", saved.address);
        let follow = passenger.get(sent.path()).await.main();
        assert!(follow.contains("The hotel, 90 euros."), "{follow}");
        assert!(follow.contains(told), "{follow}");
        assert!(!follow.contains(not_told), "{follow}");
    }
}

#[tokio::test]
async fn the_page_of_a_claim_knows_which_changes_make_it_old() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let claim = format!("/en/desk/claims/{}", sent.reference());
    let page = ines.get(&claim).await;
    let attribute = |page: &Page, name| page.attribute("#live", name);
    let source = attribute(&page, "data-source");
    assert_eq!(source.as_deref(), Some("/en/desk/live"));
    // What the server sends with a change.
    let id = site.text("SELECT id::text FROM claims").await;
    assert_eq!(attribute(&page, "data-claim"), Some(id));
    assert!(
        page.body
            .contains("This claim has changed since this page was loaded.")
    );
    let before = attribute(&page, "data-version");
    // A renewed link does not disturb who decides; a decision does.
    let tracking = passenger.get(sent.path()).await;
    passenger
        .submit(&tracking.form("form[action='/form/tracking/renew']"))
        .await;
    assert_eq!(attribute(&ines.get(&claim).await, "data-version"), before);
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let decided = ines.decide(&sent.reference(), &approve).await;
    assert_ne!(attribute(&decided, "data-version"), before);
}

#[tokio::test]
async fn a_claim_with_a_sum_is_approved_without_another_question() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let page = ines
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    assert_eq!(page.count("#sum_in_words"), 0);
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let saved = ines.decide_on(&page, &approve).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
    let follow = passenger.get(sent.path()).await.main();
    assert!(follow.contains("You can claim the sum shown here"));
    assert!(follow.contains("€600 per person"), "{follow}");
}

#[tokio::test]
async fn a_decision_with_an_older_version_keeps_the_whole_form() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
    site.execute("UPDATE claims SET version = version + 1, basis_version = version + 1")
        .await;
    let reject = [
        ("verdict", "reject"),
        ("reason", "too_late"),
        ("text", "Too late."),
    ];
    let stale = reviewer.decide_on(&page, &reject).await;
    assert!(stale.address.contains("fault=changed"), "{}", stale.address);
    let form = stale.form("form[action='/form/desk/decide']");
    for (name, value) in reject {
        assert!(
            form.fields.contains(&(name.to_owned(), value.to_owned())),
            "{name}"
        );
    }
    // Sent once more from the page as it is now, it is taken.
    let saved = reviewer.submit(&form).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
    assert_eq!(
        site.text("SELECT decision_reason FROM claims").await,
        "too_late"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_decisions_at_once_one_is_taken() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let ines = Reviewer::new(&site, "ines@example.org").await;
    let tomasz = Reviewer::new(&site, "tomasz@example.org").await;
    // Both have the claim before them when the first one decides.
    let mut ready = Vec::new();
    for (mut reviewer, verdict, reason) in [(ines, "approve", ""), (tomasz, "reject", "other")] {
        let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
        let mut form = page.form("form[action='/form/desk/decide']");
        for (name, value) in [("verdict", verdict), ("reason", reason), ("text", verdict)] {
            form.fill(name, value);
        }
        ready.push((reviewer, form));
    }
    let mut all = JoinSet::new();
    for (mut reviewer, form) in ready {
        all.spawn(async move { reviewer.submit(&form).await.address });
    }
    let addresses = all.join_all().await;
    let saved = addresses
        .iter()
        .filter(|address| address.ends_with("?saved"));
    assert_eq!(saved.count(), 1, "{addresses:?}");
    let changed = addresses
        .iter()
        .filter(|address| address.contains("fault=changed"));
    assert_eq!(changed.count(), 1, "{addresses:?}");
    assert_eq!(site.count("SELECT count(*) FROM claim_events").await, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_double_click_on_decide_is_one_decision_and_no_conflict() {
    let site = Site::new().await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let first = claim(&site).await;
    let copies = site.copies_of_claim(24).await;
    let references = copies.into_iter().map(|copy| copy.reference.to_string());
    for reference in [first].into_iter().chain(references) {
        let page = ines.get(&format!("/en/desk/claims/{reference}")).await;
        let mut form = page.form("form[action='/form/desk/decide']");
        form.fill("verdict", "approve");
        form.fill("text", "Good.");
        let mut presses = JoinSet::new();
        for _ in 0..2 {
            let (mut browser, form) = (ines.clone(), form.clone());
            presses.spawn(async move { browser.submit(&form).await.address });
        }
        for address in presses.join_all().await {
            assert!(address.ends_with("?saved"), "{reference}: {address}");
        }
    }
    let decided = "SELECT count(*) FROM claim_events WHERE kind = 'claim_approved'";
    assert_eq!(site.count(decided).await, 25);
}

#[tokio::test]
async fn the_same_words_by_somebody_else_are_another_decision() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let mut tomasz = Reviewer::new(&site, "tomasz@example.org").await;
    let address = format!("/en/desk/claims/{reference}");
    let (page, other) = (ines.get(&address).await, tomasz.get(&address).await);
    let approve = [("verdict", "approve"), ("text", "Good.")];
    ines.decide_on(&page, &approve).await;
    let late = tomasz.decide_on(&other, &approve).await;
    assert!(late.address.contains("fault=changed"), "{}", late.address);
}

#[tokio::test]
async fn a_renewed_link_does_not_disturb_who_decides() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let page = ines
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let tracking = passenger.get(sent.path()).await;
    passenger
        .submit(&tracking.form("form[action='/form/tracking/renew']"))
        .await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let saved = ines.decide_on(&page, &approve).await;
    assert!(saved.address.ends_with("?saved"), "{}", saved.address);
    assert_eq!(site.count("SELECT version::bigint FROM claims").await, 3);
}

#[tokio::test]
async fn the_history_names_whoever_of_the_staff_did_each_thing() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut ines = Reviewer::new(&site, "ines@example.org").await;
    let tomasz = site
        .add_staff("tomasz@example.org", "Tomasz Zielinski")
        .await;
    site.execute(&format!(
        "INSERT INTO claim_events (id, claim_id, claim_version, at, actor_kind, actor_id, kind)
         SELECT gen_random_uuid(), id, 2, now(), 'staff', '{tomasz}', 'link_renewed' FROM claims;
         UPDATE claims SET version = 2"
    ))
    .await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let page = ines.decide(&reference, &approve).await;
    let who = page.texts("#history ~ * .timeline-due, .block .timeline-due");
    let who: Vec<&str> = who.iter().map(String::as_str).collect();
    assert_eq!(who.len(), 3, "{who:?}");
    assert!(
        who[0].starts_with("Passenger") || who[0].starts_with("The passenger"),
        "{who:?}"
    );
    assert!(who[1].starts_with("Tomasz Zielinski"), "{who:?}");
    assert!(who[2].starts_with("Ines Okafor"), "{who:?}");
}

#[tokio::test]
async fn the_same_decision_sent_twice_is_taken_once() {
    let site = Site::new().await;
    let reference = claim(&site).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer.get(&format!("/en/desk/claims/{reference}")).await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    reviewer.decide_on(&page, &approve).await;
    let again = reviewer.decide_on(&page, &approve).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(site.count("SELECT count(*) FROM claim_events").await, 2);
}

#[tokio::test]
async fn the_history_names_who_decided_at_the_desk_only() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let approve = [("verdict", "approve"), ("text", "Good.")];
    let page = reviewer.decide(&sent.reference(), &approve).await;
    let history = page.text("aside.desk-side");
    assert!(history.contains("Ines Okafor"), "{history}");
    let follow = passenger.get(sent.path()).await;
    assert!(!follow.body.contains("Ines Okafor"));
}
