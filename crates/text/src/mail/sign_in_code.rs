//! The second step of signing in to the desk.

use domain::Language;

use super::{
    Mail,
    layout::{Part, mail},
};
use crate::tr;

/// What a mail with a code says.
#[derive(Debug, Clone, Copy)]
pub struct SignInCode<'a> {
    /// The language of the page that asked for it.
    pub language: Language,
    /// Who runs the service.
    pub operator: &'a str,
    /// The code. It is not in the subject, which locked telephones show.
    pub code: &'a str,
    /// How long it works.
    pub minutes: u32,
}

/// Writes a mail with a code to sign in with.
pub fn sign_in_code(given: &SignInCode<'_>) -> Mail {
    let language = given.language;
    let parts = [
        Part::Paragraph(tr!(language, mail.sign_in_code.body)),
        Part::Code(given.code.to_owned()),
        Part::Paragraph(tr!(
            language,
            mail.sign_in_code.expires,
            minutes = given.minutes
        )),
    ];
    let subject = tr!(
        language,
        mail.sign_in_code.subject,
        operator = given.operator
    );
    let footer = tr!(language, mail.sign_in_code.footer);
    mail(language, given.operator, subject, &parts, &footer)
}
