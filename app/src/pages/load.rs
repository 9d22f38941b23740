use std::future::Future;

use domain::Language;
use leptos::prelude::*;

use super::problem::problem_page;
use crate::{
    error::{Failure, Problem, set_status},
    request,
};

/// A page in the language of its address; another address is no page.
pub fn in_language(page: impl FnOnce(Language) -> AnyView) -> AnyView {
    match request::language_of_path(&request::path()) {
        Some(language) => page(language),
        None => problem_page(request::language(), Problem::NotFound.into()),
    }
}

/// A page that has to load something first. What goes wrong becomes a page
/// of its own, with its status.
pub fn load(
    language: Language,
    loading: impl Future<Output = Result<AnyView, Failure>> + Send + 'static,
) -> AnyView {
    let page = Suspend::new(async move {
        match loading.await {
            Ok(page) => page,
            Err(failure) => {
                set_status(failure.problem);
                problem_page(language, failure)
            }
        }
    });
    view! { <Suspense>{page}</Suspense> }.into_any()
}
