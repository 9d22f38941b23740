use leptos::prelude::*;

/// A name and its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The name.
    pub term: String,
    /// The value, or several.
    pub values: Vec<String>,
    /// A line below it.
    pub small: Option<String>,
    /// Whether the values are codes, in the fixed-width face.
    pub code: bool,
}

impl Pair {
    /// A name with one value.
    pub fn new(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            term: term.into(),
            values: vec![value.into()],
            ..Self::default()
        }
    }

    /// With a line below.
    #[must_use]
    pub fn small(mut self, text: impl Into<String>) -> Self {
        self.small = Some(text.into());
        self
    }

    /// In the fixed-width face.
    #[must_use]
    pub fn code(mut self) -> Self {
        self.code = true;
        self
    }
}

/// Names above their values, side by side where there is room.
#[component]
pub fn Pairs(
    /// The pairs in order.
    pairs: Vec<Pair>,
) -> impl IntoView {
    let pairs = pairs
        .into_iter()
        .map(|pair| {
            let last = pair.values.len().saturating_sub(1);
            let values = pair
                .values
                .into_iter()
                .enumerate()
                .map(|(index, value)| {
                    let small = pair
                        .small
                        .clone()
                        .filter(|_| index == last)
                        .map(|text| view! { " "<small>{text}</small> });
                    let value = if pair.code {
                        view! { <span class="code">{value}</span> }.into_any()
                    } else {
                        value.into_any()
                    };
                    view! { <dd>{value}{small}</dd> }
                })
                .collect_view();
            view! {
                <div>
                    <dt>{pair.term}</dt>
                    {values}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="pairs">{pairs}</dl> }
}
