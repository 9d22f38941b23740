//! Writes the query of an address.

/// An address with those parts of its query that are not empty.
pub fn with_query(path: &str, parts: &[(&str, &str)]) -> String {
    let query: Vec<String> = parts
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    match query.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", query.join("&")),
    }
}

/// Percent-encoded, but for what needs no code.
fn encoded(text: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(byte);
    text.bytes()
        .map(|byte| {
            if plain(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn what_is_empty_is_left_out_and_the_rest_encoded() {
        assert_eq!(
            with_query("/en/desk", &[("q", ""), ("state", "")]),
            "/en/desk"
        );
        assert_eq!(
            with_query(
                "/en/desk",
                &[("q", "é & +"), ("state", ""), ("after", "a-b")]
            ),
            "/en/desk?q=%C3%A9%20%26%20%2B&after=a-b"
        );
    }
}
