//! Which forum comes first: what is still in time and of the right law, then the
//! shortest road, then cost; never what a firm would gain.

use rights::Country;

use crate::claim::{Claim, Ground};
use crate::court::CourtChoice;
use crate::deadline::Standing;
use crate::forum::ForumId;
use crate::law::Law;
use crate::open::Candidate;
use crate::table::ForumRow;

/// The place of a forum in the list; the lower comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    standing: Standing,
    other_law: bool,
    road: u8,
    fee: i64,
    id: ForumId,
}

/// Ranks a forum; `fee` in hundredths of the claim's currency, where it is known.
#[must_use]
pub fn rank(
    claim: &Claim<'_>,
    candidate: &Candidate,
    court: Option<&CourtChoice>,
    standing: Standing,
    fee: Option<i64>,
) -> Rank {
    Rank {
        standing,
        other_law: candidate.other_law,
        road: road(claim, candidate.row, court),
        fee: fee.unwrap_or(i64::MAX),
        id: candidate.row.id,
    }
}

/// How short the road is:
///
/// 0. the court at home that hears what happened there, by a form the claimant
///    sends;
/// 1. the European procedure before the court at home, where that court is one
///    of several states', or hears nobody without a bailiff's writ;
/// 2. the other courts at home;
/// 3. the European procedure abroad: a form by post, a judgment that holds in
///    every Member State;
/// 4. a court abroad.
///
/// Damages under the Montreal Convention of who lives in the United States are heard there
/// first, whichever court of a state that is.
///
/// Where it is not known where the claimant lives, the court where the flight
/// started stands for the court at home, before the other national ones (2) and the
/// European procedure (3), which may not be open at all.
fn road(claim: &Claim<'_>, row: &ForumRow, court: Option<&CourtChoice>) -> u8 {
    if !row.is_court {
        return 0;
    }
    match row.id {
        ForumId::UkSctSp => return u8::from(!starts_in_scotland(claim)) * 2,
        ForumId::UkNiSc => return u8::from(!lives_in_northern_ireland(claim)) * 2,
        ForumId::UkEwOcmc | ForumId::UkEwN1 => return 1,
        _ => {}
    }
    let Some(court) = court else {
        let american = claim.home().is_some_and(Country::is_american);
        let at_home = claim.law == Law::Montreal && row.id == ForumId::UsSc && american;
        return if at_home { 0 } else { 4 };
    };
    if claim.home().is_none() {
        return match row.id {
            ForumId::EuEscp => 3,
            _ if court.grounds.contains(&Ground::Departure) => 0,
            _ => 2,
        };
    }
    let at_home = claim.home() == Some(court.state);
    match (row.id == ForumId::EuEscp, at_home) {
        (true, true) => 1,
        (true, false) => 3,
        (false, false) => 4,
        (false, true) => {
            let crosses = claim.crosses_a_border(court.state);
            let gives_way =
                crosses && (needs_writ(row) || started_in_another_state(claim, court.state));
            if gives_way { 2 } else { 0 }
        }
    }
}

/// The claimant lives in Northern Ireland.
fn lives_in_northern_ireland(claim: &Claim<'_>) -> bool {
    let home = claim.facts.claimant_home;
    home.is_some_and(|home| home.is_northern_irish())
}

/// The claimant lives in Scotland, or the flight starts there.
fn starts_in_scotland(claim: &Claim<'_>) -> bool {
    match claim.facts.claimant_home {
        Some(home) if home.is_scottish() => true,
        Some(home) if home.is_english_or_welsh() => false,
        _ => claim.origin.scottish,
    }
}

/// The court hears nobody without a writ that a bailiff serves.
fn needs_writ(row: &ForumRow) -> bool {
    matches!(row.id, ForumId::FrTj | ForumId::NlKr)
}

/// The flight starts in another Member State than that of the court.
fn started_in_another_state(claim: &Claim<'_>, court: Country) -> bool {
    let elsewhere = |place: &crate::claim::Place| {
        place.state != court && place.grounds.contains(&Ground::Departure)
    };
    claim.member_states().iter().any(elsewhere)
}
