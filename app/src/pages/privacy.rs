use leptos::prelude::*;
use text::tr;

use super::{SiteFrame, in_language, title};
use crate::{
    request,
    ui::{Column, Heading, Level},
};

/// What is kept, why and how long.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    in_language(|language| {
        let operator = request::site().operator;
        view! {
            {title(language, &[tr!(language, problems.privacy_title)])}
            <SiteFrame language>
                <Column>
                    <Heading level=Level::One>{tr!(language, problems.privacy_title)}</Heading>
                    <p>{tr!(language, problems.privacy_1)}</p>
                    <p>{tr!(language, problems.privacy_2)}</p>
                    <p>{tr!(language, problems.privacy_3)}</p>
                    <p>{tr!(language, problems.privacy_4, operator = operator)}</p>
                    <Heading level=Level::Two>{tr!(language, problems.sources_title)}</Heading>
                    <p>{tr!(language, problems.sources_1)}</p>
                    <p>
                        <a href="/data-licences.txt">
                            {tr!(language, problems.sources_link)}
                        </a>
                    </p>
                </Column>
            </SiteFrame>
        }
        .into_any()
    })
}
