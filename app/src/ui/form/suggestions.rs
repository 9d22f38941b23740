use leptos::prelude::*;

/// Something that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is sent.
    pub value: String,
    /// Its code, such as an airport's.
    pub code: String,
    /// Its name.
    pub label: String,
    /// More about it.
    pub detail: Option<String>,
}

/// "Did you mean": what the open list of a search field offers, as buttons
/// that send the form, for a browser without scripts.
///
/// Looks like the list box of the search field, which uses the same classes:
/// `ul.options[role=listbox] > li.option[role=option] > .code + span + small`.
#[component]
pub fn Suggestions(
    /// "Did you mean"
    #[prop(into)]
    title: String,
    /// Name sent with the form.
    #[prop(into)]
    name: String,
    /// What may have been meant.
    options: Vec<Suggestion>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|option| {
            view! {
                <li>
                    <button class="option" type="submit" name=name.clone() value=option.value>
                        <span class="code">{option.code}</span>
                        " "
                        <span>{option.label}</span>
                        {option.detail.map(|detail| view! { " "<small>{detail}</small> })}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="suggestions">
            <p class="label">{title}</p>
            <ul class="options" role="list">
                {options}
            </ul>
        </div>
    }
}
