use domain::Language;
use leptos::prelude::*;
use leptos_meta::Title;
use text::tr;

use crate::{
    request,
    ui::{Heading, LanguageLink, Level, Masthead, Page, SiteFooter, SkipLink},
};

/// What stands around a page for passengers: masthead, main, footer.
#[component]
pub fn SiteFrame(
    /// The language of the page.
    language: Language,
    /// What stands inside `main`.
    children: Children,
) -> impl IntoView {
    let home = format!("/{language}");
    let operator = request::site().operator;
    let links = vec![
        (format!("/{language}/help"), tr!(language, common.foot_help)),
        (
            format!("/{language}/privacy"),
            tr!(language, common.foot_privacy),
        ),
        (format!("/{language}/api"), tr!(language, common.foot_api)),
        (
            format!("/{language}/desk"),
            tr!(language, common.foot_staff),
        ),
    ];
    view! {
        <SkipLink label=tr!(language, common.skip) />
        <Masthead
            home=home
            help=(format!("/{language}/help"), tr!(language, common.help))
            language=other_language(language)
            nav_label=tr!(language, common.nav)
        />
        <Page>{children()}</Page>
        <SiteFooter text=tr!(language, common.operator, operator = operator.to_string()) links=links />
    }
}

/// The link to the same page in the other language.
pub fn other_language(language: Language) -> LanguageLink {
    let other = match language {
        Language::En => Language::Fr,
        Language::Fr => Language::En,
    };
    let path = request::path();
    let rest = path
        .split_once('/')
        .and_then(|(_, path)| path.split_once('/'))
        .map_or("", |(_, rest)| rest);
    let href = if rest.is_empty() {
        format!("/{other}")
    } else {
        format!("/{other}/{rest}")
    };
    LanguageLink {
        href,
        label: tr!(language, common.other_language),
        lang: other.to_string(),
    }
}

/// The heading of a page.
pub fn h1(text: &str) -> AnyView {
    let text = text.to_owned();
    view! { <Heading level=Level::One>{text}</Heading> }.into_any()
}

/// The title of a page: the question first, the service last.
pub fn title(language: Language, parts: &[String]) -> impl IntoView + use<> {
    view! { <Title text=title_text(language, parts) /> }
}

/// The same as text.
pub fn title_text(language: Language, parts: &[String]) -> String {
    parts
        .iter()
        .cloned()
        .chain([tr!(language, common.site)])
        .collect::<Vec<_>>()
        .join(" – ")
}
