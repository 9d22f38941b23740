//! Lists of choices with weights, in which HTTP clients say what they prefer:
//! `fr-CH, fr;q=0.9, *;q=0` (RFC 9110, section 12.4.2).

/// The choices of a list in their order, each with its weight in thousandths.
///
/// A weight of zero refuses the choice. A weight that cannot be read does too:
/// whoever writes one cannot have meant "gladly".
pub fn weighted(list: &str) -> impl Iterator<Item = (&str, u16)> {
    list.split(',').filter_map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let choice = parts.next().filter(|choice| !choice.is_empty())?;
        let weight = parts.find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            let is_weight = name.trim().eq_ignore_ascii_case("q");
            is_weight.then(|| thousandths(value.trim()).unwrap_or(0))
        });
        Some((choice, weight.unwrap_or(1000)))
    })
}

/// `0`, `0.5`, `0.125`, `1`, `1.000`.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let is_short = rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let rest: u16 = is_short
        .then(|| format!("{rest:0<3}").parse().ok())
        .flatten()?;
    match (whole, rest) {
        ("0", rest) => Some(rest),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_come_with_their_weights() {
        let list = "fr-CH, fr;q=0.9 , en ; Q=0.125,*;level=1;q=0, de;q=1.000,,";
        let expected = [
            ("fr-CH", 1000),
            ("fr", 900),
            ("en", 125),
            ("*", 0),
            ("de", 1000),
        ];
        assert_eq!(weighted(list).collect::<Vec<_>>(), expected);
        assert_eq!(weighted(" , ").count(), 0);
    }

    #[test]
    fn what_is_no_weight_refuses() {
        for weight in ["", "1.5", "2", "-1", "0.1234", "1.001", "x", ".5"] {
            let list = format!("gzip;q={weight}");
            let first = weighted(&list).next();
            assert_eq!(first, Some(("gzip", 0)), "{weight}");
        }
    }
}
