//! Recourse by API.

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use recourse::contract::FACTS;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{Set, Site};

async fn send(site: &Site, request: Request<Body>) -> (StatusCode, String, Value) {
    let response = site.router.clone().oneshot(request).await.unwrap();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind.map_or("", |kind| kind.to_str().unwrap()).to_owned();
    let status = response.status();
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (
        status,
        kind,
        serde_json::from_slice(&body).unwrap_or_default(),
    )
}

async fn post(site: &Site, body: impl Into<Body>) -> (StatusCode, String, Value) {
    let request = Request::post("/api/v1/recourse").header("content-type", "application/json");
    send(site, request.body(body.into()).unwrap()).await
}

/// The shared cases.
fn cases() -> Vec<Value> {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../crates/recourse/tests/cases"
    );
    std::fs::read_dir(folder)
        .unwrap()
        .map(|file| serde_json::from_slice(&std::fs::read(file.unwrap().path()).unwrap()).unwrap())
        .collect()
}

#[tokio::test]
async fn every_shared_case_comes_out_as_expected() {
    let set = Set {
        assessments: 100,
        ..Set::default()
    };
    let site = Site::with(set).await;
    for case in cases() {
        let (status, kind, answer) = post(&site, case["facts"].to_string()).await;
        assert_eq!(status, StatusCode::OK, "{answer:#}");
        assert_eq!(kind, "application/json");
        let (best, expected) = (&answer["recommended"], &case["expected"]);
        assert_eq!(best["forum"], expected["forum"], "{}", case["id"]);
        for (part, keys) in [
            ("body", &["id", "by", "open_from"][..]),
            ("fee", &["table", "value", "amount", "currency"]),
            ("interest", &["rule", "amount"]),
        ] {
            for key in keys {
                assert_eq!(best[part][key], expected[part][key], "{} {key}", case["id"]);
            }
        }
        assert_eq!(best["court"], expected["court"], "{}", case["id"]);
        assert_eq!(best["lawyer"], expected["lawyer"], "{}", case["id"]);
    }
}

#[tokio::test]
async fn facts_with_faults_get_all_of_them_as_a_problem() {
    let site = Site::new().await;
    let mut facts = cases().remove(0)["facts"].take();
    facts["origin"] = json!("QQQ");
    facts["persons"] = json!("two");
    let twice = facts.to_string().replacen('{', "{\"sum\":\"1.00\",", 1);
    let (status, kind, problem) = post(&site, twice).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(kind, "application/problem+json");
    let errors = problem["errors"].as_array().unwrap();
    let mut found: Vec<_> = errors
        .iter()
        .map(|error| {
            (
                error["path"].as_str().unwrap(),
                error["code"].as_str().unwrap(),
            )
        })
        .collect();
    found.sort_unstable();
    let wanted = [
        ("origin", "unknown_airport"),
        ("persons", "wrong_type"),
        ("sum", "duplicate_key"),
    ];
    assert_eq!(found, wanted);
}

#[tokio::test]
async fn what_is_no_json_and_who_asks_too_often_is_refused_as_a_problem() {
    let set = Set {
        assessments: 2,
        ..Set::default()
    };
    let site = Site::with(set).await;
    let plain = Request::post("/api/v1/recourse").header("content-type", "text/plain");
    let (status, kind, _) = send(&site, plain.body(Body::from("{}")).unwrap()).await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(kind, "application/problem+json");
    let (status, _, _) = post(&site, "{}").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, kind, _) = post(&site, "{}").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(kind, "application/problem+json");
}

#[tokio::test]
async fn the_document_describes_every_fact_and_every_key_of_an_answer() {
    let site = Site::new().await;
    let get = Request::get("/api/openapi.json")
        .body(Body::empty())
        .unwrap();
    let (_, _, document) = send(&site, get).await;
    let schemas = &document["components"]["schemas"];
    let facts = schemas["ClaimFacts"]["properties"].as_object().unwrap();
    assert_eq!(facts.len(), FACTS.len());
    for field in FACTS {
        assert!(facts.contains_key(field.key), "{}", field.key);
    }
    let operation = &document["paths"]["/api/v1/recourse"]["post"];
    for status in ["200", "413", "415", "422", "429"] {
        assert!(operation["responses"].get(status).is_some(), "{status}");
    }
    let (_, _, answer) = post(&site, cases().remove(0)["facts"].to_string()).await;
    let forum = &answer["recommended"];
    for (name, value) in [
        ("Recourse", &answer),
        ("RecourseForum", forum),
        ("RecourseBody", &forum["body"]),
        ("RecourseFee", &forum["fee"]),
        ("RecourseInterest", &forum["interest"]),
        ("RecourseDeadline", &forum["deadline"]),
        ("RecourseNextStep", &answer["next_step"]),
    ] {
        let described = schemas[name]["properties"].as_object().unwrap();
        for key in value.as_object().unwrap().keys() {
            assert!(described.contains_key(key), "{name} {key}");
        }
    }
    let text = document.to_string();
    for name in text.split("#/components/schemas/").skip(1) {
        let name = name.split('"').next().unwrap();
        assert!(schemas.get(name).is_some(), "{name}");
    }
}
