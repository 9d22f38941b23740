//! The table form in which a vocabulary of the engine is put into words.

/// Makes a function that puts one vocabulary into words: `Variant => key { the
/// placeholders of its text }` lines, the keys under `namespace.group` of the
/// locale files. A variant without a line, a key without a text and a
/// placeholder without a value do not compile. A value `as` a function of `values` is
/// written by that, not as its kind is. After a semicolon: vocabularies
/// that it takes in, with the function for each.
macro_rules! sentences {
    (
        $(#[$meta:meta])*
        pub fn $name:ident($what:path) in $namespace:ident . $group:ident {
            $( $variant:ident => $key:ident { $($field:ident $(as $how:ident)?),* $(,)? } ),* $(,)?
            $( ; $( $nested:ident => $inner:path ),* $(,)? )?
        }
    ) => {
        $(#[$meta])*
        pub fn $name(words: &$crate::law::words::Words<'_>, what: &$what) -> String {
            use $what as What;
            let language = words.language;
            match *what {
                $( What::$variant { $( $field, )* .. } => $crate::tr!(
                    language,
                    $namespace.$group.$key
                    $(, $field = $crate::law::sentences::value!(words, $field $(, $how)?))*
                ), )*
                $( $( What::$nested(inner) => $inner(words, &inner), )* )?
            }
        }
    };
}
pub(crate) use sentences;

/// A value in words: as its kind is written, or as a function of `values` does it.
macro_rules! value {
    ($words:expr, $field:ident) => {
        $crate::law::InWords::in_words($field, $words)
    };
    ($words:expr, $field:ident, $how:ident) => {
        $crate::law::values::$how($words, $field)
    };
}
pub(crate) use value;
