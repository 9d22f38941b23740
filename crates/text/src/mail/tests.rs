use domain::{
    Language,
    claim::{ClaimReference, MailKind},
};
use jiff::civil::date;

use super::{ClaimMail, Mail, SignInCode, claim_mail, sign_in_code};

const LINK: &str = "https://claims.example.org/fr/tracking/00ff?a=1&b=2";
const OPERATOR: &str = "Smith & Sons <Claims>";

fn claim(language: Language) -> ClaimMail<'static> {
    ClaimMail {
        language,
        operator: OPERATOR,
        reference: ClaimReference::from_random(7),
        flight: "AF1225",
        flight_day: date(2026, 3, 1),
        link: LINK,
        link_until: date(2026, 6, 18),
    }
}

/// Every mail there is, by name, in one language.
fn every_mail(language: Language) -> Vec<(&'static str, Mail)> {
    let code = SignInCode {
        language,
        operator: OPERATOR,
        code: "481 516",
        minutes: 10,
    };
    let claims = MailKind::ALL.map(|kind| (kind.name(), claim_mail(kind, &claim(language))));
    claims
        .into_iter()
        .chain([("sign_in_code", sign_in_code(&code))])
        .collect()
}

/// What a reader of the HTML reads: without tags, entities resolved.
fn visible(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1;
    let mut text = String::new();
    let mut is_tag = true;
    for letter in body.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            letter if !is_tag => text.push(letter),
            _ => {}
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let text = entities
        .iter()
        .fold(text, |text, (entity, letter)| text.replace(entity, letter));
    text.replace("&amp;", "&")
}

#[test]
fn every_mail_is_complete_in_every_language() {
    for language in Language::ALL {
        for (name, mail) in every_mail(language) {
            let Mail {
                subject,
                text,
                html,
                ..
            } = &mail;
            for form in [subject, text, html] {
                assert!(!form.trim().is_empty(), "{language} {name}");
                assert!(!form.contains("{{"), "{language} {name}: {form}");
            }
            assert!(
                !subject.contains('\n') && subject.chars().count() < 80,
                "{subject}"
            );
            let tag = format!("<html lang=\"{language}\" dir=\"ltr\">");
            assert!(html.contains(&tag), "{language} {name}");
            assert!(
                text.contains(OPERATOR) && !html.contains(OPERATOR),
                "{name}"
            );
        }
    }
}

#[test]
fn both_forms_of_a_mail_say_the_same() {
    for language in Language::ALL {
        for (name, mail) in every_mail(language) {
            let shown = visible(&mail.html);
            let lines = mail.text.lines().map(|line| line.trim_end_matches(':'));
            for line in lines.filter(|line| !line.is_empty() && *line != "-- ") {
                assert!(shown.contains(line), "{language} {name}: {line} in {shown}");
            }
        }
    }
}

#[test]
fn a_mail_about_a_claim_says_how_long_its_link_works() {
    for (language, until) in [
        (Language::En, "The link works until 18 June 2026."),
        (Language::Fr, "Le lien fonctionne jusqu’au 18 juin 2026."),
    ] {
        for kind in MailKind::ALL {
            let mail = claim_mail(kind, &claim(language));
            assert!(mail.text.contains(until), "{}", mail.text);
        }
    }
}

/// A colon announces what comes next, and in French stands after a blank that breaks no
/// line.
#[test]
fn no_two_lines_in_a_row_end_with_a_colon() {
    for language in Language::ALL {
        for (name, mail) in every_mail(language) {
            let lines: Vec<&str> = mail.text.lines().filter(|line| !line.is_empty()).collect();
            for pair in lines.windows(2) {
                let both = pair.iter().all(|line| line.ends_with(':'));
                assert!(!both, "{language} {name}: {pair:?}");
            }
            for line in lines.iter().filter(|line| line.ends_with(':')) {
                let spaced = line.ends_with("\u{a0}:") || line.ends_with("\u{202f}:");
                assert_eq!(
                    spaced,
                    language == Language::Fr,
                    "{language} {name}: {line}"
                );
            }
        }
    }
}

#[test]
fn the_private_link_is_in_both_forms_and_the_code_in_no_subject() {
    for language in Language::ALL {
        for kind in MailKind::ALL {
            let mail = claim_mail(kind, &claim(language));
            assert!(mail.text.lines().any(|line| line == LINK), "{}", mail.text);
            let escaped = LINK.replace('&', "&amp;");
            assert!(mail.html.contains(&format!("href=\"{escaped}\"")));
            assert!(mail.subject.contains("AE-"), "{}", mail.subject);
        }
        let (_, code) = every_mail(language).pop().unwrap();
        assert!(code.text.contains("481 516") && code.html.contains("481 516"));
        assert!(!code.subject.contains("481"));
    }
}

/// A mail that loads something tells a stranger when and where it is read.
#[test]
fn the_html_of_a_mail_loads_nothing() {
    for language in Language::ALL {
        for (name, mail) in every_mail(language) {
            for loading in [
                "src=",
                "<img",
                "<link",
                "<script",
                "url(",
                "@import",
                "background=",
            ] {
                assert!(!mail.html.contains(loading), "{language} {name}: {loading}");
            }
            let others = mail.html.matches("http").count();
            // Twice: to follow, and to read.
            let links = if name == "sign_in_code" { 0 } else { 2 };
            assert_eq!(others, links, "{language} {name}");
        }
    }
}

#[test]
fn no_language_borrows_the_sentences_of_another() {
    let [english, french] = Language::ALL.map(every_mail);
    for ((name, english), (_, french)) in english.iter().zip(&french) {
        let same: Vec<&str> = english
            .text
            .lines()
            .filter(|line| line.contains(' ') && *line != OPERATOR && *line != "-- ")
            .filter(|line| !line.starts_with("481"))
            .filter(|line| french.text.contains(line))
            .collect();
        assert_eq!(same, Vec::<&str>::new(), "{name}");
        assert_ne!(english.subject, french.subject, "{name}");
    }
}
