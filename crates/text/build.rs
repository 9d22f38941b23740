//! Turns the texts in `locales/` into code, so that a missing or misspelt key
//! does not compile.

use std::{error::Error, path::PathBuf};

use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};

#[expect(
    clippy::disallowed_methods,
    reason = "a build script is told by its environment where to write"
)]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?).join("i18n");
    // To add a language: a folder beside these two, its tag here and a variant
    // of `domain::Language`; the compiler then lists what is missing.
    let config = Config::new("en")?.add_locale("fr")?.add_namespaces([
        "common",
        "dates",
        "faults",
        "claim_form",
        "assessment",
        "law",
        "tracking",
        "desk",
        "mail",
        "problems",
        "api",
        "evidence",
        "canada",
        "turkey",
        "israel",
        "brazil",
        "india",
        "saudi_arabia",
        "united_states",
        "montreal",
        "reform",
    ])?;
    let config = config.parse_options(ParseOptions::new().interpolate_display(true));
    let texts = TranslationsInfos::parse(config)?;
    texts.emit_diagnostics();
    texts.rerun_if_locales_changed();
    texts.generate_i18n_module(out)?;
    Ok(())
}
