use leptos::prelude::*;
use text::tr;

use super::{SiteFrame, in_language, title};
use crate::{
    request,
    ui::{Column, Heading, Lead, Level},
};

/// What Aero does and where to turn.
#[component]
pub fn HelpPage() -> impl IntoView {
    in_language(|language| {
        let operator = request::site().operator;
        view! {
            {title(language, &[tr!(language, problems.help_title)])}
            <SiteFrame language>
                <Column>
                    <Heading level=Level::One>{tr!(language, problems.help_title)}</Heading>
                    <Lead>{tr!(language, problems.help_text)}</Lead>
                    <p>{tr!(language, problems.help_link)}</p>
                    <p>
                        {tr!(language, problems.help_lost, operator = operator)}" "
                        <a href=format!("/{language}/tracking")>{tr!(language, tracking.request)}</a>
                    </p>
                </Column>
            </SiteFrame>
        }
        .into_any()
    })
}
