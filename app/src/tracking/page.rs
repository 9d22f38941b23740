use backend::{Backend, Secret, TrackedClaim, security};
use domain::{
    Language,
    claim::{ClaimReference, ClaimState, StateName},
};
use jiff::{Timestamp, tz::TimeZone};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use text::{format, law::stored_money, tr};

use super::{
    api::{RenewLink, WithdrawClaim},
    history::history,
    live::{live_claim, live_part, with_link},
    next_step::next_step_paragraphs,
    request_link::{link_request, lost_link},
    sent_before::sent_before,
    standing::{path, standing},
};
use crate::{
    assessment::AssessmentWords,
    error::{ErrorCode, Failure, set_status},
    pages::{SiteFrame, in_language, load, title},
    request,
    ui::{
        Button, ButtonKind, Column, Heading, Level, Notice, OutcomeTicket, Pair, Pairs,
        Perforation, Reference, Ticket, Timeline, Tone, WithAside,
    },
};

/// A claim as its passenger follows it. The address ends with its reference; one
/// that ends with the secret of a link leads there.
#[component]
pub fn TrackingPage() -> impl IntoView {
    in_language(|language| {
        let claim = use_params_map()
            .with_untracked(|params| params.get("claim"))
            .unwrap_or_default();
        let backend = request::backend();
        let address = request::client_address();
        let news = News {
            sent: request::query("sent").is_some(),
            renewed: request::query("renewed").is_some(),
            too_late: request::query("decided").is_some(),
        };
        let link = claim.parse::<Secret>();
        let reference = claim.parse::<ClaimReference>();
        load(language, async move {
            backend
                .limits()
                .look_up(&address, backend.now())
                .map_err(|_| Failure::from(ErrorCode::TooMany))?;
            if let Ok(link) = link {
                return exchange(language, &backend, &link).await;
            }
            let Ok(reference) = reference else {
                return Ok(lost(language));
            };
            match claim_of_browser(&backend, reference).await? {
                Some(claim) => {
                    let news = news.about(&claim, backend.now());
                    Ok(page(language, &backend, &claim, news))
                }
                None => unopened(language, &backend, reference, news).await,
            }
        })
    })
}

/// The link is exchanged for a cookie of the claim, and the address for one
/// without a secret: what stands in the history, on paper and over the shoulder
/// opens nothing. The same link may be exchanged again, on another device or
/// after a scanner of mail has looked at it.
async fn exchange(
    language: Language,
    backend: &Backend,
    link: &Secret,
) -> Result<AnyView, Failure> {
    let opened = match backend.open_link(link).await.inspect_err(log_refusal) {
        Ok(opened) => opened,
        Err(backend::Error::NotFound) => return Ok(lost(language)),
        Err(error) => return Err(error.into()),
    };
    request::keep_claim_secret(&opened, backend.now());
    request::redirect(&format!("/{language}/tracking/{}", opened.reference));
    Ok(().into_any())
}

/// For a link that opens nothing, cut short or replaced: the way to a new one.
fn lost(language: Language) -> AnyView {
    set_status(ErrorCode::NotFound);
    lost_link(language)
}

/// A link that opens nothing is old, or somebody guesses.
fn log_refusal(error: &backend::Error) {
    if matches!(error, backend::Error::NotFound) {
        tracing::warn!(
            target: "security",
            event = "link_refused",
            network = security::network(&request::client_address()),
        );
    }
}

/// The claim, if this browser has opened it with its present link.
async fn claim_of_browser(
    backend: &Backend,
    reference: ClaimReference,
) -> Result<Option<TrackedClaim>, Failure> {
    let Some(link) = request::claim_secret(reference) else {
        return Ok(None);
    };
    match backend.track_claim(&link).await {
        Ok(claim) => Ok((claim.row.reference == reference).then_some(claim)),
        Err(backend::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page of a claim that this browser does not open: for the one that has
/// just sent it once more, that it was sent; for all others how to get a link.
async fn unopened(
    language: Language,
    backend: &Backend,
    reference: ClaimReference,
    news: News,
) -> Result<AnyView, Failure> {
    if let Some(draft) = request::draft_secret().filter(|_| news.sent) {
        match backend.sent_claim(&draft).await {
            Ok(sent) if sent == reference => return Ok(sent_before(language, reference)),
            Ok(_) | Err(backend::Error::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    set_status(ErrorCode::NotFound);
    Ok(link_request(language, &reference.to_string()))
}

/// What has just happened.
#[derive(Clone, Copy)]
struct News {
    sent: bool,
    renewed: bool,
    /// It was to be withdrawn, and was decided before.
    too_late: bool,
}

impl News {
    /// The address with its query is what people bookmark: after an hour, or
    /// once something else has happened, it is no news any more.
    fn about(self, claim: &TrackedClaim, now: Timestamp) -> Self {
        let is_recent = |at: Timestamp| now.duration_since(at).as_hours() < 1;
        let waits = claim.row.claim.state == ClaimState::Submitted;
        Self {
            sent: self.sent && waits && is_recent(claim.row.submitted_at),
            renewed: self.renewed && is_recent(claim.row.link_issued_at),
            // That stays true.
            too_late: self.too_late && matches!(claim.row.claim.state, ClaimState::Decided { .. }),
        }
    }
}

fn page(language: Language, backend: &Backend, claim: &TrackedClaim, news: News) -> AnyView {
    let reference = claim.row.reference.to_string();
    let state = claim.row.claim.state.name();
    let renewed = news.renewed.then(|| {
        view! { <Notice tone=Tone::Good><p>{tr!(language, tracking.renewed)}</p></Notice> }
    });
    let onward = claim.next_step(backend.today()).map(|step| {
        view! {
            <Heading>{tr!(language, recourse.title)}</Heading>
            {next_step_paragraphs(language, &step)}
        }
    });
    let too_late = news.too_late.then(|| {
        view! { <Notice tone=Tone::Warn><p>{tr!(language, tracking.too_late_to_withdraw)}</p></Notice> }
    });
    let now = view! {
        {path(language, state)}
        {standing(language, claim)}
        {onward}
        <Heading>{tr!(language, tracking.history)}</Heading>
        <Timeline entries=history(language, claim) />
    };
    let now = now.into_any();
    let withdraw = (state == StateName::Submitted).then(|| withdraw(language, claim));
    let private_link = private_link(language, backend, claim);
    let renew = renew(language, claim, backend.link_request());
    let link = view! {
        <Column>
            <Heading>{tr!(language, tracking.private_link)}</Heading>
            {live_part("link", private_link)}
            {renew}
        </Column>
    };
    let link = link.into_any();
    let content = view! {
        {news.sent.then(|| sent(language, claim))}
        {renewed}
        {too_late}
        {headings(language, claim, news)}
        {live_claim(language, claim)}
        {live_part("standing", view! { <Column>{now}</Column> }.into_any())}
        {with_link(link)}
        {with_link(live_part("withdraw", withdraw.into_any()))}
    };
    let content = content.into_any();
    let aside = aside(language, claim);
    view! {
        {title(language, &[tr!(language, tracking.title, reference = reference)])}
        <SiteFrame language>
            <WithAside aside labelled_by="your-claim">
                <Column>{content}</Column>
            </WithAside>
        </SiteFrame>
    }
    .into_any()
}

/// The receipt, right after sending.
fn sent(language: Language, claim: &TrackedClaim) -> AnyView {
    let at = claim.row.submitted_at.to_zoned(TimeZone::UTC);
    let when = tr!(
        language,
        tracking.sent_at,
        day = format::day(language, at.date()),
        time = format::clock(at.time())
    );
    let reference = claim.row.reference.to_string();
    let mailed = claim.row.people.as_ref().map(|people| {
        let email = people.email.clone();
        view! { <p>{tr!(language, tracking.mailed)}" "<bdi>{email}</bdi></p> }
    });
    view! {
        <OutcomeTicket
            tone=Tone::Good
            id="sent"
            heading=tr!(language, tracking.sent)
            level=Level::One
            sum=when
        >
            <Perforation />
            <p class="small soft">{tr!(language, tracking.your_reference)}</p>
            <p><Reference text=reference /></p>
        </OutcomeTicket>
        <Notice title=tr!(language, tracking.keep_link) level=Level::Two tone=Tone::Warn>
            <p>
                {tr!(language, tracking.keep_link_below)}" "
                <a href="#private-link">{tr!(language, tracking.to_link)}</a>
            </p>
            {mailed}
        </Notice>
    }
    .into_any()
}

fn headings(language: Language, claim: &TrackedClaim, news: News) -> AnyView {
    let facts = &claim.row.facts;
    let city = |code: &str| city(language, claim, code);
    let heading = tr!(
        language,
        tracking.heading,
        origin = city(&facts.origin),
        destination = city(&facts.destination),
        day = format::day(language, facts.flight_day)
    );
    // Right after sending, "Claim sent" is the heading of the page.
    let level = if news.sent { Level::Two } else { Level::One };
    // The receipt has just shown the reference.
    let reference = (!news.sent).then(|| {
        let reference = claim.row.reference.to_string();
        view! { <p class="soft"><span class="code">{reference}</span></p> }
    });
    view! {
        {reference}
        <Heading level>{heading}</Heading>
    }
    .into_any()
}

/// The city of an airport as it was stored, or its code.
fn city(language: Language, claim: &TrackedClaim, code: &str) -> String {
    let stored = claim.snapshot.as_ref().and_then(|snapshot| {
        let mut airports = snapshot.statement.airports.iter();
        airports.find(|airport| airport.code.as_str() == code)
    });
    let stored = stored.map(|airport| airport.city.as_str());
    let city = code
        .parse()
        .ok()
        .and_then(|code| text::places::city(code, stored, language));
    city.unwrap_or_else(|| code.to_owned())
}

/// The link in full, to be copied; where nobody can tell it any more, a new one
/// can be made.
fn private_link(language: Language, backend: &Backend, claim: &TrackedClaim) -> AnyView {
    let link = backend.link_of(&claim.row).map(|secret| {
        let origin = request::site().origin;
        let link = format!("{origin}/{language}/tracking/{}", secret.to_text());
        view! { <p><span class="code anywhere" id="private-link">{link}</span></p> }
    });
    let until = backend.link_expires_at(&claim.row);
    let day = format::day(language, until.to_zoned(TimeZone::UTC).date());
    view! {
        {link}
        <p>{tr!(language, tracking.keep_link_text, day = day)}</p>
    }
    .into_any()
}

/// What a form needs to know: which claim.
fn of_claim(language: Language, claim: &TrackedClaim) -> AnyView {
    let reference = claim.row.reference.to_string();
    view! {
        <input type="hidden" name="language" value=language.tag() />
        <input type="hidden" name="reference" value=reference />
    }
    .into_any()
}

fn renew(language: Language, claim: &TrackedClaim, request: Secret) -> AnyView {
    let action = <RenewLink as server_fn::ServerFn>::PATH;
    view! {
        <p>{tr!(language, tracking.renew_text)}</p>
        <form method="post" action=action>
            {of_claim(language, claim)}
            <input type="hidden" name="request" value=request.to_text() />
            <Button kind=ButtonKind::Second label=tr!(language, tracking.renew) />
        </form>
    }
    .into_any()
}

/// Two presses, so that it does not happen by mistake.
fn withdraw(language: Language, claim: &TrackedClaim) -> AnyView {
    let action = <WithdrawClaim as server_fn::ServerFn>::PATH;
    view! {
        <details class="withdraw">
            <summary>{tr!(language, tracking.withdraw)}</summary>
            <p>{tr!(language, tracking.withdraw_text)}</p>
            <form method="post" action=action>
                {of_claim(language, claim)}
                <Button kind=ButtonKind::Danger label=tr!(language, tracking.withdraw_sure) />
            </form>
        </details>
    }
    .into_any()
}

fn aside(language: Language, claim: &TrackedClaim) -> AnyView {
    let facts = &claim.row.facts;
    let words = claim
        .snapshot
        .as_ref()
        .map(|snapshot| AssessmentWords::new(language, snapshot));
    let route = words
        .as_ref()
        .map(|words| words.route(tr!(language, claim_form.check.route)));
    // What was assessed is no longer "likely" once a person has decided.
    let amount_term = match claim.row.claim.state.name() {
        StateName::Submitted => Some(tr!(language, tracking.likely)),
        StateName::Approved => Some(tr!(language, tracking.state_approved)),
        StateName::Rejected | StateName::Withdrawn => None,
    };
    let amount = facts.summary.amount.as_ref().zip(amount_term);
    let amount = amount.map(|(amount, term)| {
        let amount = stored_money(language, amount.minor, &amount.currency);
        Pair::new(term, tr!(language, tracking.per_person, amount = amount))
    });
    let people = Pair::new(
        tr!(language, tracking.people),
        claim.row.passenger_count.to_string(),
    );
    let airline = facts.claim_from.as_ref().map(|code| {
        let named = words.as_ref().and_then(AssessmentWords::claim_to);
        let name = named.filter(|(_, of)| of == code).map(|(name, _)| name);
        let name = name.or_else(|| {
            let code = code.parse().ok()?;
            Some(text::places::carrier_name(code, facts.flight_day))
        });
        Pair::new(
            tr!(language, tracking.airline),
            name.unwrap_or_else(|| code.clone()),
        )
    });
    let pairs = amount.into_iter().chain([people]).chain(airline).collect();
    view! {
        <Ticket title=tr!(language, tracking.your_claim) title_id="your-claim">
            <Perforation />
            {route}
            <Perforation />
            {live_part("sum", view! { <Pairs pairs /> }.into_any())}
        </Ticket>
    }
    .into_any()
}
