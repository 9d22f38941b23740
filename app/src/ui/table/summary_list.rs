use leptos::prelude::*;

/// The way to change an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it leads.
    pub href: String,
    /// "Change"
    pub label: String,
    /// What is changed, read after the label.
    pub hidden: String,
}

/// An answer given.
pub struct SummaryRow {
    /// What was asked.
    pub term: String,
    /// What was answered.
    pub value: AnyView,
    /// A line below it.
    pub small: Option<String>,
    /// The way to change it.
    pub change: Option<Change>,
}

impl SummaryRow {
    /// An answer of plain words.
    pub fn text(term: impl Into<String>, value: impl Into<String>) -> Self {
        Self::view(term, value.into().into_any())
    }

    /// An answer rendered by a view.
    pub fn view(term: impl Into<String>, value: AnyView) -> Self {
        Self {
            term: term.into(),
            value,
            small: None,
            change: None,
        }
    }

    /// With a line below.
    #[must_use]
    pub fn small(mut self, text: impl Into<String>) -> Self {
        self.small = Some(text.into());
        self
    }

    /// With a way to change it: address, label, and what is changed.
    #[must_use]
    pub fn change(
        mut self,
        href: impl Into<String>,
        label: impl Into<String>,
        hidden: impl Into<String>,
    ) -> Self {
        self.change = Some(Change {
            href: href.into(),
            label: label.into(),
            hidden: hidden.into(),
        });
        self
    }
}

/// Answers to check, each with its way to change it.
#[component]
pub fn SummaryList(
    /// The answers in order.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|row| {
            let change = row.change.map(|change| {
                view! {
                    <dd class="summary-list-change">
                        <a href=change.href>
                            {change.label}
                            <span class="sr">" "{change.hidden}</span>
                        </a>
                    </dd>
                }
            });
            view! {
                <div>
                    <dt>{row.term}</dt>
                    <dd>
                        {row.value}
                        {row.small.map(|text| view! { " "<small>{text}</small> })}
                    </dd>
                    {change}
                </div>
            }
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }
}
