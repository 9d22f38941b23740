use leptos::prelude::*;
use text::tr;

use crate::ui::ErrorSummary;

/// Checks a page of the form before it is sent, with the parser that the
/// server uses, and says the same in the same places.
///
/// What it has to know stands at the form: see [`super::form_data`].
#[island]
pub fn FormCheck() -> impl IntoView {
    let faults = RwSignal::new(Vec::<(String, String)>::new());
    #[cfg(feature = "hydrate")]
    browser::check_on_submit(faults);
    let title = move || tr!(super::page_language(), common.problem_title);
    move || {
        let faults = faults.get();
        (!faults.is_empty()).then(|| view! { <ErrorSummary title=title() faults /> })
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use domain::claim_form::{Fault, Step, StepContext, check_step};
    use jiff::civil::Date;
    use text::faults;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, SubmitEvent};

    use super::*;
    use crate::widgets::{dom, page_language};
    use domain::Language;

    /// "2026-11-21", read without a parser of dates, which would be 30 KB.
    fn date(text: &str) -> Option<Date> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Date::new(year, month, parts.next()?.parse().ok()?).ok()
    }

    pub fn check_on_submit(summary: RwSignal<Vec<(String, String)>>) {
        let Some(form) = dom::step_form() else { return };
        let language = page_language();
        let step = form.get_attribute("data-step");
        let step = step.and_then(|slug| Step::from_slug(&slug));
        let today = form
            .get_attribute("data-today")
            .and_then(|text| date(&text));
        let (Some(step), Some(today)) = (step, today) else {
            return;
        };
        let before = dom::earlier_answers(&form);
        let page_title = document_title();
        let target = form.clone();
        dom::listen(&form, "submit", move |event: SubmitEvent| {
            // "Add a stop" and its like save what is there, right or wrong.
            let asks_for_more = event
                .submitter()
                .is_some_and(|button| button.get_attribute("name").as_deref() == Some("then"));
            if asks_for_more {
                return;
            }
            let answers = dom::with_posted(before.clone(), step, &target);
            let context = StepContext::new(today, &dom::CodesOnly);
            let faults = check_step(step, &answers, &context)
                .err()
                .unwrap_or_default();
            clear_marks(&target);
            if faults.list().is_empty() {
                summary.set(Vec::new());
                return;
            }
            event.prevent_default();
            if let Some(drawn_by_server) = dom::by_id("error-summary")
                && summary.get_untracked().is_empty()
            {
                drawn_by_server.remove();
            }
            for fault in faults.list().iter().rev() {
                mark(language, fault);
            }
            let list = faults.list().iter();
            summary.set(
                list.map(|fault| (fault.field.name(), faults::fault(language, fault)))
                    .collect(),
            );
            set_document_title(&format!(
                "{}{page_title}",
                tr!(language, common.error_prefix)
            ));
            // The summary is rendered after this event.
            leptos::task::spawn_local(async {
                leptos::task::tick().await;
                if let Some(summary) = dom::by_id("error-summary") {
                    dom::focus(&summary);
                }
            });
        });
    }

    /// The title without the prefix an error of the server has put before it.
    fn document_title() -> String {
        let title = dom::document()
            .map(|document| document.title())
            .unwrap_or_default();
        let prefixes = Language::ALL.map(|language| tr!(language, common.error_prefix));
        let bare = prefixes
            .iter()
            .find_map(|prefix| title.strip_prefix(prefix.as_str()));
        bare.unwrap_or(&title).to_owned()
    }

    fn set_document_title(title: &str) {
        if let Some(document) = dom::document() {
            document.set_title(title);
        }
    }

    fn for_each(root: &Element, selector: &str, call: impl Fn(Element)) {
        let Ok(found) = root.query_selector_all(selector) else {
            return;
        };
        for index in 0..found.length() {
            if let Some(element) = found.get(index).and_then(|node| node.dyn_into().ok()) {
                call(element);
            }
        }
    }

    fn clear_marks(form: &HtmlElement) {
        for_each(form, ".fault", |fault| fault.remove());
        for_each(form, "[data-invalid]", |field| {
            let _ = field.remove_attribute("data-invalid");
        });
        for_each(form, "[aria-invalid]", |input| {
            let _ = input.remove_attribute("aria-invalid");
        });
    }

    /// Marks a field and puts the sentence where the server would have put it:
    /// after the hint, before the inputs. A group shows its first fault.
    fn mark(language: Language, fault: &Fault) {
        let name = fault.field.name();
        let Some(input) = dom::by_id(&name) else {
            return;
        };
        let is_radio = input.get_attribute("type").as_deref() == Some("radio");
        if !is_radio {
            let _ = input.set_attribute("aria-invalid", "true");
        }
        let Ok(Some(group)) = input.closest(".field, .tick-field") else {
            return;
        };
        let _ = group.set_attribute("data-invalid", "");
        for_each(&group, ":scope > .fault", |earlier| earlier.remove());
        let Some(sentence) = sentence(language, fault, &name) else {
            return;
        };
        let before = [":scope > .hint", ":scope > .label", ":scope > legend"];
        let place = before
            .iter()
            .find_map(|selector| group.query_selector(selector).ok().flatten());
        let _ = match place {
            Some(place) => place.after_with_node_1(&sentence),
            None => group.prepend_with_node_1(&sentence),
        };
        describe(&input, &sentence.id());
    }

    fn sentence(language: Language, fault: &Fault, name: &str) -> Option<Element> {
        let document = dom::document()?;
        let sentence = document.create_element("p").ok()?;
        sentence.set_class_name("fault");
        sentence.set_id(&format!("{name}-fault"));
        let word = document.create_element("span").ok()?;
        word.set_class_name("sr");
        word.set_text_content(Some(&format!("{} ", tr!(language, common.error_word))));
        sentence.append_child(&word).ok()?;
        let text = document.create_text_node(&faults::fault(language, fault));
        sentence.append_child(&text).ok()?;
        Some(sentence)
    }

    /// Adds the sentence to what is read out for the input.
    fn describe(input: &Element, id: &str) {
        let before = input.get_attribute("aria-describedby").unwrap_or_default();
        if !before.split(' ').any(|part| part == id) {
            let _ = input.set_attribute("aria-describedby", format!("{before} {id}").trim());
        }
    }
}
