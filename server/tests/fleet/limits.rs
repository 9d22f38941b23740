//! What is limited is limited for all processes together.

use crate::{sessions::sign_in, support::Fleet};

const TRIES: usize = 8;

#[tokio::test(flavor = "multi_thread")]
async fn tries_at_several_processes_count_as_one() {
    let fleet = Fleet::start_with(&[("AERO_SIGN_IN_PER_MINUTE", "4")]).await;
    fleet.add_staff("ines@example.org");
    let mut refused = Vec::new();
    for turn in 0..TRIES {
        let page = wrong(&fleet, fleet.ports[turn % 2], Some("198.51.100.7")).await;
        refused.push(page == 429);
    }
    assert!(refused[..4].iter().all(|refused| !refused), "{refused:?}");
    // One more may have become free meanwhile; each process for itself would allow all.
    let count = refused.iter().filter(|refused| **refused).count();
    assert!(count >= 3, "{refused:?}");

    let elsewhere = wrong(&fleet, fleet.ports[0], Some("198.51.100.8")).await;
    assert_ne!(elsewhere, 429, "another address has its own tries");
    // What a client says of itself is not handed on by nginx.
    for turn in 0..TRIES {
        let made_up = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
        let status = wrong(&fleet, fleet.port, Some(made_up[turn % 4])).await;
        if turn > 5 {
            assert_eq!(status, 429, "at try {turn}");
        }
    }
}

async fn wrong(fleet: &Fleet, port: u16, from: Option<&'static str>) -> u16 {
    let mut browser = fleet.browser().at(port);
    browser.forwarded_for = from;
    let page = sign_in(&mut browser, "ines@example.org", "not the password").await;
    page.status.as_u16()
}
