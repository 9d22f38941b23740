//! Every page is well-formed, and its parts refer to one another rightly.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use crate::support::{CANCELLATION, DELAY, PEOPLE, Page, Passenger, Reviewer, Site, encoded};

fn all<'a>(html: &'a Html, fits: &str) -> Vec<ElementRef<'a>> {
    let fits = scraper::Selector::parse(fits).unwrap();
    html.select(&fits).collect()
}

/// What is wrong with a page.
fn faults(page: &Page) -> Vec<String> {
    let html = page.html();
    // Two things that Leptos does and browsers forgive: the mark `<!>` between
    // texts, and its own scripts behind the end of the document.
    let own = page.body.split("</html>").next().unwrap_or_default();
    let own = format!("{own}</html>").replace("<!>", "<!---->");
    let errors = Html::parse_document(&own).errors;
    let mut faults: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let mut ids = BTreeSet::new();
    for element in all(html, "[id]") {
        let id = element.attr("id").unwrap();
        if id.is_empty() || id.contains(' ') || !ids.insert(id) {
            faults.push(format!("id {id:?} is empty or there twice"));
        }
    }
    for (fits, name) in [
        ("label[for]", "for"),
        ("[aria-describedby]", "aria-describedby"),
        ("[aria-labelledby]", "aria-labelledby"),
        ("[aria-controls]", "aria-controls"),
    ] {
        for element in all(html, fits) {
            for id in element.attr(name).unwrap().split_whitespace() {
                if !ids.contains(id) {
                    faults.push(format!("{name} leads to {id:?}, which is not there"));
                }
            }
        }
    }
    for link in all(html, "a[href^='#']") {
        let id = &link.attr("href").unwrap()[1..];
        if !ids.contains(id) {
            faults.push(format!("a link leads to #{id}, which is not there"));
        }
    }
    for control in all(html, "input:not([type=hidden]), select, textarea") {
        let id = control.attr("id").unwrap_or_default();
        let labelled = all(html, &format!("label[for='{id}']")).len() == 1
            || control
                .ancestors()
                .filter_map(ElementRef::wrap)
                .any(|parent| parent.value().name() == "label")
            || control.attr("aria-label").is_some();
        if !labelled {
            faults.push(format!("field {id:?} has no label"));
        }
    }
    for (fits, count) in [
        ("h1", 1),
        ("main", 1),
        ("title", 1),
        ("html[lang]", 1),
        ("main#main", 1),
    ] {
        let found = all(html, fits).len();
        if found != count {
            faults.push(format!("{found} of {fits}"));
        }
    }
    for image in all(
        html,
        "img:not([alt]), a:not([href]), form:not([action]), table:not(:has(caption))",
    ) {
        faults.push(format!("{} lacks an attribute", image.value().name()));
    }
    if page.body.matches("undefined").count() + page.body.matches("{{").count() > 0 {
        faults.push("a text was not filled in".to_owned());
    }
    faults
}

/// Says what is wrong with all pages together.
#[derive(Default)]
struct Checked(Vec<String>);

impl Checked {
    fn page(&mut self, page: &Page) {
        let found = faults(page);
        self.0.extend(
            found
                .into_iter()
                .map(|fault| format!("{}: {fault}", page.address)),
        );
    }

    fn all_is_well(self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}

#[tokio::test]
async fn every_page_of_the_form_is_well_formed_with_and_without_faults() {
    let site = Site::new().await;
    let mut checked = Checked::default();
    for (language, trip) in [("en", DELAY), ("fr", CANCELLATION)] {
        let mut passenger = Passenger::new(&site, language);
        for (step, answers) in trip.iter().chain(PEOPLE) {
            let page = passenger.open(step).await;
            checked.page(&page);
            let mut form = page.form("form#step");
            form.clear();
            checked.page(&passenger.submit(&form).await);
            passenger.answer(step, answers).await;
            checked.page(&passenger.open(step).await);
        }
        for path in [
            "trip?more",
            "people?more",
            "result",
            "check",
            "check?check",
            "reason?back=check",
        ] {
            checked.page(&passenger.open(path).await);
        }
        let typed = [("origin", "London"), ("destination", "Paris")];
        checked.page(&passenger.answer("trip", &typed).await);
        checked.page(&passenger.get(&format!("/{language}")).await);
    }
    checked.all_is_well();
}

#[tokio::test]
async fn every_other_page_is_well_formed() {
    let site = Site::new().await;
    let mut checked = Checked::default();
    for language in ["en", "fr"] {
        let mut passenger = Passenger::new(&site, language);
        for path in [
            "",
            "/help",
            "/privacy",
            "/nothing",
            "/desk/sign-in",
            "/desk/sign-in?out",
            "/tracking/nonsense",
            "/tracking",
            "/tracking?asked",
        ] {
            checked.page(&passenger.get(&format!("/{language}{path}")).await);
        }
        for form in ["/form/desk/sign-in", "/form/tracking/request-link"] {
            let fields = [
                ("language", language),
                ("email", "a\"b"),
                ("reference", "<b>"),
            ];
            checked.page(&passenger.post(form, &fields).await);
        }
        let event = passenger
            .answer("what-went-wrong", &[("event", "other")])
            .await;
        checked.page(&event);
        passenger
            .answer("what-went-wrong", &[("event", "delay")])
            .await;
        let sent = passenger.file(DELAY).await;
        checked.page(&sent);
        checked.page(&passenger.get(sent.path()).await);

        let mut reviewer = Reviewer::new(&site, &format!("{language}@example.org")).await;
        let claim = format!("/{language}/desk/claims/{}", sent.reference());
        for fault in [
            "",
            "?fault=verdict",
            "?fault=reason",
            "?fault=text",
            "?fault=changed",
            "?saved",
        ] {
            checked.page(&reviewer.get(&format!("{claim}{fault}")).await);
        }
        for query in ["", "?q=nobody", "?state=submitted&q=brandt"] {
            checked.page(&reviewer.get(&format!("/{language}/desk{query}")).await);
        }
        let odd = encoded(&[("q", "<b>\"&'")]);
        checked.page(&reviewer.get(&format!("/{language}/desk?{odd}")).await);
        let reject = [
            ("verdict", "reject"),
            ("reason", "other"),
            ("text", "One.\n\nTwo."),
        ];
        checked.page(&reviewer.decide(&sent.reference(), &reject).await);
        checked.page(&passenger.get(sent.path()).await);
        let renewed = passenger
            .submit(&sent.form("form[action='/form/tracking/renew']"))
            .await;
        checked.page(&renewed);
    }
    checked.all_is_well();
}
