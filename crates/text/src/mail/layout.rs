//! The two forms of a mail.

use domain::Language;

use super::Mail;

/// A part of a mail.
#[derive(Debug)]
pub(super) enum Part {
    /// Some sentences.
    Paragraph(String),
    /// A place to go to.
    Link {
        /// What is there.
        label: String,
        /// Its address.
        url: String,
    },
    /// Something to type somewhere else.
    Code(String),
}

const BODY: &str = "margin:0;padding:24px;background:#fff;color:#1a1a1a;\
    font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
const COLUMN: &str = "max-width:36em;margin:0 auto";
const LINK: &str = "display:inline-block;padding:10px 16px;border-radius:6px;\
    background:#0b4f6c;color:#fff;font-weight:bold;text-decoration:none";
const ADDRESS: &str = "color:#595959;font-size:14px;word-break:break-all";
const CODE: &str = "font:bold 28px/1.5 ui-monospace,Consolas,monospace;letter-spacing:4px";
const FOOTER: &str = "margin-top:32px;padding-top:16px;border-top:1px solid #d0d0d0;\
    color:#595959;font-size:14px";

/// Writes a mail of an operator, with why it is sent at its end.
pub(super) fn mail(
    language: Language,
    operator: &str,
    subject: String,
    parts: &[Part],
    footer: &str,
) -> Mail {
    Mail {
        language,
        text: text(operator, parts, footer),
        html: html(language, operator, &subject, parts, footer),
        subject,
    }
}

fn text(operator: &str, parts: &[Part], footer: &str) -> String {
    let parts = parts.iter().map(|part| match part {
        Part::Paragraph(sentences) => sentences.clone(),
        // No colon: the sentence before may end with one.
        Part::Link { label, url } => format!("{label}\n{url}"),
        Part::Code(code) => code.clone(),
    });
    // The signature separator that mail programs know.
    let end = format!("-- \n{operator}\n{footer}\n");
    parts.chain([end]).collect::<Vec<_>>().join("\n\n")
}

fn html(language: Language, operator: &str, subject: &str, parts: &[Part], footer: &str) -> String {
    let (lang, dir) = (language.tag(), direction(language));
    let (title, operator, footer) = (escaped(subject), escaped(operator), escaped(footer));
    let parts: String = parts.iter().map(part_html).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n</head>\n\
         <body style=\"{BODY}\">\n<div style=\"{COLUMN}\">\n\
         {parts}<p style=\"{FOOTER}\">{operator}<br>{footer}</p>\n\
         </div>\n</body>\n</html>\n"
    )
}

fn part_html(part: &Part) -> String {
    match part {
        Part::Paragraph(sentences) => format!("<p>{}</p>\n", escaped(sentences)),
        Part::Link { label, url } => {
            let (label, url) = (escaped(label), escaped(url));
            // The address is also shown, for who reads without following links.
            format!(
                "<p><a href=\"{url}\" style=\"{LINK}\">{label}</a></p>\n\
                 <p style=\"{ADDRESS}\">{url}</p>\n"
            )
        }
        Part::Code(code) => format!("<p style=\"{CODE}\">{}</p>\n", escaped(code)),
    }
}

fn direction(language: Language) -> &'static str {
    match language {
        Language::En | Language::Fr => "ltr",
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}
