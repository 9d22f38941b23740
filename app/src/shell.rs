//! The document around every page.

use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::{request, routes::App};

/// The HTML document. Pages without islands load no script files.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let path = request::path();
    protect();
    let scripts = path.contains("/claim/").then(|| {
        let options = options.clone();
        view! { <HydrationScripts options islands=true /> }
    });
    let reload = options.clone();
    view! {
        <!DOCTYPE html>
        <html lang=request::language().tag()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <HashedStylesheet options id="styles" />
                {cfg!(debug_assertions).then(|| view! { <AutoReload options=reload /> })}
                {scripts}
                <MetaTags />
            </head>
            <body class=path.contains("/desk").then_some("desk")>
                <App />
            </body>
        </html>
    }
}

/// Only our own files, and only the scripts this page was sent with.
fn protect() {
    let nonce = leptos::nonce::use_nonce()
        .map(|nonce| format!("'nonce-{nonce}' "))
        .unwrap_or_default();
    // Hot reload listens on a port of its own.
    let reload = if cfg!(debug_assertions) {
        " ws://127.0.0.1:3001 ws://localhost:3001"
    } else {
        ""
    };
    let policy = format!(
        "default-src 'none'; script-src {nonce}'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self'; connect-src 'self'{reload}; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    if let (Some(response), Ok(policy)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::from_str(&policy),
    ) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}
