//! Mail to passengers, as it arrives.

use std::{
    future::Future,
    io::Write,
    pin::pin,
    process::{Command, Output, Stdio},
    task::Poll,
    time::Duration,
};

use axum::http::StatusCode;
use db::DbOptions;
use domain::job::SendClaimMail;
use mail_catcher::CaughtMail;
use testing::TestDb;

use crate::support::{Browser, DELAY, Page, Passenger, Reviewer, Set, Site};

const ADDRESS: &str = "marta.brandt@example.org";
const DELIVERIES: &str =
    "SELECT coalesce(string_agg(state, ',' ORDER BY begun_at), '') FROM mail_deliveries";

/// The one mail that was caught.
fn only(mail: Vec<CaughtMail>) -> CaughtMail {
    let subjects: Vec<String> = mail.iter().map(|mail| mail.subject.clone()).collect();
    let [mail] = <[CaughtMail; 1]>::try_from(mail).unwrap_or_else(|_| panic!("{subjects:?}"));
    mail
}

/// Opens the private link that stands in a mail.
async fn open_link(site: &Site, mail: &CaughtMail) -> Page {
    let begin = format!("{}/", site.origin);
    let link = mail.text.lines().find(|line| line.starts_with(&begin));
    let link = link.expect("a link on a line of its own");
    assert!(
        mail.html.contains(&format!("href=\"{link}\"")),
        "{}",
        mail.html
    );
    Browser::new(site).get(&link[site.origin.len()..]).await
}

#[tokio::test]
async fn a_claim_sent_is_answered_by_a_mail_whose_link_opens_it() {
    for (language, subject, heading) in [
        ("en", "We have your claim", "Your claim"),
        ("fr", "Nous avons reçu votre demande", "Votre demande"),
    ] {
        let site = Site::new().await;
        let sent = Passenger::new(&site, language).file(DELAY).await;
        let mail = only(site.drain().await);
        assert_eq!(mail.to, [ADDRESS]);
        assert_eq!(mail.subject, format!("{subject} {}", sent.reference()));
        assert_eq!(mail.language, language);
        let page = open_link(&site, &mail).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.reference(), sent.reference());
        assert!(
            page.text("title").contains(heading),
            "{}",
            page.text("title")
        );
        assert!(page.path().starts_with(&format!("/{language}/tracking/")));
        // Sent once is enough, however often the job runs.
        assert_eq!(site.drain().await, []);
    }
}

#[tokio::test]
async fn a_decision_is_told_by_mail_in_the_language_of_the_passenger() {
    let site = Site::new().await;
    let sent = Passenger::new(&site, "fr").file(DELAY).await;
    site.drain().await;
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let answers = [("verdict", "approve"), ("text", "La demande tient.")];
    reviewer.decide(&sent.reference(), &answers).await;
    let mail = only(site.drain().await);
    assert_eq!(
        mail.subject,
        format!("Votre demande {} est décidée", sent.reference())
    );
    // Whoever reads over a shoulder reads no decision.
    assert!(!mail.text.contains("La demande tient."), "{}", mail.text);
    let page = open_link(&site, &mail).await;
    assert!(page.main().contains("La demande tient."), "{}", page.main());
}

#[tokio::test]
async fn a_refused_address_ends_the_trying_and_shows_at_the_desk() {
    let site = Site::new().await;
    site.mailbox
        .refuse(ADDRESS, "550 5.1.1 <marta.brandt@example.org> unknown");
    let sent = Passenger::new(&site, "en").file(DELAY).await;
    assert_eq!(site.drain().await, []);
    assert_eq!(site.text(DELIVERIES).await, "refused");
    let mut reviewer = Reviewer::new(&site, "ines@example.org").await;
    let page = reviewer
        .get(&format!("/en/desk/claims/{}", sent.reference()))
        .await;
    let shown = page.main();
    for part in ["Refused", "There is no such address", "550 5.1.1"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[tokio::test]
async fn a_mail_server_that_says_later_is_asked_later_and_quotes_no_address() {
    let site = Site::new().await;
    for reply in [
        "450 4.2.0 <marta.brandt@example.org> greylisted",
        // About us and not about the address: for the operator to mend.
        "530 5.7.0 sign in first",
    ] {
        site.mailbox.refuse(ADDRESS, reply);
        Passenger::new(&site, "en").file(DELAY).await;
        assert_eq!(site.drain().await, []);
        let error = "SELECT string_agg(last_error, '') FROM graphile_worker._private_jobs";
        let error = site.text(error).await;
        assert!(error.contains(&reply[..3]), "{error}");
        assert!(!error.contains("marta"), "{error}");
        site.mailbox.accept(ADDRESS);
        only(site.drain().await);
    }
    assert_eq!(site.text(DELIVERIES).await, "sent,sent");
}

const POSTFIX: &str = include_str!("../../../crates/backend/tests/delivery_status/postfix.eml");
const DELAYED: &str = include_str!("../../../crates/backend/tests/delivery_status/delayed.eml");

/// Pipes a mail into `aero mail delivery-status`, as a mail server does.
async fn piped(database: &str, mail: impl Into<Vec<u8>>) -> Output {
    let mail = mail.into();
    let mut command = Command::new(env!("CARGO_BIN_EXE_aero"));
    command
        .args(["mail", "delivery-status"])
        .env_clear()
        .env("DATABASE_URL", database)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let work = move || {
        let mut child = command.spawn().unwrap();
        // A program that has read enough hangs up.
        let _ = child.stdin.take().unwrap().write_all(&mail);
        child.wait_with_output().unwrap()
    };
    tokio::task::spawn_blocking(work).await.unwrap()
}

/// How it ended, and that it quoted no address.
fn ended(output: &Output) -> i32 {
    let said = [&output.stdout[..], &output.stderr[..]].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(!said.contains("marta"), "{said}");
    output.status.code().unwrap()
}

const BOUNCES: &str = "SELECT coalesce(string_agg(bounce_status, ','), '') FROM mail_deliveries";

#[tokio::test]
async fn a_mail_that_comes_back_later_shows_at_the_desk_once() {
    let site = Site::new().await;
    let sent = Passenger::new(&site, "en").file(DELAY).await;
    let mail = only(site.drain().await);
    assert_eq!(mail.return_path, "bounces@example.org");
    let event = mail.message_id.strip_prefix("claim_received.").unwrap();
    let (event, _) = event.split_once('@').unwrap();
    let about_it = |notification: &str| notification.replace("EVENT", event);

    // Late is not lost.
    let output = piped(site.database_url(), about_it(DELAYED)).await;
    assert_eq!(ended(&output), 0, "{output:?}");
    assert_eq!(site.text(BOUNCES).await, "");
    for told in ["noted: the mail came back (5.1.1)", "known already"] {
        let output = piped(site.database_url(), about_it(POSTFIX)).await;
        assert_eq!(ended(&output), 0, "{output:?}");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(told), "{told} in {said}");
        assert_eq!(site.text(BOUNCES).await, "5.1.1");
    }
    for (language, words) in [
        ("en", ["Bounced", "There is no such address (5.1.1)"]),
        ("fr", ["Revenu", "Cette adresse n’existe pas (5.1.1)"]),
    ] {
        let mut reviewer = Reviewer::new(&site, &format!("{language}@example.org")).await;
        let address = format!("/{language}/desk/claims/{}", sent.reference());
        let shown = reviewer.get(&address).await.main();
        for part in words {
            assert!(shown.contains(part), "{part} in {shown}");
        }
    }
    // Nothing more goes there by itself.
    assert_eq!(site.drain().await, []);
}

#[tokio::test]
async fn what_is_no_notification_of_a_mail_of_ours_is_left_aside_and_changes_nothing() {
    let site = Site::new().await;
    Passenger::new(&site, "en").file(DELAY).await;
    only(site.drain().await);
    let unknown = POSTFIX.replace("EVENT", "019d0b5e-7f00-7000-8000-00000000dead");
    let mut too_large = POSTFIX.to_owned();
    too_large.push_str(&"x".repeat(1024 * 1024));
    for (mail, why) in [
        (String::new(), "this is no delivery status notification"),
        (
            "From: ada@example.org\n\nThank you!\n".to_owned(),
            "this is no delivery status notification",
        ),
        (POSTFIX.to_owned(), "about no mail of Aero"),
        (unknown, "there is no such mail"),
        (too_large, "larger than 1048576 bytes"),
    ] {
        // Not back to whoever stands as its sender.
        let output = piped(site.database_url(), mail).await;
        assert_eq!(ended(&output), 0, "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said.matches("a mail was left aside").count(), 1, "{said}");
        assert!(said.contains(why), "{why} in {said}");
    }
    assert_eq!(site.text(BOUNCES).await, "");
}

#[tokio::test]
async fn a_notification_waits_at_the_mail_server_while_the_database_is_away() {
    let known = POSTFIX.replace("EVENT", "019d0b5e-7f00-7000-8000-00000000002a");
    // Nothing listens there, and nothing can be read of the other.
    for database in ["postgres://aero@127.0.0.1:1/aero", "no address"] {
        let output = piped(database, known.clone()).await;
        assert_eq!(ended(&output), 75, "{output:?}");
    }
}

/// Lets a future be asked this often and then drops it, as a process that is
/// killed drops all it does; whether it came to its end before.
async fn killed_after(polls: usize, work: impl Future) -> bool {
    let mut work = pin!(work);
    let mut left = polls;
    std::future::poll_fn(move |context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        work.as_mut().poll(context).map(|_| true)
    })
    .await
}

/// At every point at which a worker waits for something it may be killed. The
/// mail is never lost. It is never another mail either: what arrives twice,
/// because the worker was killed between the server's answer and its own note
/// of it, has the same `Message-ID`.
#[tokio::test]
async fn a_worker_killed_anywhere_loses_no_mail_and_makes_no_second_one() {
    let database = TestDb::fresh().await;
    // Not the site's own database: it would not forgive the second copy.
    let site = Site::on(DbOptions::new(&database.url), Set::default()).await;
    Passenger::new(&site, "en").file(DELAY).await;
    let payload = "SELECT payload::text FROM graphile_worker._private_jobs";
    let job: SendClaimMail = serde_json::from_str(&site.text(payload).await).unwrap();
    let id = format!("claim_received.{}@example.org", job.event_id);
    for polls in 1.. {
        let ended = killed_after(polls, site.worker().drain()).await;
        // What the killed one had begun on the wire is heard to its end.
        tokio::time::sleep(Duration::from_millis(10)).await;
        site.recover_jobs().await;
        let mail = site.drain().await;
        assert!((1..=2).contains(&mail.len()), "{polls}: {}", mail.len());
        assert!(mail.iter().all(|mail| mail.message_id == id), "{polls}");
        assert_eq!(site.text(DELIVERIES).await, "sent", "{polls}");
        let jobs = "SELECT count(*) FROM graphile_worker._private_jobs";
        assert_eq!(site.count(jobs).await, 0, "{polls}");
        if ended {
            assert_eq!(mail.len(), 1, "a worker that was not killed sends once");
            assert!(polls > 10, "it waits often: {polls}");
            return;
        }
        // As if nothing had happened yet.
        site.execute("DELETE FROM mail_deliveries").await;
        let tx = site.backend.db().begin().await.unwrap();
        tx.jobs().add(&job, &job.key()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
#[should_panic(expected = "jobs are left")]
async fn a_job_that_cannot_be_done_fails_its_test() {
    let site = Site::new().await;
    site.mailbox.refuse(ADDRESS, "450 later");
    Passenger::new(&site, "en").file(DELAY).await;
}

#[tokio::test]
#[should_panic(expected = "a mail is missing")]
async fn an_event_that_nobody_is_told_of_fails_its_test() {
    let site = Site::new().await;
    Passenger::new(&site, "en").file(DELAY).await;
    site.execute("DELETE FROM graphile_worker._private_jobs")
        .await;
}
