use std::cell::OnceCell;

use axum::http::{HeaderMap, StatusCode};
use scraper::{ElementRef, Html, Selector};

/// What a browser has got, after all redirects.
pub struct Page {
    /// The status of the last answer.
    pub status: StatusCode,
    /// Its address, with the query.
    pub address: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: String,
    /// The redirects on the way: status and where to.
    pub hops: Vec<(StatusCode, String)>,
    /// The body, read once.
    pub document: OnceCell<Html>,
}

/// A form as it stands on a page, with what a browser would send.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// What is filled in.
    pub fields: Vec<(String, String)>,
    /// Every name that the form can send, and the values of its choices.
    names: Vec<(String, Option<String>)>,
    /// Name and value of its buttons.
    buttons: Vec<(String, String)>,
}

/// A selector that is known to be one.
pub fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

impl Page {
    /// The header's text; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The path without query and fragment.
    pub fn path(&self) -> &str {
        self.address.split(['?', '#']).next().unwrap()
    }

    /// The document.
    pub fn html(&self) -> &Html {
        self.document
            .get_or_init(|| Html::parse_document(&self.body))
    }

    /// The texts of all elements that fit, with single blanks.
    pub fn texts(&self, fits: &str) -> Vec<String> {
        self.html()
            .select(&selector(fits))
            .map(|element| words(&element))
            .collect()
    }

    /// The text of the only element that fits.
    pub fn text(&self, fits: &str) -> String {
        let mut texts = self.texts(fits);
        assert_eq!(texts.len(), 1, "{fits} at {}: {texts:?}", self.address);
        texts.remove(0)
    }

    /// How many elements fit.
    pub fn count(&self, fits: &str) -> usize {
        self.html().select(&selector(fits)).count()
    }

    /// An attribute of the first element that fits.
    pub fn attribute(&self, fits: &str, name: &str) -> Option<String> {
        let html = self.html();
        let element = html.select(&selector(fits)).next()?;
        element.attr(name).map(str::to_owned)
    }

    /// What is filled into a field.
    pub fn value(&self, id: &str) -> String {
        self.attribute(&format!("[id='{id}']"), "value")
            .unwrap_or_else(|| panic!("no field {id} at {}", self.address))
    }

    /// All text of `main`.
    pub fn main(&self) -> String {
        self.text("main")
    }

    /// The messages of the summary of faults, with the ids they lead to.
    pub fn faults(&self) -> Vec<(String, String)> {
        self.html()
            .select(&selector("#error-summary a"))
            .map(|link| {
                let target = link.attr("href").unwrap().trim_start_matches('#');
                (target.to_owned(), words(&link))
            })
            .collect()
    }

    /// The form that fits.
    pub fn form(&self, fits: &str) -> Form {
        let html = self.html();
        let form = html.select(&selector(fits)).next();
        let form = form.unwrap_or_else(|| panic!("no {fits} at {}: {}", self.address, self.body));
        Form::read(&form)
    }
}

fn words(element: &ElementRef) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Form {
    fn read(form: &ElementRef) -> Self {
        let mut read = Form {
            action: form.attr("action").unwrap_or_default().to_owned(),
            fields: Vec::new(),
            names: Vec::new(),
            buttons: Vec::new(),
        };
        for control in form.select(&selector("input, textarea, select, button")) {
            read.control(&control);
        }
        read
    }

    fn control(&mut self, control: &ElementRef) {
        let Some(name) = control.attr("name") else {
            return;
        };
        let value = control.attr("value").unwrap_or_default();
        match (control.value().name(), control.attr("type")) {
            ("button", _) => {
                self.buttons.push((name.to_owned(), value.to_owned()));
            }
            ("input", Some("radio" | "checkbox")) => {
                self.names.push((name.to_owned(), Some(value.to_owned())));
                if control.attr("checked").is_none() {
                    return;
                }
                self.fields.push((name.to_owned(), value.to_owned()));
            }
            ("textarea", _) => {
                self.names.push((name.to_owned(), None));
                // A line break right after the tag is not part of the text.
                let text: String = control.text().collect();
                self.fields.push((name.to_owned(), text));
            }
            ("select", _) => {
                for option in control.select(&selector("option")) {
                    let value = option.attr("value").unwrap_or_default().to_owned();
                    self.names.push((name.to_owned(), Some(value)));
                }
                let chosen = control.select(&selector("option[selected]")).next();
                let first = control.select(&selector("option")).next();
                let value = chosen.or(first).and_then(|option| option.attr("value"));
                let value = value.unwrap_or_default().to_owned();
                self.fields.push((name.to_owned(), value));
            }
            _ => {
                self.names.push((name.to_owned(), None));
                self.fields.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// Types a text or makes a choice; the form must offer it.
    pub fn fill(&mut self, name: &str, value: &str) {
        let offered = self
            .names
            .iter()
            .any(|(known, choice)| known == name && choice.as_deref().is_none_or(|c| c == value));
        assert!(
            offered,
            "{name}={value:?} cannot be filled in at {}: {:?}",
            self.action, self.names
        );
        self.fields.retain(|(known, _)| known != name);
        self.fields.push((name.to_owned(), value.to_owned()));
    }

    /// Empties all fields that are typed into, and unticks what is chosen.
    pub fn clear(&mut self) {
        let choices: Vec<String> = self
            .names
            .iter()
            .filter(|(_, choice)| choice.is_some())
            .map(|(name, _)| name.clone())
            .collect();
        self.fields.retain(|(name, _)| !choices.contains(name));
        for (name, value) in &mut self.fields {
            if name.starts_with("form[") {
                value.clear();
            }
        }
    }

    /// Presses a button that has a value.
    pub fn press(&mut self, name: &str, value: &str) {
        let button = (name.to_owned(), value.to_owned());
        let has = self.buttons.contains(&button);
        assert!(has, "no button {value:?}: {:?}", self.buttons);
        self.fields.push(button);
    }

    /// The values of the buttons.
    pub fn buttons(&self) -> Vec<&str> {
        self.buttons
            .iter()
            .map(|(_, value)| value.as_str())
            .collect()
    }
}
