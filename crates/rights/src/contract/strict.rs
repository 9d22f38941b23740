//! JSON in which no key stands twice. Of two values for a key, readers take the
//! first or the last as they like; here neither is taken.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::de::Read;
use serde_json::{Map, Number, Value};

use super::reader::{Faults, child, item};

/// Reads JSON; keys that stand twice become faults at their places.
///
/// # Errors
///
/// It is no JSON.
pub fn parse(json: &[u8], faults: &mut Faults) -> serde_json::Result<Value> {
    let shared = RefCell::new(std::mem::take(faults));
    // Whether it is UTF-8 is cheaper to find out once than text by text.
    let value = match std::str::from_utf8(json) {
        Ok(text) => read(serde_json::Deserializer::from_str(text), &shared),
        Err(_) => read(serde_json::Deserializer::from_slice(json), &shared),
    };
    *faults = shared.into_inner();
    value
}

fn read<'de, R: Read<'de>>(
    mut reader: serde_json::Deserializer<R>,
    faults: &RefCell<Faults>,
) -> serde_json::Result<Value> {
    let path = Path::Whole;
    let value = Place { path, faults }.deserialize(&mut reader)?;
    reader.end().map(|()| value)
}

/// Where a value stands. It is written out for a fault only.
#[derive(Clone, Copy)]
enum Path<'a> {
    Whole,
    Key(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    fn written(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Key(path, key) => child(&path.written(), key),
            Self::Item(path, index) => item(&path.written(), *index),
        }
    }
}

/// A place of the document that is about to be read.
struct Place<'a> {
    path: Path<'a>,
    faults: &'a RefCell<Faults>,
}

impl<'de> DeserializeSeed<'de> for Place<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Place<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number
            .map(Value::Number)
            .ok_or_else(|| E::custom("not a number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            let place = Place {
                path: Path::Item(&self.path, list.len()),
                faults: self.faults,
            };
            match items.next_element_seed(place)? {
                Some(value) => list.push(value),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            let path = Path::Key(&self.path, &key);
            let faults = self.faults;
            let value = members.next_value_seed(Place { path, faults })?;
            if map.contains_key(&key) {
                let message = "stands twice";
                let path = path.written();
                faults.borrow_mut().add(&path, "duplicate_key", message);
            }
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}
