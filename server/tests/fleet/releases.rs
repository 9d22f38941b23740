//! During a rolling update pages of one release ask processes of another for files.

use crate::support::Fleet;

async fn status(fleet: &Fleet, port: u16, release: &str) -> u16 {
    let address = format!("/pkg/aero.{release}.css");
    let page = fleet.browser().at(port).get(&address).await.unwrap();
    if page.status == 200 {
        assert!(page.body.contains(&format!("aero.{release}.css")));
    }
    page.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn nginx_asks_the_process_of_the_other_release() {
    let mut fleet = Fleet::start().await;
    fleet.stop(1).await;
    fleet.serve(1, "two").await;
    let [old, new] = fleet.ports;
    assert_eq!(status(&fleet, old, "two").await, 404);
    assert_eq!(status(&fleet, new, "one").await, 404);
    for _ in 0..10 {
        for release in ["one", "two"] {
            assert_eq!(status(&fleet, fleet.port, release).await, 200, "{release}");
        }
        assert_eq!(status(&fleet, fleet.port, "none").await, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_folder_has_the_files_of_the_release_before_and_after() {
    let mut fleet = Fleet::start().await;
    let releases = fleet.folder().join("releases");
    fleet.set("AERO_RELEASE_FILES", releases.display().to_string());
    for (place, release) in [(0, "one"), (1, "two")] {
        fleet.stop(place).await;
        fleet.serve(place, release).await;
    }
    for port in fleet.ports {
        for release in ["one", "two"] {
            assert_eq!(
                status(&fleet, port, release).await,
                200,
                "{release} at {port}"
            );
        }
    }
    // Pages of the release before are still open when its last process has gone.
    fleet.stop(0).await;
    fleet.serve(0, "two").await;
    for port in [fleet.ports[0], fleet.ports[1], fleet.port] {
        assert_eq!(status(&fleet, port, "one").await, 200);
    }
}
