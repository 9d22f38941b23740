use leptos::prelude::*;

/// The foot of every passenger page: who runs this, and the standing links.
#[component]
pub fn SiteFooter(
    /// Who runs the service and what it never asks for.
    #[prop(into)]
    text: String,
    /// Address and words of each link.
    links: Vec<(String, String)>,
) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <div class="shell site-footer-row">
                <p>{text}</p>
                <ul role="list">
                    {links
                        .into_iter()
                        .map(|(href, label)| view! { <li><a href=href>{label}</a></li> })
                        .collect_view()}
                </ul>
            </div>
        </footer>
    }
}
