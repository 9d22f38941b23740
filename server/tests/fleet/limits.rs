//! What is limited is limited for all processes together.

use crate::support::Fleet;

/// What one address has; a try comes back in a quarter of an hour.
const SHARE: usize = 4;
const TRIES: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn tries_at_several_processes_count_as_one() {
    let fleet = Fleet::start_with(&[("AERO_LINK_REQUESTS_PER_HOUR", "4")]).await;
    for turn in 0..TRIES {
        let status = asked(&fleet, fleet.ports[turn % 2], "198.51.100.7").await;
        let expected = if turn < SHARE { 200 } else { 429 };
        assert_eq!(status, expected, "at try {turn}");
    }
    let elsewhere = asked(&fleet, fleet.ports[0], "198.51.100.8").await;
    assert_eq!(elsewhere, 200, "another address has its own tries");
    // What a client says of itself is not handed on by nginx.
    for turn in 0..TRIES {
        let made_up = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
        let status = asked(&fleet, fleet.port, made_up[turn % 4]).await;
        let expected = if turn < SHARE { 200 } else { 429 };
        assert_eq!(status, expected, "at try {turn} through nginx");
    }
}

/// The status after somebody there has asked for a link.
async fn asked(fleet: &Fleet, port: u16, from: &'static str) -> u16 {
    let mut browser = fleet.browser().at(port);
    browser.forwarded_for = Some(from);
    let page = browser.get("/en/tracking").await.unwrap();
    let mut form = page.form("form[action='/form/tracking/request-link']");
    form.fill("reference", "AE-0000-0000");
    form.fill("email", "ada@example.org");
    browser.submit(&form).await.unwrap().status.as_u16()
}
