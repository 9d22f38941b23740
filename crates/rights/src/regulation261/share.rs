//! The share of a flight's price for a lower class: 30, 50 or 75 % (Art 10(2)).

use crate::finding::Finding;
use crate::reference::{Airport, Zone};
use crate::rule::Rule;
use crate::value::Percent;

use super::rule;
use super::scheme::Scheme;
use super::territory::within_community;

/// A share, and the words of the law that give it.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// Hundredths of the price.
    pub percent: Percent,
    /// Where it stands.
    pub rule: Rule,
    /// What was found.
    pub finding: Finding,
}

/// The share of one flight. The distance is that of the flight itself, not of
/// the journey: Art 10 speaks of flights, and of the price of the ticket for
/// the one flight (C-255/15).
///
/// # Errors
///
/// The airport whose standing a person has to decide, where it matters.
pub fn share<'a>(
    scheme: &Scheme,
    from: &'a Airport,
    to: &'a Airport,
    km: f64,
) -> Result<Share, &'a Airport> {
    if km <= 1500.0 {
        return Ok(Share {
            percent: 30,
            rule: rule::SHARE_SHORT,
            finding: Finding::ShareShortFlight { km, percent: 30 },
        });
    }
    if scheme.intra_community_clause && is_french_overseas(from, to) {
        return Ok(Share {
            percent: 75,
            rule: rule::SHARE_FRENCH_OVERSEAS,
            finding: Finding::ShareFrenchOverseas { km, percent: 75 },
        });
    }
    let within = scheme.intra_community_clause && within_community(from, to, km > 3500.0)?;
    Ok(if within {
        Share {
            percent: 50,
            rule: rule_within(from, to),
            finding: Finding::ShareWithinEu { km, percent: 50 },
        }
    } else if km <= 3500.0 {
        Share {
            percent: 50,
            rule: rule::SHARE_MEDIUM,
            finding: Finding::ShareMediumFlight { km, percent: 50 },
        }
    } else {
        Share {
            percent: 75,
            rule: rule::SHARE_LONG,
            finding: Finding::ShareLongFlight { km, percent: 75 },
        }
    })
}

/// Between the European territory of the Member States, to which neither the
/// EEA nor Switzerland nor an outermost region belongs, and a French overseas
/// department.
fn is_french_overseas(from: &Airport, to: &Airport) -> bool {
    let pair = [(from.zone, to.zone), (to.zone, from.zone)];
    pair.contains(&(Zone::Eu, Zone::EuOutermostFrench))
}

/// The rule for a flight inside the Community, and how sure it is.
fn rule_within(from: &Airport, to: &Airport) -> Rule {
    let ends = [from, to];
    if ends.iter().any(|end| !end.zone.is_treaty_territory()) {
        rule::SHARE_BY_AGREEMENT
    } else if ends.iter().any(|end| end.country.as_str() == "MF") {
        rule::SHARE_SAINT_MARTIN
    } else {
        rule::SHARE_MEDIUM
    }
}
