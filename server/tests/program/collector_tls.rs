//! Traces go to a collector by TLS, to the right one or to none.

use std::path::{Path, PathBuf};

use testing::{Certificates, TestDb, until};

use crate::support::{Aero, Collector};

fn certificates(name: &str) -> Certificates {
    let folder: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    Certificates::make(&folder).unwrap()
}

#[tokio::test]
async fn a_collector_with_a_certificate_that_is_trusted_takes_traces_and_another_none() {
    let database = TestDb::fresh().await;
    let ours = certificates("collector-ours");
    let other = certificates("collector-other");
    let collector = Collector::start_with_tls(&ours).await;
    for (trusted, is_taken) in [(&other, false), (&ours, true)] {
        let settings = [
            ("AERO_OTLP_ENDPOINT", collector.endpoint.as_str()),
            ("SSL_CERT_FILE", trusted.authority.to_str().unwrap()),
        ];
        let aero = Aero::serve(&database.url, &settings).await;
        assert_eq!(aero.get("/en/help").await.status, 200);
        if is_taken {
            until("the trace", async || collector.span("GET /{lang}/help")).await;
        } else {
            until("it is logged", async || {
                let said = "the collector takes no traces";
                aero.log().contains(said).then_some(())
            })
            .await;
            assert!(collector.bytes().is_empty());
        }
    }
}
