//! The values a step looked at, each with its kind, so that one place can put
//! them into words and another into JSON.

use std::fmt;

use jiff::civil::Date;
use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use crate::code::{CarrierCode, Country, Forum, Iata};
use crate::coded::Coded;
use crate::evidence::Evidence;
use crate::facts::{ApprControl, CarrierSize, Cause, RefusalGrounds};
use crate::money::Money;

/// A length of time in minutes.
pub type Minutes = i64;
/// A number of days.
pub type Days = u32;
/// A distance.
pub type Kilometres = f64;
/// A number of things.
pub type Count = u8;
/// A share in hundredths.
pub type Percent = u16;

/// An airport to name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its code.
    pub code: Iata,
    /// Its city; empty where the code is unknown.
    pub city: &'static str,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(missing_docs, reason = "each is named like the type it carries")]
pub enum Value {
    Minutes(Minutes),
    Days(Days),
    Kilometres(Kilometres),
    Count(Count),
    Percent(Percent),
    Money(Money),
    Date(Date),
    Place(Place),
    CarrierCode(CarrierCode),
    Country(Country),
    Forum(Forum),
    Cause(Cause),
    RefusalGrounds(RefusalGrounds),
    ApprControl(ApprControl),
    CarrierSize(CarrierSize),
    Evidence(Evidence),
}

impl Serialize for Value {
    /// As a machine reads it: codes and numbers, durations in minutes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Minutes(minutes) => serializer.serialize_i64(*minutes),
            Value::Days(days) => serializer.serialize_u32(*days),
            Value::Kilometres(km) => serializer.serialize_f64(to_the_metre(*km)),
            Value::Count(count) => serializer.serialize_u8(*count),
            Value::Percent(percent) => serializer.serialize_u16(*percent),
            Value::Money(money) => money.serialize(serializer),
            Value::Date(date) => serializer.collect_str(date),
            Value::Place(place) => serializer.serialize_str(place.code.as_str()),
            Value::CarrierCode(code) => serializer.serialize_str(code.as_str()),
            Value::Country(country) => serializer.serialize_str(country.as_str()),
            Value::Forum(forum) => serializer.serialize_str(forum.as_str()),
            Value::Cause(cause) => serializer.serialize_str(cause.code()),
            Value::RefusalGrounds(ground) => serializer.serialize_str(ground.code()),
            Value::ApprControl(control) => serializer.serialize_str(control.code()),
            Value::CarrierSize(size) => serializer.serialize_str(size.code()),
            Value::Evidence(evidence) => serializer.serialize_str(evidence.code()),
        }
    }
}

/// Kilometres to the metre: so many digits survive being written and read.
pub(crate) fn to_the_metre(km: Kilometres) -> Kilometres {
    (km * 1_000.0).round() / 1_000.0
}

/// A kind of value that reads back what was written of it.
pub trait Kind: Sized {
    /// The value; `None` if it is not written as one of this kind.
    fn read(written: &Json) -> Option<Self>;
}

/// Kinds that are written as a number.
macro_rules! number_kind {
    ($($number:ty),*) => { $(
        impl Kind for $number {
            fn read(written: &Json) -> Option<Self> {
                serde_json::from_value(written.clone()).ok()
            }
        }
    )* };
}
number_kind!(Minutes, Days, Kilometres, Count, Percent, Money);

/// Kinds that are written as a text which they parse.
macro_rules! text_kind {
    ($($text:ty),*) => { $(
        impl Kind for $text {
            fn read(written: &Json) -> Option<Self> {
                written.as_str()?.parse().ok()
            }
        }
    )* };
}
text_kind!(Date, CarrierCode, Country, Forum);

/// Kinds that are written as a code.
macro_rules! code_kind {
    ($($word:ty),*) => { $(
        impl Kind for $word {
            fn read(written: &Json) -> Option<Self> {
                Self::from_code(written.as_str()?)
            }
        }
    )* };
}
code_kind!(Cause, RefusalGrounds, ApprControl, CarrierSize, Evidence);

impl Kind for Place {
    /// The city stands beside the assessment, once for all of its steps.
    fn read(written: &Json) -> Option<Self> {
        let code = written.as_str()?.parse().ok()?;
        Some(Self { code, city: "" })
    }
}

/// The values a word carries, as they are written down.
pub type Written = serde_json::Map<String, Json>;

/// Whether `code` is the name of a variant in snake case.
pub(crate) fn is_code_of(code: &str, variant: &str) -> bool {
    code_of(variant) == code
}

/// The code of a variant: its name in snake case.
pub(crate) fn code_of(variant: &str) -> String {
    let mut code = String::with_capacity(variant.len() + 4);
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// A vocabulary that is stored by codes and values.
pub trait Vocabulary: Sized {
    /// The code: stable, in snake case, with the law before a dot where the
    /// vocabulary takes in those of several laws.
    fn code(&self) -> String;

    /// The values, by their names.
    fn values(&self) -> Vec<(&'static str, Value)>;

    /// Reads back what was written; `None` for a code or a value that is not
    /// known here.
    fn read(code: &str, values: &Written) -> Option<Self>;

    /// Every code with the names and kinds of its values.
    fn shapes() -> Vec<Shape>;
}

/// A code with the names and kinds of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The code.
    pub code: String,
    /// Name and kind of each value.
    pub values: Vec<(&'static str, &'static str)>,
}

impl Shape {
    /// The same as part of a vocabulary that takes this one in.
    pub(crate) fn within(self, group: &str) -> Self {
        Self {
            code: format!("{group}.{}", self.code),
            ..self
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        for (name, kind) in &self.values {
            write!(f, " {name}:{kind}")?;
        }
        Ok(())
    }
}

/// An enum of things that can be said, with the values each of them carries.
///
/// The variant is the key of the sentence, its fields are the sentence's
/// placeholders; a field's type is one of the kinds of [`Value`]. After a
/// semicolon: vocabularies of their own that this one takes in.
///
/// What was said is stored by the code and the values, and read back from them.
/// A variant or a field that was once released stays, also when no rule says it
/// any more: `tests/codes.rs` holds the list.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $( $(#[$doc:meta])* $variant:ident $({ $($field:ident : $kind:ident),* $(,)? })? , )*
            $(; $( $(#[$outer:meta])* $nested:ident($inner:path) , )* )?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[allow(missing_docs, reason = "the fields carry the names of their placeholders")]
        pub enum $name {
            $( $(#[$doc])* $variant $({ $($field: $kind),* })? , )*
            $( $( $(#[$outer])* $nested($inner) , )* )?
        }

        impl $name {
            /// The name of the variant.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self {
                    $( Self::$variant { .. } => stringify!($variant), )*
                    $( $( Self::$nested(inner) => inner.key(), )* )?
                }
            }

            /// The values it carries, by their names.
            #[must_use]
            pub fn values(&self) -> Vec<(&'static str, $crate::value::Value)> {
                match *self {
                    $( Self::$variant $({ $($field),* })? =>
                        vec![ $( $( (stringify!($field), $crate::value::Value::$kind($field)) ),* )? ], )*
                    $( $( Self::$nested(inner) => inner.values(), )* )?
                }
            }
        }

        impl $crate::value::Vocabulary for $name {
            fn code(&self) -> String {
                match self {
                    $( Self::$variant { .. } => $crate::value::code_of(stringify!($variant)), )*
                    $( $( Self::$nested(inner) => format!(
                        "{}.{}",
                        $crate::value::code_of(stringify!($nested)),
                        $crate::value::Vocabulary::code(inner)
                    ), )* )?
                }
            }

            fn values(&self) -> Vec<(&'static str, $crate::value::Value)> {
                self.values()
            }

            fn read(code: &str, values: &$crate::value::Written) -> Option<Self> {
                $( $( if let Some(code) = code
                    .split_once('.')
                    .filter(|(group, _)| $crate::value::is_code_of(group, stringify!($nested)))
                    .map(|(_, code)| code)
                {
                    let inner = <$inner as $crate::value::Vocabulary>::read(code, values)?;
                    return Some(Self::$nested(inner));
                } )* )?
                $( if $crate::value::is_code_of(code, stringify!($variant)) {
                    return Some(Self::$variant $({ $(
                        $field: <$kind as $crate::value::Kind>::read(values.get(stringify!($field))?)?,
                    )* })?);
                } )*
                None
            }

            fn shapes() -> Vec<$crate::value::Shape> {
                let own = [$( (
                    $crate::value::code_of(stringify!($variant)),
                    &[ $( $( (stringify!($field), stringify!($kind)) ),* )? ][..],
                ) ),*];
                let own = own.into_iter().map(|(code, values)| $crate::value::Shape {
                    code,
                    values: values.to_vec(),
                });
                let all: Vec<_> = own.collect();
                $( let all = {
                    let mut all = all;
                    $( all.extend(
                        <$inner as $crate::value::Vocabulary>::shapes()
                            .into_iter()
                            .map(|shape| shape.within(&$crate::value::code_of(stringify!($nested)))),
                    ); )*
                    all
                }; )?
                all
            }
        }

        $( $( impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self::$nested(inner)
            }
        } )* )?
    };
}
pub(crate) use vocabulary;
