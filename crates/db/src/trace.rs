//! What traces show of the database, and how a trace goes on in a job.
//!
//! A span names the operation and the table and nothing else: neither the text of
//! a statement nor its values. Without an exporter there is no trace that anything
//! here could be a part of, and nothing is made.

use std::time::Duration;

use opentelemetry::trace::{
    Link, Span, SpanContext, SpanKind, Status, TraceContextExt, TraceState, Tracer,
};
use opentelemetry::{Context, KeyValue, SpanId, TraceFlags, TraceId, global};

/// Who makes the spans.
pub const SCOPE: &str = "aero";

/// The version of W3C's format that is written and read.
const VERSION: &str = "00";

/// A statement, or a step of a unit of work, that ended just now.
pub(crate) fn ended(sql: &str, elapsed: Duration, failed: bool) {
    let context = Context::current();
    if !context.span().span_context().is_sampled() {
        return;
    }
    let (operation, table) = summary(sql);
    let mut attributes = vec![
        KeyValue::new("db.system.name", "postgresql"),
        KeyValue::new("db.operation.name", operation.clone()),
    ];
    let name = match table {
        Some(table) => {
            attributes.push(KeyValue::new("db.collection.name", table.clone()));
            format!("{operation} {table}")
        }
        None => operation,
    };
    let tracer = global::tracer(SCOPE);
    let mut span = tracer
        .span_builder(name)
        .with_kind(SpanKind::Client)
        .with_start_time(opentelemetry::time::now() - elapsed)
        .with_attributes(attributes)
        .start_with_context(&tracer, &context);
    if failed {
        span.set_status(Status::error("failed"));
    }
    span.end();
}

/// The first word of a statement, and the first table or function that it names.
fn summary(sql: &str) -> (String, Option<String>) {
    let mut words = sql.split_ascii_whitespace();
    let operation: String = words
        .next()
        .unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    let mut words = sql.split_ascii_whitespace();
    let before = ["FROM", "INTO", "UPDATE"];
    let table = words
        .find(|word| before.contains(&word.to_ascii_uppercase().as_str()))
        .and_then(|_| words.next())
        .map(name);
    (
        operation.to_ascii_uppercase(),
        table.filter(|table| !table.is_empty()),
    )
}

/// An identifier with its schema and without its quotes; empty for anything else.
fn name(word: &str) -> String {
    let is_of_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '"');
    let name: String = word.chars().take_while(is_of_name).collect();
    name.replace('"', "")
}

/// The trace that runs here, in W3C's format, for work that goes on elsewhere.
/// `None` where there is none, or where nobody records it.
#[must_use]
pub fn traceparent() -> Option<String> {
    let context = Context::current();
    let span = context.span();
    let span = span.span_context();
    let (trace, id) = (span.trace_id(), span.span_id());
    let is_recorded = span.is_valid() && span.is_sampled();
    is_recorded.then(|| format!("{VERSION}-{trace:032x}-{id:016x}-01"))
}

/// Where something came from that carries this `traceparent`; `None` if it is none.
#[must_use]
pub fn link(traceparent: &str) -> Option<Link> {
    let mut parts = traceparent.split('-');
    let (version, trace, id, flags) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |text: &str, length| {
        let digits = text.bytes().filter(u8::is_ascii_hexdigit);
        text.len() == length && digits.count() == length
    };
    if version != VERSION || parts.next().is_some() {
        return None;
    }
    if !(is_hex(trace, 32) && is_hex(id, 16) && is_hex(flags, 2)) {
        return None;
    }
    let flags = u8::from_str_radix(flags, 16).ok()? & TraceFlags::SAMPLED.to_u8();
    let context = SpanContext::new(
        TraceId::from_hex(trace).ok()?,
        SpanId::from_hex(id).ok()?,
        TraceFlags::new(flags),
        true,
        TraceState::NONE,
    );
    context.is_valid().then(|| Link::with_context(context))
}

#[cfg(test)]
mod tests {
    use super::{link, summary, traceparent};

    const TRACE: &str = "0af7651916cd43dd8448eb211c80319c";

    #[test]
    fn a_statement_is_told_by_operation_and_table() {
        for (sql, operation, table) in [
            (
                "SELECT \"id\" FROM \"claims\" WHERE x = $1",
                "SELECT",
                "claims",
            ),
            (
                "INSERT INTO \"claim_events\" (a) VALUES ($1)",
                "INSERT",
                "claim_events",
            ),
            ("update drafts set a = $1", "UPDATE", "drafts"),
            ("\n  DELETE FROM rate_limits", "DELETE", "rate_limits"),
            (
                "SELECT FROM graphile_worker.add_job($1, x)",
                "SELECT",
                "graphile_worker.add_job",
            ),
        ] {
            assert_eq!(
                summary(sql),
                (operation.to_owned(), Some(table.to_owned())),
                "{sql}"
            );
        }
        for (sql, operation) in [
            ("SELECT pg_notify($1, $2)", "SELECT"),
            ("COMMIT", "COMMIT"),
            ("SELECT x FROM (SELECT 1)", "SELECT"),
            ("", ""),
        ] {
            assert_eq!(summary(sql), (operation.to_owned(), None), "{sql}");
        }
    }

    #[test]
    fn a_traceparent_is_read_as_w3c_writes_it() {
        let read = link(&format!("00-{TRACE}-b7ad6b7169203331-01")).unwrap();
        assert_eq!(read.span_context.trace_id().to_string(), TRACE);
        assert!(read.span_context.is_sampled() && read.span_context.is_remote());
        let unsampled = link(&format!("00-{TRACE}-b7ad6b7169203331-00")).unwrap();
        assert!(!unsampled.span_context.is_sampled());
    }

    #[test]
    fn what_is_no_traceparent_leads_nowhere() {
        for wrong in [
            String::new(),
            "00".to_owned(),
            format!("00-{TRACE}-b7ad6b7169203331"),
            format!("01-{TRACE}-b7ad6b7169203331-01"),
            format!("00-{TRACE}-b7ad6b7169203331-01-more"),
            format!("00-{TRACE}-+7ad6b716920333-01"),
            format!("00-{}-b7ad6b7169203331-01", "0".repeat(32)),
            format!("00-{TRACE}-0000000000000000-01"),
            format!("00-{TRACE}é-b7ad6b7169203331-01"),
        ] {
            assert_eq!(link(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn outside_of_a_trace_there_is_nothing_to_carry() {
        assert_eq!(traceparent(), None);
    }
}
