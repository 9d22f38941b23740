//! The currencies that a sum may be in.

/// ISO 4217, list one, as of 2026-01-01, without the codes of metals and units
/// of account that nobody is paid in; with `CLF`, the unit in which Chilean law
/// counts, `XTS`, the code for tests, and `SDR`, as the Montreal Convention and airlines write what ISO calls `XDR`.
pub const CURRENCIES: &[&str] = &[
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BHD",
    "BIF", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF",
    "CLF", "CLP", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP",
    "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD",
    "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY",
    "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
    "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK",
    "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK",
    "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG",
    "SDR", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
    "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS",
    "VED", "VES", "VND", "VUV", "WST", "XAD", "XAF", "XCD", "XCG", "XDR", "XOF", "XPF", "XTS",
    "YER", "ZAR", "ZMW", "ZWG",
    // No longer in the list, but claims reach back: Bulgaria until 2025, Croatia
    // until 2022, the Netherlands Antilles, Sierra Leone and Zimbabwe.
    "ANG", "BGN", "HRK", "SLL", "ZWL",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CURRENCIES;
    use crate::code::Currency;

    #[test]
    fn every_currency_is_a_code_and_stands_once() {
        let codes: BTreeSet<Currency> = CURRENCIES
            .iter()
            .map(|code| code.parse().unwrap())
            .collect();
        assert_eq!(codes.len(), CURRENCIES.len());
        for code in [Currency::EUR, Currency::SDR, Currency::GBP, Currency::ILS] {
            assert!(codes.contains(&code), "{code}");
        }
    }
}
