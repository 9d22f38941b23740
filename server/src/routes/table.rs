//! What a route is. Routers are built of tables of these and of nothing else,
//! so a route that stands in no table does not exist.

use std::time::Duration;

use axum::{Router, http::Method, middleware::from_fn_with_state, routing::MethodRouter};
use domain::{Language, claim_form::Step};
use tower_http::limit::RequestBodyLimitLayer;

use super::pages::Pages;
use crate::{
    http,
    middleware::{Caching, bounds, whole_body},
    state::AppState,
};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Anyone,
    /// Whoever has the draft's cookie; others begin with the first page.
    DraftHolder,
    /// Whoever has the private link; for others there is nothing there.
    LinkHolder,
    /// Staff who are signed in; others are sent to sign in.
    Staff,
    /// Other programs: no cookie is looked at.
    Program,
    /// Whoever runs the site. It tells others nothing that they could use.
    Operator,
}

/// The method of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Reads; HEAD goes with it.
    Get,
    /// Changes something, or asks with a body.
    Post,
}

impl Verb {
    /// The same in HTTP's words.
    pub fn method(self) -> Method {
        match self {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
        }
    }
}

/// What answers at a route.
#[derive(Debug, Clone, Copy)]
pub enum Answer {
    /// A page, rendered by Leptos.
    Page,
    /// A server function of Leptos: a form is posted to it. Who opens its address is
    /// led to the page of the form, which this is, without its language.
    Form(&'static str),
    /// A handler of our own.
    Handler(fn(&AppState) -> MethodRouter<AppState>),
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// The method.
    pub verb: Verb,
    /// The path, as axum writes it: `/{lang}/claim/{step}`.
    pub path: &'static str,
    /// Who may use it.
    pub audience: Audience,
    /// Who may keep its answer.
    pub caching: Caching,
    /// What answers.
    pub answer: Answer,
}

/// The largest body that is read: all fields of the longest form at their
/// longest, and twenty times the longest case of a program.
const MAX_BODY: usize = 64 * 1024;

/// How long a body may take: the largest, at 4 KB a second.
const MAX_BODY_TIME: Duration = Duration::from_secs(16);

/// How long an answer may take. Work itself gives up sooner: the database after
/// 3 s of waiting for a connection and 10 s for a statement.
const MAX_ANSWER: Duration = Duration::from_secs(30);

impl Route {
    /// A page.
    pub const fn page(path: &'static str, audience: Audience) -> Self {
        Self::new(Verb::Get, path, audience, Answer::Page)
    }

    /// A form's address, with the page on which it stands, or where whoever was on it
    /// goes on.
    pub const fn form(path: &'static str, audience: Audience, page: &'static str) -> Self {
        Self::new(Verb::Post, path, audience, Answer::Form(page))
    }

    /// A handler of our own that is got.
    pub const fn get(
        path: &'static str,
        audience: Audience,
        handler: fn(&AppState) -> MethodRouter<AppState>,
    ) -> Self {
        Self::new(Verb::Get, path, audience, Answer::Handler(handler))
    }

    /// A handler of our own that is posted to.
    pub const fn post(
        path: &'static str,
        audience: Audience,
        handler: fn(&AppState) -> MethodRouter<AppState>,
    ) -> Self {
        Self::new(Verb::Post, path, audience, Answer::Handler(handler))
    }

    const fn new(verb: Verb, path: &'static str, audience: Audience, answer: Answer) -> Self {
        Self {
            verb,
            path,
            audience,
            caching: Caching::NoStore,
            answer,
        }
    }

    /// The same, with an answer that may be kept.
    pub const fn cached(self, caching: Caching) -> Self {
        Self { caching, ..self }
    }

    /// The addresses under this path whose page is the same for everybody who
    /// comes without a cookie of ours.
    pub fn shared_addresses(&self) -> Vec<String> {
        let first = Step::WhatWentWrong.slug();
        let path = match self.caching {
            Caching::Shared => self.path.to_owned(),
            Caching::FormStep => self.path.replace("{step}", first),
            _ => return Vec::new(),
        };
        let languages = Language::ALL.iter();
        languages
            .map(|language| path.replace("{lang}", language.tag()))
            .collect()
    }

    fn handler(&self, state: &AppState, pages: &Pages) -> MethodRouter<AppState> {
        let handler = match self.answer {
            Answer::Page => pages.page(),
            Answer::Form(page) => pages.form().merge(http::page_of_form(page)),
            Answer::Handler(handler) => handler(state),
        };
        let handler = match self.verb {
            Verb::Get => handler,
            Verb::Post => handler
                .route_layer(from_fn_with_state(MAX_BODY_TIME, whole_body))
                .route_layer(RequestBodyLimitLayer::new(MAX_BODY)),
        };
        handler.route_layer(from_fn_with_state((self.caching, MAX_ANSWER), bounds))
    }
}

/// The router of a table.
pub(super) fn build(table: &[Route], state: &AppState, pages: &Pages) -> Router<AppState> {
    table.iter().fold(Router::new(), |router, route| {
        router.route(route.path, route.handler(state, pages))
    })
}
