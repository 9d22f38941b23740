//! The share of the fare for who ended the contract: by notice for a cancelled
//! flight (Flight Cancellation para 6), twice the value for a refused boarding.

use crate::assessment::Compensation;
use crate::finding::Finding as Shared;
use crate::finding::saudi_arabia::Finding;
use crate::journey::Journey;
use crate::missing_fact::MissingFact;
use crate::money::Money;
use crate::reasoning::{NothingOwed, Reasoning};
use crate::rule::Rule;
use crate::sum::full;
use crate::value::{Days, Percent};

use super::{delay, rule};

/// The shares of a cancelled flight by notice in whole days: from the first of the
/// days, so many per cent, by this rule. Less than a day is none.
const BY_NOTICE: [(Days, Percent, Rule); 3] = [
    (OF_TWO_SHARES, 50, rule::SIXTY_TO_FOURTEEN_DAYS),
    (1, SECOND_SHARE, rule::FOURTEEN_DAYS_TO_ONE),
    (0, 150, rule::LAST_DAY),
];

/// The earliest notice that still gives a share.
pub const EARLIEST: Days = 60;

/// The day that the page names for two shares, "60 to 14 days" and "from 14 days on".
const OF_TWO_SHARES: Days = 14;

/// The share from the fourteenth day on.
const SECOND_SHARE: Percent = 75;

/// The share for a refused boarding.
pub const REFUSED: Percent = 200;

/// Notes the notice of a cancelled flight, and the share of the fare.
pub fn by_notice(
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let Some(days) = journey.facts.notice_days else {
        let finding = Shared::NoticeUnknown;
        notes.open(rule::NOTICE, finding, MissingFact::NoticeDays);
        fare(journey, notes);
        return Ok(());
    };
    if days > EARLIEST {
        return notes.fails(rule::NOTICE, Finding::ToldTooEarly { days });
    }
    let row = BY_NOTICE.iter().find(|(from, ..)| days >= *from);
    let Some((_, share, rule)) = row.copied() else {
        return Ok(());
    };
    notes.met(rule, Finding::ToldSoBefore { days, share });
    if days == OF_TWO_SHARES {
        let higher = SECOND_SHARE;
        let finding = Finding::FourteenDaysOpen { share, higher };
        notes.unmet(rule::FOURTEENTH_DAY, finding);
    }
    of_fare(rule, share, journey, sum, notes)
}

/// Owes a share of the unused part of the ticket.
pub fn of_fare(
    rule: Rule,
    share: Percent,
    journey: &Journey<'_>,
    sum: &mut Option<Compensation>,
    notes: &mut Reasoning,
) -> Result<(), NothingOwed> {
    let Some(fare) = fare(journey, notes) else {
        return Ok(());
    };
    let amount = fare.percent(share);
    notes.at_stake = Some(full(amount));
    notes.met(
        rule,
        Finding::ShareOfFare {
            fare,
            share,
            amount,
        },
    );
    delay::owe(amount, journey, sum, notes)
}

/// The value of the unused part of the ticket, or the gap. It keeps its currency.
fn fare(journey: &Journey<'_>, notes: &mut Reasoning) -> Option<Money> {
    let fare = journey.facts.leg_fare.filter(|fare| fare.minor > 0);
    if fare.is_none() {
        notes.open(rule::FARE, Finding::FareUnknown, MissingFact::LegFare);
    }
    fare
}
