//! The states whose courts may hear a claim, and until when, whether or not a forum
//! there stands in the tables: nobody loses a claim, or is told that it is dead, because
//! a table has no row.

use jiff::civil::Date;
use rights::{Coded, Country, Forum, ReferenceData};

use crate::answer;
use crate::calendar::soonest;
use crate::claim::{Claim, Ground, Place};
use crate::court;
use crate::deadline::{self, Limit, Standing};
use crate::law::Law;
use crate::missing::Missing;
use crate::open::Candidate;
use crate::words::{Because, Part};

/// A state whose courts may hear the claim.
#[derive(Debug, Clone, PartialEq, Eq)]
struct DatedPlace {
    forum: Forum,
    grounds: Vec<Ground>,
    /// `None`: no period is known.
    limit: Option<Limit>,
    /// A forum there is in the list.
    listed: bool,
}

impl DatedPlace {
    fn state(&self) -> Country {
        match self.forum {
            Forum::Country(state) => state,
            Forum::Scotland => Country::GB,
        }
    }
}

/// All of them.
#[derive(Debug, Clone)]
pub struct Places {
    /// Those of the law the sum comes from.
    own: Vec<DatedPlace>,
    /// Those of Regulation 261/2004, where the passenger may choose it instead.
    others: Vec<DatedPlace>,
    filed: Date,
    home: Option<Country>,
    /// The country whose law the sum is of, beside the laws of Europe and the Convention.
    law_of: Option<Country>,
}

impl Places {
    /// The states of a claim; `open` are the forums that are open to it.
    #[must_use]
    pub fn of(claim: &Claim<'_>, open: &[Candidate], data: &impl ReferenceData) -> Self {
        let with_days = |places: Vec<Place>| -> Vec<DatedPlace> {
            let each = places.into_iter().flat_map(|place| forums(claim, place));
            each.map(|(state, forum, grounds)| DatedPlace {
                forum,
                grounds,
                limit: deadline::limit(claim, forum, court::calendar(claim, state, forum), data),
                listed: open.iter().any(|candidate| is_listed(candidate, forum)),
            })
            .collect()
        };
        let law_of = match claim.law {
            Law::Other(country) => Some(country),
            _ => None,
        };
        let others = match claim.is_covered_in_europe() {
            true => claim.european_states(),
            false => Vec::new(),
        };
        Self {
            own: with_days(own_places(claim)),
            others: with_days(others),
            filed: claim.facts.filing_day(),
            home: claim.home(),
            law_of,
        }
    }

    fn standing(&self, dated: &DatedPlace) -> Option<Standing> {
        dated.limit.map(|limit| limit.standing(self.filed))
    }

    fn is_alive(&self, dated: &DatedPlace) -> bool {
        self.standing(dated) != Some(Standing::Late)
    }

    /// The days of the states of the sum's law where the claim is in time.
    fn safe_days(&self) -> impl Iterator<Item = (&DatedPlace, Date)> {
        let own = self.own.iter();
        own.filter(|dated| self.standing(dated) == Some(Standing::InTime))
            .filter_map(|dated| Some((dated, dated.limit?.safe_day)))
    }

    /// No court may hear the claim, as far as known here.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own.is_empty() && self.others.is_empty()
    }

    /// The longest period has not passed in some state, or none is known there.
    #[must_use]
    pub fn any_alive(&self) -> bool {
        let mut all = self.own.iter().chain(&self.others);
        all.any(|dated| self.is_alive(dated))
    }

    /// The claim is in time in every state of the sum's law.
    #[must_use]
    pub fn all_in_time(&self) -> bool {
        let mut own = self.own.iter();
        own.all(|dated| {
            self.standing(dated)
                .is_none_or(|standing| standing == Standing::InTime)
        })
    }

    /// A period is known of the country whose law it is: without one no day is safe.
    fn has_a_period(&self) -> bool {
        let mut own = self.own.iter();
        self.law_of.is_none_or(|country| {
            own.any(|dated| dated.state() == country && dated.limit.is_some())
        })
    }

    /// The next last safe day of the states whose period has not passed; `None` where the
    /// country whose law it is has no known period.
    #[must_use]
    pub fn next_safe_day(&self, today: Date) -> Option<Date> {
        let days = self.safe_days().map(|(_, day)| day);
        soonest(days, today).filter(|_| self.has_a_period())
    }

    /// The last safe day at the claimant's home, where its courts may hear the claim and
    /// no forum there is in the list.
    #[must_use]
    pub fn unlisted_home(&self) -> Option<Date> {
        let at_home = self.safe_days().filter(|(dated, _)| !dated.listed);
        at_home
            .filter(|(dated, _)| self.home == Some(dated.state()))
            .map(|(_, day)| day)
            .min()
            .filter(|_| self.has_a_period())
    }

    /// The states whose courts may still hear the claim and that no forum of the list is
    /// of: their rows are missing.
    #[must_use]
    pub fn missing_rows(&self) -> Vec<Missing> {
        let own = self.own.iter();
        own.filter(|dated| !dated.listed && dated.limit.is_some() && self.is_alive(dated))
            .map(|dated| {
                let key = format!("forum/{}", dated.forum.as_str());
                Missing::row(Part::Order, key, Because::Missing)
            })
            .collect()
    }

    /// As they are written.
    #[must_use]
    pub fn written(&self) -> Vec<answer::Place> {
        let own = self.own.iter();
        own.map(|dated| answer::Place {
            state: dated.forum.as_str().to_owned(),
            grounds: dated.grounds.iter().map(|ground| ground.code()).collect(),
            listed: dated.listed,
            limitation_last_day: dated.limit.map(|limit| limit.last_day),
            longest_last_day: dated.limit.and_then(|limit| limit.longest_day),
            safe_last_day: dated.limit.map(|limit| limit.safe_day),
        })
        .collect()
    }
}

/// The states of the law the sum comes from.
fn own_places(claim: &Claim<'_>) -> Vec<Place> {
    let of_law = match claim.law {
        _ if claim.is_under_montreal() => None,
        Law::European | Law::Montreal => None,
        Law::British => Some(Country::GB),
        Law::Canadian => Some(Country::CA),
        Law::American => Some(Country::US),
        Law::Other(country) => Some(country),
    };
    let mut places: Vec<Place> = of_law
        .map(|state| Place {
            state,
            grounds: claim.grounds(state),
        })
        .into_iter()
        .collect();
    let more = match claim.law {
        _ if claim.is_under_montreal() => claim.montreal_states(),
        Law::European | Law::Montreal | Law::Other(_) => claim.european_states(),
        Law::British | Law::Canadian | Law::American => Vec::new(),
    };
    for place in more {
        if !places.iter().any(|other| other.state == place.state) {
            places.push(place);
        }
    }
    places
}

/// The courts of a state as they have a limitation: those of Scotland stand beside the
/// others of the United Kingdom.
fn forums(claim: &Claim<'_>, place: Place) -> Vec<(Country, Forum, Vec<Ground>)> {
    let state = place.state;
    if state != Country::GB {
        return vec![(state, Forum::Country(state), place.grounds)];
    }
    let ends = claim.court_ends().into_iter();
    let british = ends.filter(|(end, _)| end.country.state() == state);
    let (scottish, others): (Vec<_>, Vec<_>) = british.partition(|(end, _)| end.scottish);
    let grounds = |ends: Vec<(_, Ground)>| -> Vec<Ground> {
        ends.into_iter().map(|(_, ground)| ground).collect()
    };
    let seat = place.grounds.contains(&Ground::Seat);
    let mut found = Vec::new();
    let elsewhere = claim.law == Law::British || seat || !others.is_empty() || scottish.is_empty();
    if elsewhere {
        let mut here = grounds(others);
        here.extend(seat.then_some(Ground::Seat));
        found.push((state, Forum::Country(state), here));
    }
    if !scottish.is_empty() {
        found.push((state, Forum::Scotland, grounds(scottish)));
    }
    found
}

/// Whether a forum of the sum's law lies in a state.
fn is_listed(candidate: &Candidate, forum: Forum) -> bool {
    let row = candidate.row;
    let by_court = candidate.courts.iter().any(|court| court.forum == forum);
    let by_code = candidate.courts.is_empty() && row.id.code().starts_with(forum.as_str());
    row.is_court && !candidate.other_law && (by_court || by_code)
}
