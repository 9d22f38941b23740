//! What is written to the passenger of a claim.

use domain::{
    Language,
    claim::{ClaimReference, MailKind},
};
use jiff::civil::Date;

use super::{
    Mail,
    layout::{Part, mail},
};
use crate::{format, tr};

/// What a mail about a claim says.
#[derive(Debug, Clone, Copy)]
pub struct ClaimMail<'a> {
    /// The language of the passenger.
    pub language: Language,
    /// Who runs the service.
    pub operator: &'a str,
    /// What the passenger quotes.
    pub reference: ClaimReference,
    /// The flight that went wrong.
    pub flight: &'a str,
    /// Its day, in the calendar of the airport of departure.
    pub flight_day: Date,
    /// The private link of the claim.
    pub link: &'a str,
    /// The last day on which it opens the claim.
    pub link_until: Date,
}

/// Writes a mail about a claim.
pub fn claim_mail(kind: MailKind, claim: &ClaimMail<'_>) -> Mail {
    match kind {
        MailKind::ClaimReceived => claim_received(claim),
        MailKind::ClaimDecided => claim_decided(claim),
        MailKind::LinkRenewed => link_renewed(claim),
    }
}

fn claim_received(claim: &ClaimMail<'_>) -> Mail {
    let (language, reference) = (claim.language, claim.reference);
    let (flight, day) = (claim.flight, format::day(language, claim.flight_day));
    let parts = [
        tr!(
            language,
            mail.claim_received.body,
            flight = flight,
            day = day
        ),
        tr!(language, mail.claim_received.next),
    ]
    .map(Part::Paragraph);
    let link = claim.link_part(tr!(language, mail.claim_received.link));
    let private = claim.private_part();
    let subject = tr!(language, mail.claim_received.subject, reference = reference);
    claim.mail(subject, parts.into_iter().chain([link, private]))
}

fn claim_decided(claim: &ClaimMail<'_>) -> Mail {
    let (language, reference) = (claim.language, claim.reference);
    let (flight, day) = (claim.flight, format::day(language, claim.flight_day));
    let body = tr!(
        language,
        mail.claim_decided.body,
        flight = flight,
        day = day
    );
    let link = claim.link_part(tr!(language, mail.claim_decided.link));
    let private = claim.private_part();
    let subject = tr!(language, mail.claim_decided.subject, reference = reference);
    claim.mail(subject, [Part::Paragraph(body), link, private])
}

fn link_renewed(claim: &ClaimMail<'_>) -> Mail {
    let (language, reference) = (claim.language, claim.reference);
    let body = tr!(language, mail.link_renewed.body);
    let link = claim.link_part(tr!(language, mail.link_renewed.link));
    let private = claim.private_part();
    let subject = tr!(language, mail.link_renewed.subject, reference = reference);
    claim.mail(subject, [Part::Paragraph(body), link, private])
}

impl ClaimMail<'_> {
    fn link_part(&self, label: String) -> Part {
        let url = self.link.to_owned();
        Part::Link { label, url }
    }

    /// How long the link works, and for whom.
    fn private_part(&self) -> Part {
        let day = format::day(self.language, self.link_until);
        Part::Paragraph(tr!(self.language, mail.private, day = day))
    }

    fn mail(&self, subject: String, parts: impl IntoIterator<Item = Part>) -> Mail {
        let parts: Vec<Part> = parts.into_iter().collect();
        let footer = tr!(self.language, mail.claim_footer, reference = self.reference);
        mail(self.language, self.operator, subject, &parts, &footer)
    }
}
