//! A claim that is sent to one process, its mail by the worker, its link at another.

use testing::until;

use crate::support::{Fleet, file};

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_mails_a_link_that_every_process_opens() {
    let fleet = Fleet::start().await;
    let _worker = fleet.worker().await;
    let page = file(&mut fleet.browser(), "ada@example.org").await.unwrap();
    assert!(page.path().contains("/tracking/"), "{}", page.address);

    let mail = until("the mail comes", async || fleet.mailbox.all().pop()).await;
    assert_eq!(mail.to, ["ada@example.org"]);
    let origin = fleet.origin();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.starts_with(&origin));
    let address = link.expect("a link").trim_start_matches(&origin).to_owned();
    for port in fleet.ports {
        let mut other = fleet.browser().at(port);
        let page = other.get(&address).await.unwrap();
        assert_eq!(page.status, 200);
        assert!(!page.hops.is_empty(), "the link is exchanged for a cookie");
        assert!(page.main().contains("AE-"), "{}", page.main());
    }
}
