//! Open pages hear of changes that another process has made.

use crate::{
    sessions::sign_in,
    support::{Fleet, PASSWORD, file},
};

#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_of_one_process_hears_of_a_claim_that_another_took() {
    let fleet = Fleet::start().await;
    fleet.add_staff("ines@example.org");
    let mut reviewer = fleet.browser().at(fleet.ports[0]);
    let page = sign_in(&mut reviewer, "ines@example.org", PASSWORD).await;
    assert_eq!(page.path(), "/en/desk");
    let mut direct = reviewer.listen("/en/desk/live").await.unwrap();
    let mut by_nginx = reviewer
        .at(fleet.port)
        .listen("/en/desk/live")
        .await
        .unwrap();
    for stream in [&mut direct, &mut by_nginx] {
        stream.hears("listening").await;
    }
    let mut passenger = fleet.browser().at(fleet.ports[1]);
    file(&mut passenger, "ada@example.org").await.unwrap();
    for stream in [&mut direct, &mut by_nginx] {
        stream.hears("event: changed").await;
    }
}
