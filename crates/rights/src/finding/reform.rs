//! What only the text of Regulation 261/2004 as amended by Regulation (EU)
//! 2026/2202 finds.

use jiff::civil::Date;

use crate::facts::Cause;
use crate::money::Money;
use crate::value::{Minutes, vocabulary};

vocabulary! {
    /// What a step under the amended text found.
    pub enum Finding {
        /// The amended text goes for flights from this day.
        AmendedTextApplies { since: Date },
        /// Which of the two texts goes is open, and neither gives a sum.
        EitherTextGivesNothing { since: Date },
        /// More than three hours late.
        ArrivedLateEnough { minutes: Minutes },
        /// Late by three hours or less.
        ArrivedNotLateEnough { minutes: Minutes },
        /// Long journey, no more than four hours late: half.
        HalvedUpToFourHours { minutes: Minutes, amount: Money },
        /// The cause is shown, but not that it led to the disruption directly.
        CauseNotDirect { cause: Cause },
    }
}
