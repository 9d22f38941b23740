//! What every contract in JSON is read with: objects, texts, numbers, and the faults
//! that are found on the way.

use rights::contract::{Fault, Faults, Field, Kind, Object, field, parse_strict, required, shown};
use serde_json::{Value, json};

const FIELDS: &[Field] = &[
    required("name", Kind::Text("Ada"), "a name"),
    field("items", Kind::Texts(2), "two things at most"),
    field("count", Kind::Count(1, 3), "how many"),
];

/// What was read, and the faults as `path code`.
fn read<T>(value: &Value, read: impl FnOnce(&Object<'_>, &mut Faults) -> T) -> (T, Vec<String>) {
    let mut faults = Faults::default();
    let object = Object::open("thing", value, FIELDS, &mut faults).expect("an object");
    let found = read(&object, &mut faults);
    (found, listed(faults))
}

fn listed(faults: Faults) -> Vec<String> {
    let line = |fault: Fault| format!("{} {}", fault.path, fault.code);
    faults.into_list().into_iter().map(line).collect()
}

#[test]
fn an_open_object_may_have_other_keys_and_null_is_nothing() {
    let faults = |value: Value| read(&value, |_, _| ()).1;
    assert_eq!(
        faults(json!({"name": "Ada", "other": 1, "items": null})),
        [""; 0]
    );
    assert_eq!(faults(json!({"name": null})), ["thing.name missing"]);
    assert_eq!(faults(json!({})), ["thing.name missing"]);
    let mut of_a_list = Faults::default();
    assert!(Object::open("", &json!([]), FIELDS, &mut of_a_list).is_none());
    assert_eq!(listed(of_a_list), [" wrong_type"]);
}

#[test]
fn a_closed_object_has_its_own_keys_and_no_null() {
    let faults = |value: Value| {
        let mut faults = Faults::default();
        let object = Object::closed("", &value, FIELDS, &mut faults).expect("an object");
        let others: Vec<&str> = object.others().collect();
        assert_eq!(others.len(), usize::from(value.get("other").is_some()));
        listed(faults)
    };
    assert_eq!(faults(json!({"name": "Ada"})), [""; 0]);
    assert_eq!(
        faults(json!({"name": "Ada", "other": 1})),
        ["other unknown_key"]
    );
    assert_eq!(faults(json!({"name": null})), ["name wrong_type"]);
    assert_eq!(faults(json!({"items": []})), ["name missing"]);
}

#[test]
fn a_list_of_texts_holds_as_many_as_its_key_allows() {
    let texts = |items: Value| {
        let value = json!({"name": "Ada", "items": items});
        let (found, faults) = read(&value, |object, faults| {
            let texts = object.texts("items", faults);
            texts.into_iter().map(str::to_owned).collect::<Vec<_>>()
        });
        (found.join(" "), faults)
    };
    let one = |fault: &str| vec![fault.to_owned()];
    assert_eq!(texts(json!(["a", "b"])), ("a b".to_owned(), vec![]));
    assert_eq!(
        texts(json!(["a", "b", "c"])),
        (String::new(), one("thing.items wrong_count"))
    );
    assert_eq!(
        texts(json!(["a", 1])),
        ("a".to_owned(), one("thing.items[1] wrong_type"))
    );
    assert_eq!(
        texts(json!("a")),
        (String::new(), one("thing.items wrong_type"))
    );
    assert_eq!(texts(Value::Null), (String::new(), vec![]));
    // A key that is no list of texts gives none.
    let value = json!({"name": "Ada"});
    let (none, faults) = read(&value, |object, faults| object.texts("name", faults).len());
    assert_eq!((none, faults), (0, vec![]));
}

#[test]
fn a_count_lies_within_both_bounds() {
    let count = |count: Value| {
        let value = json!({"name": "Ada", "count": count});
        read(&value, |object, faults| object.count("count", faults))
    };
    for number in [1, 3] {
        assert_eq!(count(json!(number)), (Some(number), vec![]));
    }
    let invalid = vec!["thing.count invalid_number".to_owned()];
    for number in [
        json!(0),
        json!(4),
        json!(-1),
        json!(1.5),
        json!(4_294_967_297_u64),
    ] {
        assert_eq!(count(number), (None, invalid.clone()));
    }
    assert_eq!(
        count(json!("1")),
        (None, vec!["thing.count wrong_type".to_owned()])
    );
    // A key that is no count has none.
    let value = json!({"name": "Ada"});
    let (none, faults) = read(&value, |object, faults| object.count("name", faults));
    assert_eq!((none, faults), (None, vec![]));
}

#[test]
fn a_path_leads_to_its_key() {
    let value = json!({"name": "Ada"});
    let mut faults = Faults::default();
    let inner = Object::open("a.b[0]", &value, FIELDS, &mut faults).expect("an object");
    assert_eq!(inner.at("name"), "a.b[0].name");
    let whole = Object::open("", &value, FIELDS, &mut faults).expect("an object");
    assert_eq!(whole.at("name"), "name");
    assert_eq!(whole.text("name", &mut faults), Some("Ada"));
    assert!(faults.is_empty());
}

#[test]
fn forty_characters_are_said_again_and_no_more() {
    let forty = "ä".repeat(40);
    assert_eq!(shown(&forty), forty);
    assert_eq!(shown(&"ä".repeat(41)), format!("{forty}…"));
}

#[test]
fn two_hundred_faults_are_named_and_the_rest_counted() {
    let codes = |count: usize| {
        let mut faults = Faults::default();
        assert!(faults.is_empty());
        for _ in 0..count {
            faults.add("a", "missing", "is missing");
        }
        let list = faults.into_list();
        let last = list.last().expect("a fault");
        (list.len(), last.code, last.message.clone())
    };
    let named = "is missing".to_owned();
    assert_eq!(codes(200), (200, "missing", named));
    let more = "has 1 more faults".to_owned();
    assert_eq!(codes(201), (201, "too_many_faults", more));
}

#[test]
fn a_fault_says_its_place_and_of_the_whole_that_it_is_the_case() {
    let fault = |path: &str| Fault {
        path: path.to_owned(),
        code: "missing",
        message: "is missing".to_owned(),
    };
    assert_eq!(
        fault("legs[0].origin").to_string(),
        "legs[0].origin: is missing"
    );
    assert_eq!(fault("").to_string(), "case: is missing");
}

#[test]
fn every_kind_of_value_is_read_as_it_stands() {
    let text =
        r#"{"a":null,"b":true,"c":-1,"d":18446744073709551615,"e":1.5,"f":"x","g":[1,{"h":2}]}"#;
    let mut faults = Faults::default();
    let read = parse_strict(text.as_bytes(), &mut faults).expect("JSON");
    assert!(faults.is_empty());
    assert_eq!(read, serde_json::from_str::<Value>(text).expect("JSON"));
    let twice = parse_strict(br#"{"g":[{},{"h":1,"h":2}]}"#, &mut faults);
    assert!(twice.is_ok());
    assert_eq!(listed(faults), ["g[1].h duplicate_key"]);
    let mut faults = Faults::default();
    assert!(parse_strict(b"{} {}", &mut faults).is_err());
}
