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
    /// The kilometres it was found by.
    pub km: f64,
    /// Another share would stand beyond 3,500 km, or up to them.
    pub far_limit: bool,
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
    let clause = scheme.intra_community_clause;
    let found = |percent, rule, finding, far_limit| Share {
        percent,
        rule,
        finding,
        km,
        far_limit,
    };
    if km <= 1500.0 {
        let finding = Finding::ShareShortFlight { km, percent: 30 };
        return Ok(found(30, rule::SHARE_SHORT, finding, false));
    }
    if clause && is_french_overseas(from, to) {
        let finding = Finding::ShareFrenchOverseas { km, percent: 75 };
        return Ok(found(75, rule::SHARE_FRENCH_OVERSEAS, finding, false));
    }
    if clause && within_community(from, to, km > 3500.0)? {
        let finding = Finding::ShareWithinEu { km, percent: 50 };
        return Ok(found(50, rule_within(from, to), finding, false));
    }
    Ok(if km <= 3500.0 {
        let finding = Finding::ShareMediumFlight { km, percent: 50 };
        found(50, rule::SHARE_MEDIUM, finding, true)
    } else {
        let finding = Finding::ShareLongFlight { km, percent: 75 };
        found(75, rule::SHARE_LONG, finding, true)
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
