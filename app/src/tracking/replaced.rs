use backend::{Backend, Error, Secret};
use domain::{Language, claim::ClaimReference};
use leptos::prelude::*;
use text::tr;

use crate::{
    error::Failure,
    pages::{SiteFrame, title},
    request,
    ui::{Actions, ButtonKind, Column, Heading, Level, LinkButton, Notice, Reference, Tone},
};

/// The page behind a link that opens nothing: for the browser that has just
/// sent its claim once more, where the claim is now; for all others none.
pub async fn replaced_link(
    language: Language,
    backend: &Backend,
    draft: Option<Secret>,
    link: &Secret,
) -> Result<AnyView, Failure> {
    let draft = draft.ok_or(Error::NotFound)?;
    let reference = backend.replaced_link(&draft, link).await?;
    Ok(page(language, reference))
}

fn page(language: Language, reference: ClaimReference) -> AnyView {
    let heading = tr!(language, tracking.sent_before);
    let operator = request::site().operator;
    view! {
        {title(language, std::slice::from_ref(&heading))}
        <SiteFrame language>
            <Column>
                <Heading level=Level::One>{heading}</Heading>
                <p class="small soft">{tr!(language, tracking.your_reference)}</p>
                <p><Reference text=reference.to_string() /></p>
                <Notice title=tr!(language, tracking.newest_link) level=Level::Two tone=Tone::Info>
                    <p>{tr!(language, tracking.newest_link_text)}</p>
                    <p>{tr!(language, problems.help_lost, operator = operator)}</p>
                </Notice>
                <Actions>
                    <LinkButton href=format!("/{language}") kind=ButtonKind::Second>
                        {tr!(language, problems.start)}
                    </LinkButton>
                </Actions>
            </Column>
        </SiteFrame>
    }
    .into_any()
}
