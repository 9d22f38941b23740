//! What is said of each thing that can go wrong.

use domain::Language;
use text::tr;

use crate::error::ErrorCode;

/// Heading and text for passengers.
pub fn words(language: Language, code: ErrorCode) -> (String, String) {
    match code {
        ErrorCode::BadRequest => (
            tr!(language, problems.bad_request),
            tr!(language, problems.bad_request_text),
        ),
        ErrorCode::Forbidden => (
            tr!(language, problems.forbidden),
            tr!(language, problems.forbidden_text),
        ),
        ErrorCode::NotPermitted => (
            tr!(language, problems.not_permitted),
            tr!(language, problems.not_permitted_text),
        ),
        ErrorCode::SignedOut => (
            tr!(language, problems.signed_out),
            tr!(language, problems.signed_out_text),
        ),
        ErrorCode::NotFound => (
            tr!(language, problems.not_found),
            tr!(language, problems.not_found_text),
        ),
        ErrorCode::Conflict => (
            tr!(language, problems.conflict),
            tr!(language, problems.conflict_text),
        ),
        ErrorCode::TooLarge => (
            tr!(language, problems.too_large),
            tr!(language, problems.too_large_text),
        ),
        ErrorCode::TooMany => (
            tr!(language, problems.too_many),
            tr!(language, problems.too_many_text),
        ),
        ErrorCode::Unavailable => (
            tr!(language, problems.unavailable),
            tr!(language, problems.unavailable_text),
        ),
        ErrorCode::Busy => (
            tr!(language, problems.busy),
            tr!(language, problems.busy_text),
        ),
        ErrorCode::Internal => (
            tr!(language, problems.internal),
            tr!(language, problems.internal_text),
        ),
    }
}

/// The same for staff, with words of their own where those for passengers do not fit.
pub fn desk_words(language: Language, code: ErrorCode) -> (String, String) {
    let (heading, text) = words(language, code);
    match code {
        ErrorCode::NotFound => (heading, tr!(language, problems.desk_not_found_text)),
        ErrorCode::Unavailable => (
            tr!(language, problems.desk_unavailable),
            tr!(language, problems.desk_unavailable_text),
        ),
        ErrorCode::BadRequest | ErrorCode::TooLarge | ErrorCode::TooMany | ErrorCode::Internal => {
            (heading, tr!(language, problems.desk_text))
        }
        ErrorCode::Forbidden
        | ErrorCode::NotPermitted
        | ErrorCode::SignedOut
        | ErrorCode::Conflict
        | ErrorCode::Busy => (heading, text),
    }
}
