//! Reads JSON objects key by key and gathers every fault on the way.

use jiff::civil::{Date, DateTime};
use serde_json::{Map, Value};

use super::fault::Fault;
use super::field::{Field, Kind};
use super::scalar;

/// The faults found so far; of a document that is nothing but faults, only the
/// first ones and how many more there are.
#[derive(Debug, Default)]
pub struct Faults {
    named: Vec<Fault>,
    more: usize,
}

/// The most faults that are named. No case of eight legs has so many places.
pub const MOST_FAULTS: usize = 200;

/// The most characters of somebody's text that are said again.
const MOST_SHOWN: usize = 40;

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        if self.named.len() == MOST_FAULTS {
            self.more += 1;
            return;
        }
        self.named.push(Fault {
            path: path.to_owned(),
            code,
            message: message.into(),
        });
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The faults; the last one says how many more there are.
    pub fn into_list(mut self) -> Vec<Fault> {
        if self.more > 0 {
            self.named.push(Fault {
                path: String::new(),
                code: "too_many_faults",
                message: format!("has {} more faults", self.more),
            });
        }
        self.named
    }
}

/// The beginning of a text, for a message.
pub fn shown(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The path of a key of the object at a path.
pub fn child(path: &str, key: &str) -> String {
    let key = shown(key);
    match path {
        "" => key,
        path => format!("{path}.{key}"),
    }
}

/// The path of an item of the list at a path.
pub fn item(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// One object of the document, its path and the keys that it can have.
pub struct Object<'a> {
    path: String,
    map: &'a Map<String, Value>,
    fields: &'a [Field],
}

impl<'a> Object<'a> {
    /// Takes `value` as an object with the keys of `fields`: no other, all that
    /// must be there, and none of them `null`.
    pub fn closed(
        path: &str,
        value: &'a Value,
        fields: &'a [Field],
        faults: &mut Faults,
    ) -> Option<Self> {
        let object = Self::of(path, value, fields, faults)?;
        object.note_missing(|key| object.map.contains_key(key), faults);
        for key in object.others() {
            faults.add(
                &object.at(key),
                "unknown_key",
                "is not a key of the contract",
            );
        }
        for (key, _) in object.map.iter().filter(|(_, value)| value.is_null()) {
            let message = "must not be null; what is unknown is left out";
            faults.add(&object.at(key), "wrong_type", message);
        }
        Some(object)
    }

    /// Takes `value` as an object that has all keys of `fields` which must be
    /// there. It may have others, and `null` stands for what is not there.
    pub fn open(
        path: &str,
        value: &'a Value,
        fields: &'a [Field],
        faults: &mut Faults,
    ) -> Option<Self> {
        let object = Self::of(path, value, fields, faults)?;
        object.note_missing(|key| object.get(key).is_some(), faults);
        Some(object)
    }

    fn of(path: &str, value: &'a Value, fields: &'a [Field], faults: &mut Faults) -> Option<Self> {
        let Some(map) = value.as_object() else {
            faults.add(path, "wrong_type", "must be an object");
            return None;
        };
        Some(Self {
            path: path.to_owned(),
            map,
            fields,
        })
    }

    /// Notes the keys that must be there and are not.
    fn note_missing(&self, is_there: impl Fn(&str) -> bool, faults: &mut Faults) {
        let required = self.fields.iter().filter(|field| field.required);
        for field in required.filter(|field| !is_there(field.key)) {
            faults.add(&self.at(field.key), "missing", "is missing");
        }
    }

    /// The keys that are none of the contract.
    pub fn others(&self) -> impl Iterator<Item = &'a str> {
        let known = |key: &str| self.fields.iter().any(|field| field.key == key);
        let keys = self.map.keys().map(String::as_str);
        keys.filter(move |key| !known(key))
    }

    /// The path of a key.
    pub fn at(&self, key: &str) -> String {
        child(&self.path, key)
    }

    /// The value of a key that is not `null`.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    fn kind(&self, key: &str) -> Option<Kind> {
        let found = self.fields.iter().find(|field| field.key == key);
        found.map(|field| field.kind)
    }

    /// A text.
    pub fn text(&self, key: &str, faults: &mut Faults) -> Option<&'a str> {
        let value = self.get(key)?;
        let text = value.as_str();
        if text.is_none() {
            faults.add(&self.at(key), "wrong_type", "must be a text");
        }
        text
    }

    /// A text that `read` understands; `wanted` says what it has to be.
    pub fn parsed<T>(
        &self,
        key: &str,
        wanted: (&'static str, &str),
        faults: &mut Faults,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(key, faults)?;
        let value = read(text);
        if value.is_none() {
            let (code, what) = wanted;
            faults.add(
                &self.at(key),
                code,
                format!("must be {what}, not {:?}", shown(text)),
            );
        }
        value
    }

    /// True or false; absent is `default`.
    pub fn flag(&self, key: &str, default: bool, faults: &mut Faults) -> bool {
        self.optional_flag(key, faults).unwrap_or(default)
    }

    /// True, false or absent.
    pub fn optional_flag(&self, key: &str, faults: &mut Faults) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            faults.add(&self.at(key), "wrong_type", "must be true or false");
        }
        flag
    }

    /// A day.
    pub fn day(&self, key: &str, faults: &mut Faults) -> Option<Date> {
        let what = "a date of the years 1990 to 2100 like 2026-11-20";
        self.parsed(key, ("invalid_date", what), faults, scalar::day)
    }

    /// A local time.
    pub fn time(&self, key: &str, faults: &mut Faults) -> Option<DateTime> {
        let what = "a local time of the years 1990 to 2100 like 2026-11-20T09:05";
        self.parsed(key, ("invalid_time", what), faults, scalar::local_time)
    }

    /// A whole number within the bounds of its key.
    pub fn count(&self, key: &str, faults: &mut Faults) -> Option<u32> {
        let value = self.get(key)?;
        let path = self.at(key);
        let Some(Kind::Count(least, most)) = self.kind(key) else {
            return None;
        };
        if !value.is_number() {
            faults.add(&path, "wrong_type", "must be a number");
            return None;
        }
        let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("must be a whole number from {least} to {most}");
            faults.add(&path, "invalid_number", message);
        }
        number
    }

    /// A list of texts, as many as its key allows.
    pub fn texts(&self, key: &str, faults: &mut Faults) -> Vec<&'a str> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let path = self.at(key);
        let Some(Kind::Texts(most)) = self.kind(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            faults.add(&path, "wrong_type", "must be a list");
            return Vec::new();
        };
        if list.len() > most {
            let message = format!("must hold at most {most} texts, not {}", list.len());
            faults.add(&path, "wrong_count", message);
            return Vec::new();
        }
        for (index, _) in list
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_string())
        {
            faults.add(&item(&path, index), "wrong_type", "must be a text");
        }
        list.iter().filter_map(Value::as_str).collect()
    }

    /// One of a list of words.
    pub fn one_of<T: Copy>(
        &self,
        key: &str,
        words: &[(&str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.text(key, faults)?;
        let found = words
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, value)| *value);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let message = format!("must be one of {}, not {:?}", known.join(", "), shown(text));
            faults.add(&self.at(key), "invalid_value", message);
        }
        found
    }
}
