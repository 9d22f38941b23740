//! Every text in every language, as code made from `locales/` by the build.

#![expect(missing_docs, reason = "generated from the texts themselves")]
#![allow(
    clippy::all,
    unused_imports,
    unreachable_code,
    reason = "generated code"
)]

include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));

/// The generated name of a language.
pub const fn locale(language: domain::Language) -> i18n::Locale {
    match language {
        domain::Language::En => i18n::Locale::en,
        domain::Language::Fr => i18n::Locale::fr,
    }
}

/// A text in a language, as a `String`: `tr!(language, common.back)`.
///
/// The key and its placeholders are checked by the compiler.
#[macro_export]
macro_rules! tr {
    ($language:expr, $($key:tt)*) => {{
        // The macro within names its crate, which who calls need not know.
        use $crate::leptos_i18n;
        ::std::string::ToString::to_string(
            &leptos_i18n::td_string!($crate::i18n::locale($language), $($key)*)
        )
    }};
}
