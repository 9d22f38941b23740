//! Which page stands at which address. `docs/architecture.md` has the table.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    claim_form::{StartPage, StepPage},
    desk::{ClaimPage, JobsPage, QueuePage, ReassessPage, SignInPage},
    pages::{ApiPage, ErrorPage, HelpPage, MissingPage, PrivacyPage},
    tracking::{LinkRequestPage, TrackingPage},
};

/// The whole site. Every page waits for its data, so that status, cookies and
/// content are right without a script.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let ssr = SsrMode::Async;
    view! {
        <Router>
            <Routes fallback=MissingPage>
                <Route path=path!("/:lang") view=StartPage ssr=ssr.clone() />
                <Route path=path!("/:lang/help") view=HelpPage ssr=ssr.clone() />
                <Route path=path!("/:lang/privacy") view=PrivacyPage ssr=ssr.clone() />
                <Route path=path!("/:lang/api") view=ApiPage ssr=ssr.clone() />
                <Route path=path!("/:lang/claim/:step") view=StepPage ssr=ssr.clone() />
                <Route path=path!("/:lang/tracking") view=LinkRequestPage ssr=ssr.clone() />
                <Route path=path!("/:lang/tracking/:claim") view=TrackingPage ssr=ssr.clone() />
                <Route path=path!("/:lang/desk") view=QueuePage ssr=ssr.clone() />
                <Route path=path!("/:lang/desk/sign-in") view=SignInPage ssr=ssr.clone() />
                <Route path=path!("/:lang/desk/jobs") view=JobsPage ssr=ssr.clone() />
                <Route path=path!("/:lang/desk/claims/:reference") view=ClaimPage ssr=ssr.clone() />
                <Route path=path!("/:lang/desk/claims/:reference/reassess") view=ReassessPage ssr=ssr.clone() />
                <Route path=path!("/:lang/problem") view=ErrorPage ssr=ssr />
            </Routes>
        </Router>
    }
}
