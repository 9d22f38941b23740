use leptos::prelude::*;

use super::Wordmark;

/// The way to the same page in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// Where it leads.
    pub href: String,
    /// The language's own name for itself.
    pub label: String,
    /// Its language tag, such as `fr`.
    pub lang: String,
}

impl LanguageLink {
    /// The link.
    pub fn into_view(self) -> AnyView {
        view! { <a href=self.href lang=self.lang.clone() hreflang=self.lang>{self.label}</a> }
            .into_any()
    }
}

/// The head of every passenger page: wordmark, help, language.
#[component]
pub fn Masthead(
    /// Where the wordmark leads.
    #[prop(into)]
    home: String,
    /// Address and words of the help link.
    help: (String, String),
    /// The other language.
    language: LanguageLink,
    /// What the navigation is called.
    #[prop(into)]
    nav_label: String,
) -> impl IntoView {
    view! {
        <header class="masthead">
            <div class="shell masthead-row">
                <a class="masthead-home" href=home>
                    <Wordmark />
                </a>
                <nav class="masthead-nav" aria-label=nav_label>
                    <a href=help.0>{help.1}</a>
                    {language.into_view()}
                </nav>
            </div>
        </header>
    }
}
