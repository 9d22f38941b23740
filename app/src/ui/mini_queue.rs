use leptos::prelude::*;

/// How near a date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Urgency {
    /// Time enough.
    #[default]
    Later,
    /// Today.
    Soon,
    /// Past.
    Over,
}

impl Urgency {
    /// The value of `data-urgency`, where the date is drawn by the page.
    pub const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Later => None,
            Self::Soon => Some("soon"),
            Self::Over => Some("over"),
        }
    }
}

/// A claim of the queue in two lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MiniClaim {
    /// Where it leads.
    pub href: String,
    /// The lead passenger.
    pub name: String,
    /// How many more, such as "+2".
    pub more: Option<String>,
    /// When it is due, in words.
    pub due: String,
    /// How near that is.
    pub urgency: Urgency,
    /// The airports.
    pub route: String,
    /// The amount.
    pub amount: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// The queue beside a claim.
#[component]
pub fn MiniQueue(
    /// The claims in order.
    claims: Vec<MiniClaim>,
) -> impl IntoView {
    let claims = claims
        .into_iter()
        .map(|claim| {
            view! {
                <li>
                    <a href=claim.href aria-current=claim.current.then_some("true")>
                        <span>
                            {claim.name}
                            {claim.more.map(|more| view! { " "<small>{more}</small> })}
                        </span>
                        " "
                        <span class="due" data-urgency=claim.urgency.mark()>
                            {claim.due}
                        </span>
                        " "
                        <small class="code">{claim.route}</small>
                        " "
                        <span>{claim.amount}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="mini-queue" role="list">
            {claims}
        </ul>
    }
}
