use backend::{Delivery, DeliveryState, Refusal};
use domain::{Language, claim::MailKind};
use leptos::prelude::*;
use text::tr;

use crate::{
    tracking::instant,
    ui::{Block, DataTable, Tag, TagTone},
};

/// The mail to the passenger of a claim and what became of it; nothing where
/// there was none.
pub fn mail_block(language: Language, deliveries: &[Delivery]) -> Option<AnyView> {
    if deliveries.is_empty() {
        return None;
    }
    let rows = deliveries
        .iter()
        .map(|delivery| row(language, delivery))
        .collect_view();
    Some(
        view! {
            <Block id="mail" title=tr!(language, desk.mail) flush=true>
                <DataTable caption=tr!(language, desk.mail) hide_caption=true>
                    <tbody>{rows}</tbody>
                </DataTable>
            </Block>
        }
        .into_any(),
    )
}

fn row(language: Language, delivery: &Delivery) -> AnyView {
    let (tone, label, at, why) = match &delivery.state {
        DeliveryState::Sending => {
            let at = delivery.begun_at;
            (TagTone::Quiet, tr!(language, desk.mail_sending), at, None)
        }
        DeliveryState::Sent { at } => (TagTone::Good, tr!(language, desk.mail_sent), *at, None),
        DeliveryState::Bounced { at, status } => {
            let why = format!("{} ({status})", why(language, status));
            (
                TagTone::Warn,
                tr!(language, desk.mail_bounced),
                *at,
                Some(why),
            )
        }
        DeliveryState::Refused { at, refusal } => {
            let why = refusal_words(language, refusal);
            (
                TagTone::Warn,
                tr!(language, desk.mail_refused),
                *at,
                Some(why),
            )
        }
    };
    let (datetime, when) = instant(language, at);
    let why = why.map(|why| view! { <p class="soft">{why}</p> });
    view! {
        <tr>
            <th scope="row">{mail_name(language, delivery.mail)}{why}</th>
            <td><time datetime=datetime>{when}</time></td>
            <td class="end"><Tag tone label /></td>
        </tr>
    }
    .into_any()
}

fn mail_name(language: Language, mail: Option<MailKind>) -> String {
    match mail {
        Some(MailKind::ClaimReceived) => tr!(language, desk.mail_claim_received),
        Some(MailKind::ClaimDecided) => tr!(language, desk.mail_claim_decided),
        Some(MailKind::LinkRenewed) => tr!(language, desk.mail_link_renewed),
        None => tr!(language, desk.mail_other),
    }
}

/// Why, and the codes themselves for who writes to the other postmaster.
fn refusal_words(language: Language, refusal: &Refusal) -> String {
    let status = refusal.status.as_deref().unwrap_or_default();
    let why = why(language, status);
    let codes = format!("{} {status}", refusal.code);
    format!("{why} ({})", codes.trim_end())
}

/// Why, by the class of the status (RFC 3463).
fn why(language: Language, status: &str) -> String {
    match status.get(..4) {
        Some("5.1.") => tr!(language, desk.mail_no_address),
        Some("4.2." | "5.2.") => tr!(language, desk.mail_no_mailbox),
        Some("4.4." | "5.4.") => tr!(language, desk.mail_not_reached),
        _ => tr!(language, desk.mail_not_taken),
    }
}
