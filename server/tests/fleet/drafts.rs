//! A draft belongs to a browser, not to a process.

use crate::support::{Browser, Fleet, STEPS, answer};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_goes_on_at_another_process_with_every_page() {
    let fleet = Fleet::start().await;
    let mut browser = fleet.browser();
    for step in 0..STEPS {
        browser = browser.at(fleet.ports[step % 2]);
        let page = answer(&mut browser, step, "ada@example.org").await.unwrap();
        assert_eq!(page.faults(), [], "at page {step}");
    }
    for port in fleet.ports {
        let page = browser.at(port).get("/en/claim/check").await.unwrap();
        assert_eq!(page.path(), "/en/claim/check");
        assert!(page.main().contains("ada@example.org"), "{}", page.main());
    }
    assert_eq!(fleet.count("SELECT count(*) FROM drafts").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_process_caches_the_same_pages() {
    let fleet = Fleet::start().await;
    for address in ["/en", "/fr", "/en/claim/what-went-wrong", "/fr/privacy"] {
        let mut bodies = Vec::new();
        for port in [fleet.ports[0], fleet.ports[1], fleet.port] {
            let mut browser = Browser::new(port, &fleet.origin());
            for _ in 0..2 {
                let page = browser.get(address).await.unwrap();
                assert_eq!(page.status, 200, "{address}");
                bodies.push(page.body);
            }
        }
        assert!(bodies.iter().all(|body| *body == bodies[0]), "{address}");
    }
}
