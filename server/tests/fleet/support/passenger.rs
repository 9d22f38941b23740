use std::io;

use super::{
    Browser, Page,
    page::Form,
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
    let form = filled(page, answers)?;
    right(browser.submit(&form).await?)
}

/// Fills everything in and sends the claim: the page of the claim.
pub async fn file(browser: &mut Browser, email: &str) -> io::Result<Page> {
    for step in 0..STEPS {
        answer(browser, step, email).await?;
    }
    let page = browser.get("/en/claim/check").await?;
    let form = filled(page, [("is-true", "yes"), ("may-act", "yes")])?;
    right(browser.submit(&form).await?)
}

/// The page's form with these answers. The page ends here: it cannot go from one
/// thread to another.
fn filled<'a>(
    page: Page,
    answers: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> io::Result<Form> {
    let mut form = right(page)?.form("form#step");
    for (field, value) in answers {
        form.fill(&format!("form[{field}]"), value);
    }
    Ok(form)
}

/// A page, if it is none that tells of a failure.
fn right(page: Page) -> io::Result<Page> {
    match page.status.is_success() {
        true => Ok(page),
        false => {
            let what = format!("{}: {}", page.address, page.status);
            Err(io::Error::other(what))
        }
    }
}
