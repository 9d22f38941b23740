use leptos::prelude::*;

use super::Wordmark;

/// A link to a part of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskLink {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether we are in it.
    pub current: bool,
}

/// Who is signed in, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskUser {
    /// Full name.
    pub name: String,
    /// Where the form that signs out is sent.
    pub sign_out: String,
    /// "Sign out"
    pub sign_out_label: String,
}

/// First letters of the first and the last name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).collect()
}

/// The bar above every page of the desk.
#[component]
pub fn DeskBar(
    /// Where the wordmark leads.
    #[prop(into)]
    home: String,
    /// What the navigation is called.
    #[prop(into)]
    nav_label: String,
    /// The parts of the desk; none when nobody is signed in.
    #[prop(optional)]
    links: Vec<DeskLink>,
    /// Who is signed in.
    #[prop(optional_no_strip)]
    user: Option<DeskUser>,
    /// The way to the other language.
    #[prop(optional_no_strip)]
    language: Option<AnyView>,
    /// Hidden inputs of the form that signs out.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let nav = (!links.is_empty()).then(|| {
        let links = links
            .into_iter()
            .map(|link| {
                view! {
                    <a href=link.href aria-current=link.current.then_some("page")>
                        {link.label}
                    </a>
                }
            })
            .collect_view();
        view! {
            <nav class="desk-bar-nav" aria-label=nav_label>
                {links}
            </nav>
        }
    });
    let user = user.map(|user| {
        view! {
            <form class="desk-bar-user" method="post" action=user.sign_out>
                {children.map(|children| children())}
                <span class="face" aria-hidden="true">
                    {initials(&user.name)}
                </span>
                <span class="desk-bar-name" dir="auto">{user.name}</span>
                <button type="submit">{user.sign_out_label}</button>
            </form>
        }
    });
    view! {
        <header class="desk-bar">
            <a class="masthead-home" href=home>
                <Wordmark />
            </a>
            {nav}
            <div class="desk-bar-end">{language} {user}</div>
        </header>
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_first_and_last() {
        assert_eq!(initials("Ines Maria Okafor"), "IO");
        assert_eq!(initials("Élodie"), "É");
        assert_eq!(initials(""), "");
    }
}
