//! The interface for other programs.

use axum::{
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use rights::contract::{CASE, Field, Kind};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::{Set, Site};

/// What came back: status, kind of content, language, body.
struct Answer {
    status: StatusCode,
    kind: String,
    language: String,
    body: Value,
}

/// Posts a body as a program does: no origin, no cookie.
async fn post(site: &Site, body: impl Into<Body>, headers: &[(&str, &str)]) -> Answer {
    let request = Request::post("/api/v1/assessments");
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    send(site, request.body(body.into()).unwrap()).await
}

async fn send(site: &Site, request: Request<Body>) -> Answer {
    let response = site.router.clone().oneshot(request).await.unwrap();
    let text = |name| {
        let value = response.headers().get(name);
        value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
    };
    let (kind, language) = (text(header::CONTENT_TYPE), text(header::CONTENT_LANGUAGE));
    let status = response.status();
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    Answer {
        status,
        kind,
        language,
        body: serde_json::from_slice(&body).unwrap_or_default(),
    }
}

const JSON: (&str, &str) = ("content-type", "application/json");

fn delay() -> Value {
    json!({
        "legs": [{
            "flight": "AF1225", "origin": "BRE", "destination": "CDG",
            "scheduled_departure": "2026-06-10T09:15",
            "scheduled_arrival": "2026-06-10T11:00",
            "actual_arrival": "2026-06-10T14:20",
        }],
        "disruption": "delay",
    })
}

#[tokio::test]
async fn a_case_gets_its_assessment_in_the_language_asked_for() {
    let site = Site::new().await;
    let case = delay().to_string();
    let english = post(&site, case.clone(), &[JSON]).await;
    assert_eq!(english.status, StatusCode::OK);
    assert_eq!(english.kind, "application/json");
    assert_eq!(english.language, "en");
    let entry = &english.body["assessments"][0];
    assert_eq!(entry["regime"], "EU261");
    assert_eq!(entry["outcome"], "eligible");
    assert_eq!(entry["compensation"]["amount"], "250.00");
    assert_eq!(english.body["recommended"], "EU261");
    let french = post(&site, case, &[JSON, ("accept-language", "fr-CH, en;q=0.5")]).await;
    assert_eq!(french.language, "fr");
    let because = |answer: &Answer| answer.body["assessments"][0]["steps"][0]["because"].clone();
    assert_ne!(because(&english), because(&french));
}

#[tokio::test]
async fn a_case_with_faults_gets_all_of_them_as_a_problem() {
    let site = Site::new().await;
    let mut case = delay();
    case["legs"][0]["origin"] = json!("QQQ");
    case["legs"][0]["colour"] = json!("blue");
    case["disruption"] = json!("rain");
    let answer = post(&site, case.to_string(), &[JSON, ("accept", "text/html")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.kind, "application/problem+json");
    assert_eq!(answer.body["status"], 422);
    let errors = answer.body["errors"].as_array().unwrap();
    let mut paths: Vec<_> = errors.iter().map(|e| e["path"].as_str().unwrap()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["disruption", "legs[0].colour", "legs[0].origin"]);
    assert!(
        errors
            .iter()
            .all(|e| e["code"].is_string() && e["message"].is_string())
    );
}

#[tokio::test]
async fn what_is_no_case_is_refused_as_a_problem() {
    let site = Site::new().await;
    let case = delay().to_string();
    let huge = vec![b' '; 65 * 1024];
    let form = ("content-type", "application/x-www-form-urlencoded");
    for (body, kind, status) in [
        (b"".to_vec(), JSON, 422),
        (b"{".to_vec(), JSON, 422),
        (b"\xff\xfe".to_vec(), JSON, 422),
        (b"[]".to_vec(), JSON, 422),
        (vec![b'['; 10_000], JSON, 422),
        (huge, JSON, 413),
        (case.into_bytes(), form, 415),
    ] {
        let answer = post(&site, body, &[kind]).await;
        assert_eq!(answer.status.as_u16(), status);
        assert_eq!(answer.kind, "application/problem+json");
        assert_eq!(answer.body["status"], status);
    }
    let get = Request::get("/api/v1/assessments")
        .body(Body::empty())
        .unwrap();
    let answer = send(&site, get).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.kind, "application/problem+json");
}

#[tokio::test]
async fn one_address_cannot_take_it_all() {
    let set = Set {
        assessments: 1,
        ..Set::default()
    };
    let site = Site::with(set).await;
    let case = delay().to_string();
    let first = post(&site, case.clone(), &[JSON]).await;
    assert_eq!(first.status, StatusCode::OK);
    let second = post(&site, case, &[JSON]).await;
    assert_eq!(second.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(second.kind, "application/problem+json");
}

/// Every key of the document under a schema, with those under it.
fn described(schema: &Value) -> Vec<String> {
    let inner = schema.get("items").unwrap_or(schema);
    let Some(properties) = inner["properties"].as_object() else {
        return Vec::new();
    };
    let with_inner = |(key, value): (&String, &Value)| {
        let deeper = described(value)
            .into_iter()
            .map(|inner| format!("{key}.{inner}"));
        std::iter::once(key.clone())
            .chain(deeper)
            .collect::<Vec<_>>()
    };
    properties.iter().flat_map(with_inner).collect()
}

/// Every key that the parser knows.
fn known(fields: &[Field]) -> Vec<String> {
    let with_inner = |field: &Field| {
        let deeper = match field.kind {
            Kind::Object(inner) | Kind::List(inner, _) => known(inner),
            _ => Vec::new(),
        };
        let deeper = deeper
            .into_iter()
            .map(|inner| format!("{}.{inner}", field.key));
        std::iter::once(field.key.to_owned())
            .chain(deeper)
            .collect::<Vec<_>>()
    };
    fields.iter().flat_map(with_inner).collect()
}

#[tokio::test]
async fn the_document_describes_what_is_read_and_what_is_answered() {
    let site = Site::new().await;
    let get = |path| Request::get(path).body(Body::empty()).unwrap();
    let document = send(&site, get("/api/openapi.json")).await;
    assert_eq!(document.status, StatusCode::OK);
    assert_eq!(document.kind, "application/json");
    let schemas = &document.body["components"]["schemas"];
    let mut described_keys = described(&schemas["Case"]);
    let mut known_keys = known(CASE);
    described_keys.sort_unstable();
    known_keys.sort_unstable();
    assert_eq!(described_keys, known_keys);
    assert_eq!(schemas["Case"]["additionalProperties"], false);
    let responses = &document.body["paths"]["/api/v1/assessments"]["post"]["responses"];
    for status in ["200", "413", "415", "422", "429"] {
        assert!(responses.get(status).is_some(), "{status}");
    }
    // Every reference leads somewhere.
    let text = document.body.to_string();
    for name in text.split("#/components/schemas/").skip(1) {
        let name = name.split('"').next().unwrap();
        assert!(schemas.get(name).is_some(), "{name}");
    }
    // And every key of a real answer is described.
    let answer = post(&site, delay().to_string(), &[JSON]).await;
    let assessment = schemas["Assessment"]["properties"].as_object().unwrap();
    for key in answer.body.as_object().unwrap().keys() {
        assert!(assessment.contains_key(key), "{key}");
    }
    let entry = schemas["RegimeAssessment"]["properties"]
        .as_object()
        .unwrap();
    for key in answer.body["assessments"][0].as_object().unwrap().keys() {
        assert!(entry.contains_key(key), "{key}");
    }
}
