//! The values a step looked at, each with its kind, so that one place can put
//! them into words and another into JSON.

use jiff::civil::Date;

use crate::code::{CarrierCode, Country, Forum, Iata};
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

/// An enum of things that can be said, with the values each of them carries.
///
/// The variant is the key of the sentence, its fields are the sentence's
/// placeholders; a field's type is one of the kinds of [`Value`]. After a
/// semicolon: vocabularies of their own that this one takes in.
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

        $( $( impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self::$nested(inner)
            }
        } )* )?
    };
}
pub(crate) use vocabulary;
