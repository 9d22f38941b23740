use domain::Language;
use rights::{Currency, Money};

use crate::format::grouped;

/// "€600", "600 €", "CAD 400", "£175.50".
pub fn money(language: Language, sum: Money) -> String {
    let minor = sum.minor.unsigned_abs();
    let whole = grouped(language, minor / 100);
    let number = match (minor % 100, language) {
        (0, _) => whole,
        (cents, Language::En) => format!("{whole}.{cents:02}"),
        (cents, Language::Fr) => format!("{whole},{cents:02}"),
    };
    let sign = if sum.minor < 0 { "−" } else { "" };
    let symbol = match sum.currency {
        Currency::EUR => Some('€'),
        Currency::GBP => Some('£'),
        _ => None,
    };
    match (symbol, language) {
        (Some(symbol), Language::En) => format!("{sign}{symbol}{number}"),
        (Some(symbol), Language::Fr) => format!("{sign}{number}\u{a0}{symbol}"),
        (None, Language::En) => format!("{} {sign}{number}", sum.currency),
        (None, Language::Fr) => format!("{sign}{number}\u{a0}{}", sum.currency),
    }
}

/// Whole euros.
pub fn euros(language: Language, sum: i64) -> String {
    money(language, Money::new(sum * 100, Currency::EUR))
}

/// A sum as it is stored with a claim: the smallest unit and the currency code.
pub fn stored_money(language: Language, minor: i64, currency: &str) -> String {
    match currency.parse() {
        Ok(currency) => money(language, Money::new(minor, currency)),
        Err(_) => currency.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_the_language_does() {
        let pounds = Money::new(17_550, Currency::GBP);
        assert_eq!(euros(Language::En, 1_800), "€1,800");
        assert_eq!(euros(Language::Fr, 1_800), "1\u{202f}800\u{a0}€");
        assert_eq!(money(Language::En, pounds), "£175.50");
        assert_eq!(money(Language::Fr, pounds), "175,50\u{a0}£");
        let dollars = Money::new(-40_000, "CAD".parse().unwrap());
        assert_eq!(money(Language::En, dollars), "CAD −400");
    }
}
