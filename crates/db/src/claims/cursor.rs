//! A place in the queue.

use std::fmt;
use std::str::FromStr;

use domain::ids::ClaimId;
use jiff::Timestamp;

/// The last claim of a page; the next page begins behind it, whatever has been
/// added to the queue meanwhile. Its text form goes into an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueueCursor {
    /// When that claim was sent.
    pub submitted_at: Timestamp,
    /// Its id, for those sent in the same moment.
    pub id: ClaimId,
}

/// The microseconds in which a claim may have been sent: from 1970 to 9999.
/// `jiff` knows earlier ones, and PostgreSQL fails on some of them.
const SUBMITTED: std::ops::Range<i64> = 0..253_402_300_800_000_000;

/// The text is no cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place in the queue")]
pub struct InvalidCursor;

impl fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = self.submitted_at.as_microsecond();
        write!(f, "{moment}_{}", self.id.as_uuid().simple())
    }
}

impl FromStr for QueueCursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, InvalidCursor> {
        let (moment, id) = text.split_once('_').ok_or(InvalidCursor)?;
        let moment: i64 = moment.parse().map_err(|_| InvalidCursor)?;
        let submitted_at = Timestamp::from_microsecond(moment).map_err(|_| InvalidCursor)?;
        let is_of_ours = SUBMITTED.contains(&moment);
        let cursor = Self {
            submitted_at,
            id: id.parse().map_err(|_| InvalidCursor)?,
        };
        is_of_ours.then_some(cursor).ok_or(InvalidCursor)
    }
}

#[cfg(test)]
mod tests {
    use super::{InvalidCursor, QueueCursor};
    use domain::ids::ClaimId;
    use uuid::Uuid;

    #[test]
    fn a_cursor_reads_back() {
        let cursor = QueueCursor {
            submitted_at: "2026-11-21T10:30:00.123456Z".parse().unwrap(),
            id: ClaimId::from_uuid(Uuid::from_u128(7)),
        };
        assert_eq!(cursor.to_string().parse(), Ok(cursor));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "_",
            "1",
            "1_",
            "x_00000000000000000000000000000007",
            "9999999999999999999_x",
            "-300000000000000000_00000000000000000000000000000007",
            "-1_00000000000000000000000000000007",
        ] {
            assert_eq!(text.parse::<QueueCursor>(), Err(InvalidCursor), "{text}");
        }
    }
}
