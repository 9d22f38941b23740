//! What the next step has to know of the days, beside those of the best forum.

use jiff::civil::Date;

use crate::calendar::soonest;
use crate::claim::Claim;
use crate::places::Places;

/// The days of all states whose courts may hear the claim, as a step needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    /// The last safe day that counts: that of the best forum, or where it is not known
    /// which of them is the claimant's, the next of all that has not passed.
    pub safe: Option<Date>,
    /// The day until which a person can still find a court: the next last safe day
    /// of all states whose courts may hear the claim; none where it has passed.
    pub by_person: Option<Date>,
    /// Some state's courts may hear the claim.
    pub has_places: bool,
    /// In some of them it has not surely come too late.
    pub is_alive: bool,
    /// It is in time in all of them.
    pub all_in_time: bool,
    /// The courts at home may hear it, and nothing is known of them here.
    pub home_unlisted: bool,
}

impl Outlook {
    /// The outlook of a claim. Where it is not known where the claimant lives, and so which
    /// court is the claimant's, the next day of all counts; else that of the best
    /// forum (`of_best`), and of the courts at home of which nothing is known here.
    /// `in_tables` is the next day of all forums in the list.
    #[must_use]
    pub fn of(
        claim: &Claim<'_>,
        places: &Places,
        of_best: Option<Date>,
        in_tables: Option<Date>,
    ) -> Self {
        let today = claim.facts.today();
        let next = |days: [Option<Date>; 2]| soonest(days.into_iter().flatten(), today);
        let everywhere = places.next_safe_day(today);
        let unlisted_home = places.unlisted_home();
        let safe = match claim.home() {
            Some(_) => next([of_best, unlisted_home]).or(everywhere),
            // The best forum's own day hurries also when it has passed.
            None => of_best
                .filter(|day| *day < today)
                .or_else(|| next([in_tables, everywhere]))
                .or(of_best),
        };
        Self {
            safe,
            by_person: next([safe, everywhere]).filter(|day| today <= *day),
            has_places: !places.is_empty(),
            is_alive: places.any_alive(),
            all_in_time: places.all_in_time(),
            home_unlisted: unlisted_home.is_some(),
        }
    }
}
