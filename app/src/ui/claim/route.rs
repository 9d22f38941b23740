use leptos::prelude::*;

/// A short line below a stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Plain words.
    Plain(String),
    /// Words, then something that no longer holds: "Booked ~~23:30~~".
    Struck(String, String),
    /// Words, then what came too late, in the colour of a fault.
    Late(String, String),
}

impl Note {
    fn view(self) -> AnyView {
        match self {
            Self::Plain(text) => view! { <small>{text}</small> }.into_any(),
            Self::Struck(lead, text) => {
                view! { <small>{lead}" "<del>{text}</del></small> }.into_any()
            }
            Self::Late(lead, text) => {
                view! { <small>{lead}" "<strong class="late">{text}</strong></small> }.into_any()
            }
        }
    }
}

/// The way from one stop to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouteLeg {
    /// Flight number.
    pub flight: String,
    /// Who flew it, if worth saying.
    pub carrier: Option<String>,
    /// What became of it, such as "missed".
    pub word: Option<String>,
    /// Not travelled as booked: dashed and red. Give it a `word`, or
    /// say it in a note of the stop.
    pub missed: bool,
}

/// An airport of the journey. The last one looks like the destination.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RouteStop {
    /// Three-letter code.
    pub code: String,
    /// City, and the country where there is room.
    pub city: String,
    /// Lines below it.
    pub notes: Vec<Note>,
    /// The way to the next stop.
    pub leg: Option<RouteLeg>,
}

/// A journey as a line: upright when narrow, lying when there is room.
#[component]
pub fn Route(
    /// What the list is called.
    #[prop(into)]
    label: String,
    /// The stops in order.
    stops: Vec<RouteStop>,
) -> impl IntoView {
    let count = stops.len();
    let stops = stops
        .into_iter()
        .map(|stop| {
            let missed = stop.leg.as_ref().is_some_and(|leg| leg.missed);
            let leg = stop.leg.map(|leg| {
                view! {
                    <p class="route-leg">
                        <span class="code">{leg.flight}</span>
                        {leg.carrier.map(|carrier| format!(" {carrier}"))}
                        {leg.word.map(|word| view! { " "<span class="late">{word}</span> })}
                    </p>
                }
            });
            view! {
                <li data-leg=missed.then_some("missed")>
                    <div class="route-stop">
                        <span class="code">{stop.code}</span>
                        " "
                        <span>{stop.city}</span>
                        " "
                        {stop.notes.into_iter().map(Note::view).collect_view()}
                    </div>
                    {leg}
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="line route">
            <ol role="list" data-stops=count aria-label=label>
                {stops}
            </ol>
        </div>
    }
}
