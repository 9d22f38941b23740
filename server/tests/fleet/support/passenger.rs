use std::io;

use super::{
    Browser, Page,
    trips::{DELAY, PEOPLE},
};

/// How many pages there are before the claim is sent.
pub const STEPS: usize = DELAY.len() + PEOPLE.len();

/// Fills one page of the form in and presses "Continue"; `email` on the page that
/// asks for it.
pub async fn answer(browser: &mut Browser, step: usize, email: &str) -> io::Result<Page> {
    let (name, answers) = DELAY.iter().chain(PEOPLE).nth(step).expect("a page");
    let page = browser.get(&format!("/en/claim/{name}")).await?;
    let answers = answers.iter().map(|(field, value)| match *field {
        "email" => (*field, email),
        _ => (*field, *value),
    });
    submit(browser, &page, answers).await
}

/// Fills everything in and sends the claim: the page of the claim.
pub async fn file(browser: &mut Browser, email: &str) -> io::Result<Page> {
    for step in 0..STEPS {
        answer(browser, step, email).await?;
    }
    let page = browser.get("/en/claim/check").await?;
    submit(browser, &page, [("is-true", "yes"), ("may-act", "yes")]).await
}

async fn submit<'a>(
    browser: &mut Browser,
    page: &Page,
    answers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> io::Result<Page> {
    if page.status.is_server_error() {
        return Err(io::Error::other(format!(
            "{}: {}",
            page.address, page.status
        )));
    }
    let mut form = page.form("form#step");
    for (field, value) in answers {
        form.fill(&format!("form[{field}]"), value);
    }
    let page = browser.submit(&form).await?;
    match page.status.is_success() {
        true => Ok(page),
        false => Err(io::Error::other(format!(
            "{}: {}",
            page.address, page.status
        ))),
    }
}
