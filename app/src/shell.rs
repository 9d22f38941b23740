//! The document around every page.

use std::sync::Arc;

use domain::claim_form::Step;
use http::{HeaderValue, header};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;
use leptos_meta::MetaTags;

use crate::{
    files::{BrowserFiles, StyleWithin},
    request,
    routes::App,
};

/// The HTML document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let path = request::path();
    let files: Arc<BrowserFiles> = expect_context();
    if let Some(shared) = Owner::current_shared_context() {
        // Only the islands are hydrated: nothing else needs marks for the browser.
        shared.set_is_hydrating(false);
    }
    protect();
    view! {
        <!DOCTYPE html>
        <html lang=request::language().tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {style(&files)}
                {cfg!(debug_assertions).then(|| view! { <AutoReload options /> })}
                {scripts(&path, &files)}
                <MetaTags />
            </head>
            <body class=request::is_of_desk().then_some("desk")>
                <App />
            </body>
        </html>
    }
}

/// The style sheet: a file of its own, or within a page that should be rendered
/// without waiting for a second answer. The file is fetched afterwards then.
fn style(files: &BrowserFiles) -> AnyView {
    let href = files.style.clone();
    match request::style_within() {
        Some(StyleWithin(css)) => view! {
            <style inner_html=css.to_string()></style>
            <link rel="prefetch" href=href r#as="style" />
        }
        .into_any(),
        None => view! { <link id="styles" rel="stylesheet" href=href /> }.into_any(),
    }
}

/// What hydrates the islands, on the pages that have some. The first page of the
/// form has none: it fetches what the next one needs, when it is done itself.
fn scripts(path: &str, files: &BrowserFiles) -> Option<AnyView> {
    let (_, slug) = path.split_once("/claim/")?;
    let BrowserFiles { script, wasm, .. } = files.clone();
    Some(match Step::from_slug(slug) {
        Some(Step::WhatWentWrong) => view! {
            <link rel="prefetch" href=script r#as="script" crossorigin />
            <link rel="prefetch" href=wasm r#as="fetch" crossorigin />
        }
        .into_any(),
        _ => view! {
            <link rel="modulepreload" href=script.clone() />
            <link rel="preload" href=wasm.clone() r#as="fetch" r#type="application/wasm" crossorigin />
            <script type="module" nonce=use_nonce()>
                {hydration(&script, &wasm)}
            </script>
        }
        .into_any(),
    })
}

/// Loads the WASM at once and calls each island by the name at its element.
///
/// Leptos' own loader waits until the browser is idle, walks through the whole
/// page, and reads the names of the files from the disk for every page
/// (`docs/decisions/0008-cached-pages.md`).
fn hydration(script: &str, wasm: &str) -> String {
    format!(
        "import wake,* as aero from {script:?};\
         await wake({{module_or_path:{wasm:?}}});\
         aero.hydrate();\
         for(const island of document.querySelectorAll(\"leptos-island\"))\
         aero[island.dataset.component](island)"
    )
}

/// Only our own files, and only the scripts this page was sent with.
fn protect() {
    let nonce = use_nonce()
        .map(|nonce| format!("'nonce-{nonce}' "))
        .unwrap_or_default();
    let policy = policy(&format!("{nonce}'strict-dynamic'"), "'self'");
    if let (Some(response), Ok(policy)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::from_str(&policy),
    ) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// The content security policy of a page that may run these scripts and use
/// these styles.
pub fn policy(scripts: &str, styles: &str) -> String {
    // Hot reload listens on a port of its own.
    let reload = if cfg!(debug_assertions) {
        " ws://127.0.0.1:3001 ws://localhost:3001"
    } else {
        ""
    };
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; \
         img-src 'self'; connect-src 'self'{reload}; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}
