//! The API.

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

#[tokio::test]
async fn what_is_said_of_a_case_that_is_nothing_but_faults_is_shorter_than_the_case() {
    let site = Site::new().await;
    let keys: Vec<String> = (0..6_000).map(|n| format!("\"k{n}\":0")).collect();
    let case = format!("{{{}}}", keys.join(","));
    let answer = post(&site, case.clone(), &[JSON]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.to_string().len() < case.len());
    let errors = answer.body["errors"].as_array().unwrap();
    assert_eq!(errors.last().unwrap()["code"], "too_many_faults");
}

#[tokio::test]
async fn airports_are_described_and_refuse_in_the_form_of_problems() {
    let set = Set {
        suggestions: 1,
        ..Set::default()
    };
    let site = Site::with(set).await;
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    let document = send(&site, get("/api/openapi.json")).await.body;
    let operation = &document["paths"]["/api/v1/airports"]["get"];
    let parameters = operation["parameters"].as_array().unwrap();
    let names: Vec<_> = parameters
        .iter()
        .map(|p| p["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["q", "language"]);
    assert!(parameters.iter().all(|p| p["required"] == false));
    let found = send(&site, get("/api/v1/airports?q=brem")).await;
    let described = document["components"]["schemas"]["Found"]["properties"]
        .as_object()
        .unwrap();
    let airport = found.body[0].as_object().unwrap();
    assert_eq!(airport["code"], "BRE");
    assert!(airport.keys().eq(described.keys()));
    let refused = send(&site, get("/api/v1/airports?q=brem")).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.kind, "application/problem+json");
    let wrong = Site::new().await;
    let wrong = send(&wrong, get("/api/v1/airports?language=tlh")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(wrong.kind, "application/problem+json");
}

#[tokio::test]
async fn a_search_without_end_finds_nothing_at_once() {
    let site = Site::new().await;
    let long = "paris+".repeat(1_200);
    let request = Request::get(format!("/api/v1/airports?q={long}"));
    let answer = send(&site, request.body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body, json!([]));
}

/// The schema of the key at a path of the document.
fn schema<'a>(document: &'a Value, path: &[&str]) -> &'a Value {
    path.iter()
        .fold(&document["components"]["schemas"]["Case"], |schema, key| {
            let inner = schema.get("items").unwrap_or(schema);
            &inner["properties"][*key]
        })
}

#[tokio::test]
async fn the_document_says_what_a_code_looks_like_and_nothing_may_be_null() {
    let site = Site::new().await;
    let get = Request::get("/api/openapi.json")
        .body(Body::empty())
        .unwrap();
    let document = send(&site, get).await.body;
    for key in [
        "flight",
        "origin",
        "destination",
        "scheduled_arrival",
        "actual_arrival",
    ] {
        let pattern = schema(&document, &["legs", key])["pattern"].as_str();
        assert!(
            pattern.is_some_and(|pattern| pattern.starts_with('^')),
            "{key}"
        );
    }
    assert_eq!(schema(&document, &["legs", "origin"])["type"], "string");
    assert_eq!(schema(&document, &["facts", "note"])["type"], "string");
    let currency = schema(&document, &["facts", "leg_fare", "currency"]);
    let currencies = currency["enum"].as_array().unwrap();
    assert!(currencies.contains(&json!("EUR")) && currencies.contains(&json!("SDR")));
    assert!(!currencies.contains(&json!("QQQ")));
    // What is unknown is left out.
    for (path, place) in [
        ("/legs/0/origin", "legs[0].origin"),
        ("/legs/0/status", "legs[0].status"),
        ("/facts/leg_fare", "facts.leg_fare"),
    ] {
        let mut case = delay();
        case["facts"] = json!({"leg_fare": {"amount": "1.00", "currency": "EUR"}});
        case["legs"][0]["status"] = json!("operated");
        *case.pointer_mut(path).unwrap() = Value::Null;
        let refused = post(&site, case.to_string(), &[JSON]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.body["errors"][0]["path"], place);
    }
}
