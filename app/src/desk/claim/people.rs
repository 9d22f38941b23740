use backend::DeskClaim;
use domain::Language;
use leptos::prelude::*;
use text::tr;

use crate::ui::{Block, DataTable};

/// Who the claim is of and where the lead passenger is written to; that they
/// were erased, where they were.
pub fn people_block(language: Language, claim: &DeskClaim) -> AnyView {
    let Some(people) = &claim.row.people else {
        return view! {
            <Block id="people" title=tr!(language, desk.people)>
                <p class="soft">{tr!(language, desk.erased_text)}</p>
            </Block>
        }
        .into_any();
    };
    let rows = people.names.iter().enumerate().map(|(place, name)| {
        let note = if place == 0 {
            tr!(language, desk.lead)
        } else {
            String::new()
        };
        view! { <tr><th scope="row" dir="auto">{name.clone()}</th><td class="end">{note}</td></tr> }
    });
    let theirs = match claim.row.facts.language {
        Language::En => tr!(language, desk.language_english),
        Language::Fr => tr!(language, desk.language_french),
    };
    let rows = rows.collect_view();
    let email = people.email.clone();
    view! {
        <Block id="people" title=tr!(language, desk.people) flush=true>
            <DataTable caption=tr!(language, desk.people) hide_caption=true>
                <tbody>{rows}</tbody>
            </DataTable>
        </Block>
        <Block id="contact" title=tr!(language, desk.contact)>
            <p class="anywhere"><bdi>{email}</bdi></p>
            <p class="soft">{theirs}</p>
        </Block>
    }
    .into_any()
}
