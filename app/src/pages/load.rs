use std::future::Future;

use domain::Language;
use leptos::prelude::*;

use super::error::error_page;
use crate::{
    error::{ErrorCode, Failure, set_status},
    request,
};

/// A page in the language of its address; another address is no page.
pub fn in_language(page: impl FnOnce(Language) -> AnyView) -> AnyView {
    match request::language_of_path(&request::path()) {
        Some(language) => page(language),
        None => match request::path_in_small_letters(&request::path()) {
            Some(path) => {
                request::redirect(&path);
                ().into_any()
            }
            None => error_page(request::language(), ErrorCode::NotFound.into()),
        },
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
                set_status(failure.code);
                error_page(language, failure)
            }
        }
    });
    view! { <Suspense>{page}</Suspense> }.into_any()
}
