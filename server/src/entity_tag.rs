//! Entity tags and the condition made of them (RFC 9110, sections 8.8.3 and
//! 13.1.2).

use axum::http::{HeaderMap, HeaderValue, header};

/// Whether the client has the representation with this tag already, so that
/// "not modified" answers a GET or HEAD.
///
/// Tags are compared weakly, as `If-None-Match` asks: `W/"a"` and `"a"` are the
/// same. `*` is whatever there is.
pub fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let tag = opaque(tag.to_str().unwrap_or_default());
    let conditions = headers.get_all(header::IF_NONE_MATCH).iter();
    let mut conditions = conditions.filter_map(|value| value.to_str().ok());
    conditions
        .any(|condition| condition.trim() == "*" || tags(condition).any(|known| Some(known) == tag))
}

/// The tags of a list, without their marks of weakness. It ends where it cannot
/// be read.
fn tags(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let start = rest.trim_start_matches([' ', '\t', ',']);
        let start = start.strip_prefix("W/").unwrap_or(start);
        let (tag, after) = start.strip_prefix('"')?.split_once('"')?;
        rest = after;
        Some(tag)
    })
}

/// What stands between the quotes of a tag.
fn opaque(tag: &str) -> Option<&str> {
    tags(tag).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(conditions: &[&str]) -> bool {
        let headers = conditions
            .iter()
            .map(|condition| (header::IF_NONE_MATCH, condition.parse().unwrap()));
        is_known(&headers.collect(), &HeaderValue::from_static("W/\"a,b\""))
    }

    #[test]
    fn a_tag_is_known_in_every_form_it_may_be_named_in() {
        for conditions in [
            &["W/\"a,b\""][..],
            &["\"a,b\""],
            &["\"x\", W/\"y\" ,W/\"a,b\""],
            &["*"],
            &["\"x\"", "\"a,b\""],
        ] {
            assert!(known(conditions), "{conditions:?}");
        }
        for conditions in [
            &[][..],
            &[""],
            &["\"a\", \"b\""],
            &["a,b"],
            &["\"x\" nonsense \"a,b\""],
            &["\"*\""],
            &["w/\"a,b\""],
        ] {
            assert!(!known(conditions), "{conditions:?}");
        }
    }
}
