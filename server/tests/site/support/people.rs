use std::ops::{Deref, DerefMut};

use domain::{access::Role, claim::ClaimReference};

use super::{Browser, PASSWORD, Page, Site, Trip};

/// A passenger with a browser, who answers the form page by page.
#[derive(Clone)]
pub struct Passenger {
    browser: Browser,
    language: &'static str,
}

impl Deref for Passenger {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl DerefMut for Passenger {
    fn deref_mut(&mut self) -> &mut Browser {
        &mut self.browser
    }
}

impl Passenger {
    /// Somebody who reads this language.
    pub fn new(site: &Site, language: &'static str) -> Self {
        Self {
            browser: Browser::new(site),
            language,
        }
    }

    /// Opens a page of the form.
    pub async fn open(&mut self, step: &str) -> Page {
        let address = format!("/{}/claim/{step}", self.language);
        self.browser.get(&address).await
    }

    /// Fills a page of the form in and presses "Continue".
    pub async fn answer(&mut self, step: &str, answers: &[(&str, &str)]) -> Page {
        self.answer_and_press(step, answers, "").await
    }

    /// Fills a page of the form in and presses a button.
    pub async fn answer_and_press(
        &mut self,
        step: &str,
        answers: &[(&str, &str)],
        button: &str,
    ) -> Page {
        let page = self.open(step).await;
        assert_eq!(page.path(), format!("/{}/claim/{step}", self.language));
        self.fill_and_press(&page, answers, button).await
    }

    /// Fills the page in that was got, and presses a button.
    pub async fn fill_and_press(
        &mut self,
        page: &Page,
        answers: &[(&str, &str)],
        button: &str,
    ) -> Page {
        let mut form = page.form("form#step");
        for (name, value) in answers {
            form.fill(&format!("form[{name}]"), value);
        }
        if !button.is_empty() {
            form.press("then", button);
        }
        self.browser.submit(&form).await
    }

    /// Answers pages one after the other; each must lead to the next.
    pub async fn answer_all(&mut self, pages: &[(&str, &[(&str, &str)])]) -> Page {
        let mut last = None;
        for (step, answers) in pages {
            last = Some(self.answer(step, answers).await);
            let page = last.as_ref().unwrap();
            assert_eq!(page.faults(), [], "at {step}");
        }
        last.unwrap()
    }

    /// Answers everything, people too, and stands before "Send".
    pub async fn answer_to_the_end(&mut self, trip: Trip) -> Page {
        self.answer_all(trip).await;
        let page = self.answer_all(super::PEOPLE).await;
        assert_eq!(page.path(), format!("/{}/claim/check", self.language));
        page
    }

    /// Ticks both boxes and sends.
    pub async fn send_claim(&mut self) -> Page {
        self.answer("check", &[("is-true", "yes"), ("may-act", "yes")])
            .await
    }

    /// Files a claim about this trip; the page that is shown then.
    pub async fn file(&mut self, trip: Trip) -> Page {
        self.answer_to_the_end(trip).await;
        let page = self.send_claim().await;
        assert!(page.path().contains("/tracking/"), "{}", page.address);
        page
    }
}

impl Page {
    /// The secret of the private link that the page of a claim shows.
    pub fn link(&self) -> String {
        let link = self.text("#private-link");
        let (_, secret) = link.split_once("/tracking/").expect("a private link");
        secret.to_owned()
    }

    /// The reference of the claim on its passenger's page.
    pub fn reference(&self) -> String {
        let main = self.main();
        let starts = main.match_indices("AE-").map(|(start, _)| start);
        let mut found = starts.filter_map(|start| main.get(start..start + 12)?.parse().ok());
        let reference: ClaimReference = found.next().expect("a reference");
        reference.to_string()
    }
}

/// A member of staff who is signed in.
#[derive(Clone)]
pub struct Reviewer {
    browser: Browser,
}

impl Deref for Reviewer {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl DerefMut for Reviewer {
    fn deref_mut(&mut self) -> &mut Browser {
        &mut self.browser
    }
}

impl Reviewer {
    /// Makes an account and signs it in.
    pub async fn new(site: &Site, email: &str) -> Self {
        Self::with_role(site, email, Role::Reviewer).await
    }

    /// Makes an account of another role and signs it in.
    pub async fn with_role(site: &Site, email: &str, role: Role) -> Self {
        site.add_staff_as(email, "Ines Okafor", role).await;
        let mut browser = Browser::new(site);
        let page = Self::sign_in(&mut browser, email, PASSWORD).await;
        assert_eq!(page.path(), "/en/desk");
        Self { browser }
    }

    /// Fills the desk's sign-in page in.
    pub async fn sign_in(browser: &mut Browser, email: &str, password: &str) -> Page {
        let page = browser.get("/en/desk/sign-in").await;
        let mut form = page.form("form[action='/form/desk/sign-in']");
        form.fill("email", email);
        form.fill("password", password);
        browser.submit(&form).await
    }

    /// Opens a claim and decides it.
    pub async fn decide(&mut self, reference: &str, answers: &[(&str, &str)]) -> Page {
        let page = self.get(&format!("/en/desk/claims/{reference}")).await;
        self.decide_on(&page, answers).await
    }

    /// Decides on the page that was got.
    pub async fn decide_on(&mut self, page: &Page, answers: &[(&str, &str)]) -> Page {
        let mut form = page.form("form[action='/form/desk/decide']");
        for (name, value) in answers {
            form.fill(name, value);
        }
        self.browser.submit(&form).await
    }
}
