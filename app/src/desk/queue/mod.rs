//! The claims that wait for a decision, and what tells that they changed.

use backend::{Count, QueuePage as Found, QueueQuery, QueueRow};
use domain::{
    Language,
    access::{ReadClaims, Staff},
    claim::StateName,
};
use jiff::tz::TimeZone;
use leptos::prelude::*;
use text::{format, law::stored_money, tr};

use super::{
    decision::state_tag,
    frame::{desk_frame, staff_only},
    live::queue_notice,
};
use crate::{
    pages::title,
    query::with_query,
    request,
    ui::{
        ButtonKind, EmptyState, HeadRow, Heading, Level, LinkButton, SearchLine, Tab, Tabs, Tag,
        TagTone, Toolbar,
    },
};

/// All claims, newest first. The address is the search.
#[component]
pub fn QueuePage() -> impl IntoView {
    let backend = request::backend();
    let query = QueueQuery {
        state: request::query("state").and_then(|name| StateName::from_name(&name)),
        search: request::query("q")
            .unwrap_or_default()
            .trim()
            .chars()
            .take(100)
            .collect(),
        after: request::query("after").unwrap_or_default(),
    };
    staff_only(ReadClaims, move |language, staff, grant, _| async move {
        let found = backend.queue(&grant, &query).await?;
        Ok(page(language, &staff, &query, &found))
    })
}

fn page(language: Language, staff: &Staff, query: &QueueQuery, found: &Found) -> AnyView {
    let heading = tr!(language, desk.queue);
    let count = match shown(query, found) {
        Count {
            number: 1,
            and_more: false,
        } => tr!(language, desk.count_one),
        count => tr!(language, desk.count, n = number(language, count)),
    };
    let clear = (!query.search.is_empty()).then(|| {
        let href = address(language, query.state, "", "");
        view! { <a href=href>{tr!(language, desk.clear)}</a> }
    });
    let content = view! {
        {title(language, &[heading.clone(), tr!(language, desk.title)])}
        <HeadRow>
            <Heading level=Level::One>{heading}</Heading>
        </HeadRow>
        {queue_notice(language, address(language, query.state, &query.search, ""))}
        {views(language, query, found)}
        <SearchLine
            action=format!("/{language}/desk")
            id="q"
            name="q"
            label=tr!(language, desk.search)
            value=query.search.clone()
            button=tr!(language, desk.search_button)
        />
        <Toolbar><p><strong>{count}</strong></p>{clear}</Toolbar>
        {match found.rows.is_empty() {
            true => empty(language, query),
            false => table(language, &found.rows),
        }}
        {pages(language, query, found)}
    };
    desk_frame(language, Some(staff), false, content.into_any())
}

/// How many claims the view has: counted, or as many as a search has shown.
fn shown(query: &QueueQuery, found: &Found) -> Count {
    match (found.counts, query.state) {
        (Some(counts), Some(state)) => counts.of(state),
        (Some(counts), None) => counts.total(),
        (None, _) => {
            let is_first = query.after.is_empty();
            let number = match is_first {
                true => found.rows.len() as u64,
                false => u64::from(backend::QUEUE_PAGE),
            };
            let and_more = !is_first || found.next.is_some();
            Count { number, and_more }
        }
    }
}

/// "12", "1,000+".
fn number(language: Language, count: Count) -> String {
    let more = if count.and_more { "+" } else { "" };
    format::grouped(language, count.number) + more
}

/// The address of a view of the queue.
fn address(language: Language, state: Option<StateName>, search: &str, after: &str) -> String {
    let state = state.map(StateName::name).unwrap_or_default();
    let parts = [("state", state), ("q", search), ("after", after)];
    with_query(&format!("/{language}/desk"), &parts)
}

fn views(language: Language, query: &QueueQuery, found: &Found) -> AnyView {
    let tab = |state: Option<StateName>, label: String| Tab {
        href: address(language, state, &query.search, ""),
        label,
        count: found.counts.map(|counts| {
            let count = state.map_or_else(|| counts.total(), |state| counts.of(state));
            number(language, count)
        }),
        current: query.state == state,
    };
    let all = tab(None, tr!(language, desk.all));
    let states = StateName::ALL.map(|state| tab(Some(state), view_name(language, state)));
    let tabs = [all].into_iter().chain(states).collect();
    view! { <Tabs label=tr!(language, desk.views) tabs /> }.into_any()
}

fn view_name(language: Language, state: StateName) -> String {
    match state {
        StateName::Submitted => tr!(language, desk.submitted),
        StateName::Approved => tr!(language, desk.approved),
        StateName::Rejected => tr!(language, desk.rejected),
        StateName::Withdrawn => tr!(language, desk.withdrawn),
    }
}

/// A text without the characters that turn the direction of what follows.
fn without_direction(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.replace(turns, "")
}

fn empty(language: Language, query: &QueueQuery) -> AnyView {
    let (heading, text) = match query.search.as_str() {
        "" => (tr!(language, desk.empty), tr!(language, desk.empty_text)),
        search => (
            tr!(
                language,
                desk.empty_search,
                search = without_direction(search)
            ),
            tr!(language, desk.empty_search_text),
        ),
    };
    view! { <EmptyState title=heading text /> }.into_any()
}

fn pages(language: Language, query: &QueueQuery, found: &Found) -> AnyView {
    let newest = (!query.after.is_empty()).then(|| {
        let href = address(language, query.state, &query.search, "");
        view! { <LinkButton href kind=ButtonKind::Second>{tr!(language, desk.newest)}</LinkButton> }
    });
    let older = found.next.as_ref().map(|next| {
        let href = address(language, query.state, &query.search, &next.to_string());
        view! { <LinkButton href kind=ButtonKind::Second>{tr!(language, desk.older)}</LinkButton> }
    });
    view! { <div class="pages">{newest}{older}</div> }.into_any()
}

fn table(language: Language, rows: &[QueueRow]) -> AnyView {
    let heads = [
        tr!(language, desk.col_sent),
        tr!(language, desk.col_reference),
        tr!(language, desk.col_lead),
        tr!(language, desk.col_route),
        tr!(language, desk.col_flight),
        tr!(language, desk.col_what),
        tr!(language, desk.col_outcome),
    ];
    let heads = heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> });
    let rows = rows.iter().map(|claim| row(language, claim)).collect_view();
    view! {
        <table class="queue" role="table">
            <caption class="sr">{tr!(language, desk.caption)}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    {heads.collect_view()}
                    <th role="columnheader" scope="col" class="end">{tr!(language, desk.col_amount)}</th>
                    <th role="columnheader" scope="col">{tr!(language, desk.col_state)}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(language: Language, claim: &QueueRow) -> AnyView {
    let href = format!("/{language}/desk/claims/{}", claim.reference);
    let more = (claim.passenger_count > 1).then(|| {
        view! { " "<span class="soft">{format!("+{}", claim.passenger_count - 1)}</span> }
    });
    let lead = claim.lead_name.clone();
    let lead = lead.unwrap_or_else(|| tr!(language, desk.erased));
    let what = match claim.disruption.as_str() {
        "delay" => tr!(language, desk.late),
        "cancellation" => tr!(language, desk.cancelled),
        _ => tr!(language, desk.other),
    };
    let amount = claim.amount.as_ref().map_or_else(
        || "–".to_owned(),
        |amount| stored_money(language, amount.minor, &amount.currency),
    );
    let sent = claim.submitted_at.to_zoned(TimeZone::UTC);
    let sent = format!(
        "{} {}",
        format::short_day(language, sent.date()),
        format::clock(sent.time())
    );
    view! {
        <tr role="row">
            <td role="cell" data-cell="due">{sent}</td>
            <th role="rowheader" scope="row" data-cell="ref">
                <a class="code" href=href>{claim.reference.to_string()}</a>
            </th>
            <td role="cell" data-cell="lead"><span class="clip" dir="auto">{lead}</span>{more}</td>
            <td role="cell" data-cell="route" class="code">
                {claim.origin.clone()}<span class="soft">"→"</span>{claim.destination.clone()}
            </td>
            <td role="cell" data-cell="flight">
                <span class="code">{claim.flight.clone()}</span>" "
                <span class="soft">{format::short_day(language, claim.flight_day)}</span>
            </td>
            <td role="cell" data-cell="what">{what}</td>
            <td role="cell" data-cell="outcome">{outcome_tag(language, &claim.outcome)}</td>
            <td role="cell" data-cell="amount" class="end">{amount}</td>
            <td role="cell" data-cell="state">{state_tag(language, claim.state)}</td>
        </tr>
    }
    .into_any()
}

/// What the assessment came to, as a tag.
pub fn outcome_tag(language: Language, outcome: &str) -> AnyView {
    let (tone, label) = match outcome {
        "eligible" => (TagTone::Good, tr!(language, desk.outcome_eligible)),
        "depends" => (TagTone::Warn, tr!(language, desk.outcome_depends)),
        "out_of_scope" => (TagTone::Quiet, tr!(language, desk.outcome_out_of_scope)),
        _ => (TagTone::Quiet, tr!(language, desk.outcome_none)),
    };
    view! { <Tag tone label /> }.into_any()
}
