use std::{collections::BTreeSet, time::Duration};

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, TransactionTrait};
use tokio::task::JoinSet;

use crate::support::{DELAY, Form, Log, Page, Passenger, Site};

const TICKS: [(&str, &str); 3] = [
    ("language", "en"),
    ("form[is-true]", "yes"),
    ("form[may-act]", "yes"),
];

#[tokio::test]
async fn the_same_sending_twice_gives_one_claim_and_the_same_link() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = passenger.answer_to_the_end(DELAY).await;
    let form = ticked(&page);
    let first = passenger.submit(&form).await;
    let second = passenger.submit(&form).await;
    assert_eq!(first.hops[0].0, StatusCode::SEE_OTHER);
    assert_eq!(first.address, second.address);
    assert_eq!(first.reference(), second.reference());
    // Also without the ticks, which were given the first time.
    let third = passenger.post("/form/claim/send", &TICKS[..1]).await;
    assert_eq!(first.address, third.address);
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM claim_events").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_sendings_at_once_give_one_claim_and_one_link() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let form = ticked(&passenger.answer_to_the_end(DELAY).await);
    let mut all = JoinSet::new();
    for _ in 0..8 {
        let (mut tab, form) = (passenger.clone(), form.clone());
        all.spawn(async move {
            let page = tab.submit(&form).await;
            (page.status, page.address)
        });
    }
    let answers: BTreeSet<_> = all.join_all().await.into_iter().collect();
    assert_eq!(answers.len(), 1, "{answers:?}");
    let (status, address) = answers.first().unwrap();
    assert_eq!(*status, StatusCode::OK);
    assert!(address.starts_with("/en/tracking/"), "{address}");
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM claim_events").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_tabs_that_save_at_once_keep_both_pages() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    for round in 0..5 {
        let mut all = JoinSet::new();
        let reason = ["weather", "crew"][round % 2];
        let email = format!("round{round}@example.org");
        let name = format!("Ada {}", ["One", "Two", "Three", "Four", "Five"][round]);
        for (step, field, value) in [
            ("reason", "form[reason]", reason.to_owned()),
            ("contact", "form[email]", email.clone()),
            ("people", "form[passenger-1]", name.clone()),
        ] {
            let mut tab = passenger.clone();
            let step = step.to_owned();
            all.spawn(async move {
                let fields = [("step", step.as_str()), ("language", "en"), (field, &value)];
                tab.post("/form/claim/save", &fields).await.status
            });
        }
        assert_eq!(all.join_all().await, [StatusCode::OK; 3]);
        let stored = site.text("SELECT answers::text FROM drafts").await;
        for part in [reason, &email, &name] {
            assert!(stored.contains(part), "{part}: {stored}");
        }
    }
}

/// The form of the page that shows everything once more, with both boxes ticked.
fn ticked(page: &Page) -> Form {
    let mut form = page.form("form#step");
    for name in ["form[is-true]", "form[may-act]"] {
        form.fill(name, "yes");
    }
    form
}

/// Two tabs: what was looked through in one is changed in the other.
#[tokio::test]
async fn a_claim_is_sent_only_as_it_was_shown() {
    for (language, said, title) in [
        (
            "en",
            "Your answers have changed since you saw them",
            "Error: Check your answers",
        ),
        (
            "fr",
            "Vos réponses ont changé depuis que vous les",
            "Erreur : Vérifiez vos réponses",
        ),
    ] {
        let site = Site::new().await;
        let mut passenger = Passenger::new(&site, language);
        let seen = passenger.answer_to_the_end(DELAY).await;
        assert!(seen.main().contains("18:30"), "{}", seen.main());
        let other_tab = [("actual-arrival-time", "18:55")];
        passenger.answer("arrival", &other_tab).await;
        let again = passenger.submit(&ticked(&seen)).await;
        assert_eq!(again.hops[0].0, StatusCode::SEE_OTHER);
        assert_eq!(again.path(), format!("/{language}/claim/check"));
        let (target, words) = again.faults().remove(0);
        assert!(words.starts_with(said), "{words}");
        assert_eq!(again.count(&format!("#{target}")), 1);
        assert!(again.texts("head > title")[0].starts_with(title));
        assert!(again.main().contains("18:55"), "{}", again.main());
        assert_eq!(again.count("input[checked]"), 0, "nothing is confirmed yet");
        assert_eq!(site.count("SELECT count(*) FROM claims").await, 0);
        // What is seen now can be sent.
        let sent = passenger.submit(&ticked(&again)).await;
        assert!(sent.path().contains("/tracking/"), "{}", sent.address);
        let arrived = "SELECT statement::text FROM claims";
        assert!(site.text(arrived).await.contains("18:55"));
    }
}

#[tokio::test]
async fn a_box_confirms_nothing_that_is_written_after_it_was_ticked() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    let page = passenger.answer("check", &[("is-true", "yes")]).await;
    assert_eq!(page.faults()[0].0, "may-act");
    assert_eq!(page.count("#is-true[checked]"), 1);
    // The same answer once more changes nothing; another one does.
    let same = passenger.answer("contact", &[]).await;
    assert_eq!(same.count("#is-true[checked]"), 1, "{}", same.address);
    let another = [("email", "another@example.org")];
    let page = passenger.answer("contact", &another).await;
    assert_eq!(page.path(), "/en/claim/check");
    assert_eq!(page.count("input[checked]"), 0);
}

#[tokio::test]
async fn what_another_tab_has_made_unreadable_is_told_where_it_is() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let seen = passenger.answer_to_the_end(DELAY).await;
    passenger
        .answer("contact", &[("email", "no address")])
        .await;
    let page = passenger.submit(&ticked(&seen)).await;
    assert_eq!(page.address, "/en/claim/contact?check");
    assert_eq!(page.faults()[0].0, "email");
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 0);
}

/// A draft is judged before it is locked; what another tab saves meanwhile is neither
/// lost nor sent unseen.
#[tokio::test]
async fn what_is_saved_while_a_claim_is_being_sent_is_shown_first() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let form = ticked(&passenger.answer_to_the_end(DELAY).await);
    let database = site.database().await;
    let other_tab = database.begin().await.unwrap();
    let saving = r#"UPDATE drafts SET version = version + 1,
        answers = answers || '{"passenger-1": "Grace Hopper"}'"#;
    other_tab.execute_unprepared(saving).await.unwrap();
    let sending = tokio::spawn(async move {
        let address = passenger.submit(&form).await.address;
        (passenger, address)
    });
    let waiting = "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database
        WHERE locktype = 'tuple' AND datname = current_database()";
    while site.count(waiting).await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    other_tab.commit().await.unwrap();
    let (mut passenger, address) = sending.await.unwrap();
    assert_eq!(address, "/en/claim/check?changed");
    let shown = passenger.get(&address).await;
    assert!(shown.main().contains("Grace Hopper"), "{}", shown.main());
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 0);
    passenger.submit(&ticked(&shown)).await;
    let name = "SELECT name FROM claim_people WHERE position = 0";
    assert_eq!(site.text(name).await, "Grace Hopper");
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 1);
}

#[tokio::test]
async fn a_page_that_is_saved_again_after_sending_begins_a_new_draft() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let sent = passenger.file(DELAY).await;
    let before = site.text("SELECT statement::text FROM claims").await;
    let replay = [
        ("step", "what-went-wrong"),
        ("language", "en"),
        ("form[event]", "cancellation"),
    ];
    let page = passenger.post("/form/claim/save", &replay).await;
    assert_eq!(page.path(), "/en/claim/trip");
    assert_eq!(page.value("origin"), "", "nothing of the claim comes back");
    assert_eq!(site.count("SELECT count(*) FROM drafts").await, 2);
    assert_eq!(
        before,
        site.text("SELECT statement::text FROM claims").await
    );
    let follow = passenger.get(sent.path()).await;
    assert_eq!(follow.reference(), sent.reference());
}

#[tokio::test]
async fn after_sending_the_form_is_empty_again() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.file(DELAY).await;
    for step in ["check", "contact", "what-went-wrong"] {
        let page = passenger.open(step).await;
        assert_eq!(page.path(), "/en/claim/what-went-wrong");
        assert!(!page.body.contains("marta.brandt"), "{step}");
    }
}

#[tokio::test]
async fn sending_without_a_draft_or_too_early_sends_nothing() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    let page = passenger.post("/form/claim/send", &TICKS).await;
    assert_eq!(page.path(), "/en/claim/what-went-wrong");
    passenger.answer_all(DELAY).await;
    let page = passenger.post("/form/claim/send", &TICKS).await;
    assert_eq!(page.address, "/en/claim/people?check");
    passenger
        .cookies
        .insert("aero-draft".to_owned(), "0".repeat(64));
    let page = passenger.post("/form/claim/send", &TICKS).await;
    assert_eq!(page.path(), "/en/claim/what-went-wrong");
    assert_eq!(site.count("SELECT count(*) FROM claims").await, 0);
}

#[tokio::test]
async fn a_draft_belongs_to_its_browser_alone() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger.answer_to_the_end(DELAY).await;
    let mut other = Passenger::new(&site, "en");
    assert_eq!(
        other.open("check").await.path(),
        "/en/claim/what-went-wrong"
    );
    other
        .cookies
        .insert("aero-draft".to_owned(), "f".repeat(64));
    assert_eq!(
        other.open("check").await.path(),
        "/en/claim/what-went-wrong"
    );
}

#[tokio::test]
async fn neither_secrets_nor_persons_stand_in_the_log_and_no_secret_in_the_database() {
    let site = Site::new().await;
    let mut passenger = Passenger::new(&site, "en");
    passenger
        .answer_all(&[
            DELAY[0],
            DELAY[1],
            DELAY[2],
            DELAY[3],
            DELAY[4],
            DELAY[5],
            ("people", &[("passenger-1", "Zenobia Quarterflash")]),
            ("contact", &[("email", "zenobia@quarterflash.example")]),
        ])
        .await;
    let draft = passenger.cookies["aero-draft"].clone();
    let link = passenger.send_claim().await.link();
    assert_eq!(link.len(), 64);
    assert_ne!(link, draft);
    passenger.get(&format!("/en/tracking/{link}")).await;
    for secret in [&*link, &*draft, "Zenobia", "zenobia", "Quarterflash"] {
        assert!(!Log::has(secret), "{:?}", Log::line(secret));
    }
    let dump = site
        .text(
            "SELECT (SELECT string_agg(row_to_json(claims)::text, '') FROM claims)
             || (SELECT string_agg(row_to_json(drafts)::text, '') FROM drafts)
             || (SELECT string_agg(row_to_json(claim_events)::text, '') FROM claim_events)",
        )
        .await;
    for secret in [&link, &draft] {
        assert!(!dump.contains(secret.as_str()));
    }
    let stored = site
        .text("SELECT encode(link_hash, 'hex') FROM claims")
        .await;
    let secret: backend::Secret = link.parse().unwrap();
    let hash: String = secret
        .hash()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(stored, hash);
}

#[tokio::test]
async fn the_receipt_says_where_the_link_is_and_where_it_is_mailed() {
    let site = Site::new().await;
    for (language, mailed) in [
        ("en", "We also mail it to marta.brandt@example.org"),
        ("fr", "Nous l’envoyons aussi à marta.brandt@example.org"),
    ] {
        let mut passenger = Passenger::new(&site, language);
        let sent = passenger.file(DELAY).await;
        assert!(sent.main().contains(mailed), "{}", sent.main());
        assert_eq!(sent.count("main .notice a[href='#private-link']"), 1);
        assert_eq!(sent.count("#private-link"), 1);
        // Later nobody needs to be told.
        let later = passenger.get(sent.path()).await;
        assert!(!later.main().contains("marta.brandt"), "{}", later.main());
    }
}
