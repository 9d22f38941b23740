//! Who is signed in is so everywhere.

use crate::support::{Browser, Fleet, PASSWORD, Page};

pub async fn sign_in(browser: &mut Browser, email: &str, password: &str) -> Page {
    let page = browser.get("/en/desk/sign-in").await.unwrap();
    let mut form = page.form("form[action='/form/desk/sign-in']");
    form.fill("email", email);
    form.fill("password", password);
    browser.submit(&form).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_in_at_one_process_is_signed_in_at_all_until_the_sign_out_at_any() {
    let fleet = Fleet::start().await;
    fleet.add_staff("ines@example.org");
    let mut here = fleet.browser().at(fleet.ports[0]);
    let page = sign_in(&mut here, "ines@example.org", PASSWORD).await;
    assert_eq!(page.path(), "/en/desk", "{}", page.body);
    for port in [fleet.ports[1], fleet.port] {
        let page = here.at(port).get("/en/desk").await.unwrap();
        assert_eq!((page.path(), page.hops.len()), ("/en/desk", 0));
    }

    let mut there = here.at(fleet.ports[1]);
    let page = there.get("/en/desk").await.unwrap();
    let sign_out = page.form("form[action='/form/desk/sign-out']");
    there.submit(&sign_out).await.unwrap();
    // With the cookie that this browser has kept.
    for port in fleet.ports {
        let page = here.at(port).get("/en/desk").await.unwrap();
        assert_eq!(page.path(), "/en/desk/sign-in", "at {port}");
    }
}
