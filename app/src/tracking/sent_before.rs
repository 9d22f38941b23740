use domain::{Language, claim::ClaimReference};
use leptos::prelude::*;
use text::tr;

use crate::{
    pages::{SiteFrame, title},
    ui::{Actions, ButtonKind, Column, Heading, Level, LinkButton, Notice, Reference, Tone},
};

/// The page for a browser that sends a claim once more, long after the first
/// time or after its link was renewed: that it was sent, and nothing else of it.
pub fn sent_before(language: Language, reference: ClaimReference) -> AnyView {
    let heading = tr!(language, tracking.sent_before);
    let ask = format!("/{language}/tracking");
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <Column>
                <Heading level=Level::One>{heading}</Heading>
                <p class="small soft">{tr!(language, tracking.your_reference)}</p>
                <p><Reference text=reference.to_string() /></p>
                <Notice title=tr!(language, tracking.newest_link) level=Level::Two tone=Tone::Info>
                    <p>{tr!(language, tracking.newest_link_text)}</p>
                </Notice>
                <Actions>
                    <LinkButton href=ask>{tr!(language, tracking.request_button)}</LinkButton>
                    <LinkButton href=format!("/{language}") kind=ButtonKind::Second>
                        {tr!(language, problems.start)}
                    </LinkButton>
                </Actions>
            </Column>
        </SiteFrame>
    }
    .into_any()
}
