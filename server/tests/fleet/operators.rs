//! What is for operators is not for the public.

use crate::support::Fleet;

#[tokio::test(flavor = "multi_thread")]
async fn the_health_of_a_process_is_not_to_be_had_through_nginx() {
    let fleet = Fleet::start().await;
    for address in ["/health/live", "/health/ready"] {
        let itself = fleet.browser().at(fleet.ports[0]).get(address).await;
        assert_eq!(itself.unwrap().status, 200, "{address}");
    }
    for address in [
        "/health/live",
        "/health/ready",
        "//health/live",
        "/en/../health/live",
        "/health%2Flive",
        "/health/live?from=here",
    ] {
        let page = fleet.browser().get(address).await.unwrap();
        assert_eq!(page.status, 404, "{address}");
        assert!(
            page.body.contains("nginx"),
            "{address} is asked of a process"
        );
    }
}
