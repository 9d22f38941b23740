use domain::Language;
use leptos::{html, prelude::*};
use text::tr;

/// One airport of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Choice {
    id: String,
    code: String,
    label: String,
    name: String,
    /// Whether the text means this one and no other.
    sure: bool,
}

/// Turns the text field of an airport into a search: a combobox with a list
/// that opens while one types. The field works alone as well; the island finds
/// it as the input of the `.field` it stands in.
#[island]
pub fn AirportPicker() -> impl IntoView {
    let choices = RwSignal::new(Vec::<Choice>::new());
    let active = RwSignal::new(None::<usize>);
    let said = RwSignal::new(String::new());
    // The page's elements stay on their thread; the view only holds a key.
    let list = NodeRef::<html::Ul>::new();
    #[cfg(feature = "hydrate")]
    let choose = browser::Picker::attach(list, choices, active, said);
    #[cfg(not(feature = "hydrate"))]
    let choose = |_: usize| {};
    view! {
        <ul
            class="options"
            role="listbox"
            aria-label=label(super::page_language())
            hidden=move || choices.with(Vec::is_empty)
            node_ref=list
        >
            {move || {
                choices
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(place, choice)| {
                        view! {
                            <li
                                class="option"
                                role="option"
                                id=choice.id
                                aria-selected=move || (active.get() == Some(place)).to_string()
                                on:mousedown=move |event| {
                                    // Not a click: the field must not lose the focus first.
                                    event.prevent_default();
                                    choose(place);
                                }
                            >
                                <span class="code">{choice.code}</span>
                                <span>{choice.label}</span>
                                <small>{choice.name}</small>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
        <span class="sr" role="status">{move || said.get()}</span>
    }
}

fn label(language: Language) -> String {
    tr!(language, claim_form.trip.airports)
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::{cell::Cell, rc::Rc, time::Duration};

    use js_sys::{Array, Reflect, encode_uri_component};
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Event, FocusEvent, HtmlInputElement, KeyboardEvent, Response};

    use super::*;
    use crate::widgets::{dom, page_language};

    /// How long the list stays after the field is left.
    const AFTER_LEAVING: Duration = Duration::from_millis(250);

    /// The field, its list, and which request is the newest.
    #[derive(Clone)]
    pub struct Picker {
        id: String,
        input: HtmlInputElement,
        language: Language,
        choices: RwSignal<Vec<Choice>>,
        active: RwSignal<Option<usize>>,
        said: RwSignal<String>,
        newest: Rc<Cell<u32>>,
    }

    impl Picker {
        /// Wakes the field up; gives what a press on a line of the list does.
        pub fn attach(
            list: NodeRef<html::Ul>,
            choices: RwSignal<Vec<Choice>>,
            active: RwSignal<Option<usize>>,
            said: RwSignal<String>,
        ) -> impl Fn(usize) + Copy + Send + Sync + use<> {
            let picker = StoredValue::new_local(None::<Self>);
            list.on_load(move |list| {
                let field = list.closest(".field").ok().flatten();
                let input = field.and_then(|field| field.query_selector("input").ok().flatten());
                let Some(input) = input.and_then(|input| input.dyn_into().ok()) else {
                    return;
                };
                let new = Self::new(input, choices, active, said);
                list.set_id(&format!("{}-list", new.id));
                new.listen();
                picker.set_value(Some(new));
            });
            move |place| {
                picker.with_value(|picker| picker.iter().for_each(|picker| picker.choose(place)))
            }
        }

        fn new(
            input: HtmlInputElement,
            choices: RwSignal<Vec<Choice>>,
            active: RwSignal<Option<usize>>,
            said: RwSignal<String>,
        ) -> Self {
            Self {
                id: input.id(),
                input,
                language: page_language(),
                choices,
                active,
                said,
                newest: Rc::new(Cell::new(0)),
            }
        }

        fn listen(&self) {
            self.set("role", "combobox");
            self.set("aria-autocomplete", "list");
            self.set("aria-expanded", "false");
            self.set("aria-controls", &format!("{}-list", self.id));
            let (typed, pressed, left) = (self.clone(), self.clone(), self.clone());
            dom::listen(&self.input, "input", move |_: Event| typed.search());
            dom::listen(&self.input, "keydown", move |event: KeyboardEvent| {
                pressed.press(&event)
            });
            // Not at once: the list pushes the page, and what is being pressed
            // below it must not move away under the pointer.
            dom::listen(&self.input, "blur", move |_: FocusEvent| {
                let left = left.clone();
                set_timeout(move || left.close(), AFTER_LEAVING);
            });
        }

        fn set(&self, name: &str, value: &str) {
            let _ = self.input.set_attribute(name, value);
        }

        fn show_code(&self, code: &str) {
            if let Some(place) = dom::by_id(&format!("{}-code", self.id)) {
                place.set_text_content(Some(code));
            }
        }

        fn show(&self, choices: Vec<Choice>) {
            let open = !choices.is_empty();
            self.set("aria-expanded", if open { "true" } else { "false" });
            self.move_to(None);
            self.choices.set(choices);
        }

        fn move_to(&self, place: Option<usize>) {
            self.active.set(place);
            let _ = match place {
                Some(place) => self.input.set_attribute(
                    "aria-activedescendant",
                    &format!("{}-option-{place}", self.id),
                ),
                None => self.input.remove_attribute("aria-activedescendant"),
            };
        }

        fn close(&self) {
            self.newest.set(self.newest.get() + 1);
            self.show(Vec::new());
        }

        fn choose(&self, place: usize) {
            let choice = self
                .choices
                .with_untracked(|choices| choices.get(place).cloned());
            if let Some(choice) = choice {
                self.input
                    .set_value(&format!("{} ({})", choice.label, choice.code));
                self.show_code(&choice.code);
                self.said.set(format!("{} ({})", choice.label, choice.code));
            }
            self.close();
        }

        fn press(&self, event: &KeyboardEvent) {
            let count = self.choices.with_untracked(Vec::len);
            if count == 0 {
                return;
            }
            let at = self.active.get_untracked();
            match (event.key().as_str(), at) {
                ("ArrowDown", at) => self.move_to(Some(at.map_or(0, |at| (at + 1) % count))),
                ("ArrowUp", at) => {
                    self.move_to(Some(at.map_or(count, |at| at) + count - 1).map(|at| at % count))
                }
                // Only what was marked on purpose is taken: the first of a list
                // may lie in another country.
                ("Enter", Some(at)) => self.choose(at),
                ("Tab", Some(at)) => return self.choose(at),
                ("Escape", _) => self.close(),
                _ => return,
            }
            event.prevent_default();
        }

        /// Asks the server for airports. An answer to an older question is
        /// thrown away; a failed one leaves the plain text field.
        fn search(&self) {
            self.show_code("");
            let text = self.input.value();
            let number = self.newest.get() + 1;
            self.newest.set(number);
            // A text that was chosen already, or says too little.
            if text.trim().chars().count() < 2 || text.ends_with(')') {
                return self.show(Vec::new());
            }
            let picker = self.clone();
            leptos::task::spawn_local(async move {
                let Some(mut found) = fetch(&text, picker.language).await else {
                    // Nothing is known, so nothing is said: the field works alone.
                    return;
                };
                for (place, choice) in found.iter_mut().enumerate() {
                    choice.id = format!("{}-option-{place}", picker.id);
                }
                if picker.newest.get() == number {
                    if let Some(meant) = found.iter().find(|choice| choice.sure) {
                        picker.show_code(&meant.code);
                    }
                    picker.said.set(match found.len() {
                        0 => tr!(picker.language, claim_form.trip.none_found),
                        n => tr!(picker.language, claim_form.trip.found, n = n),
                    });
                    picker.show(found);
                }
            });
        }
    }

    async fn fetch(text: &str, language: Language) -> Option<Vec<Choice>> {
        let query = encode_uri_component(text);
        let url = format!("/api/v1/airports?language={language}&q={query}");
        let response = JsFuture::from(web_sys::window()?.fetch_with_str(&url))
            .await
            .ok()?;
        let response: Response = response.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let list = JsFuture::from(response.json().ok()?).await.ok()?;
        let list: Array = list.dyn_into().ok()?;
        Some(list.iter().filter_map(|airport| read(&airport)).collect())
    }

    fn read(airport: &JsValue) -> Option<Choice> {
        let text = |key: &str| Reflect::get(airport, &key.into()).ok()?.as_string();
        Some(Choice {
            id: String::new(),
            code: text("code")?,
            label: text("label")?,
            name: text("name")?,
            sure: Reflect::get(airport, &"sure".into()).is_ok_and(|sure| sure.is_truthy()),
        })
    }
}
