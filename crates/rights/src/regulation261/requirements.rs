//! What the law asks of the passenger.

use crate::passenger::PassengerRules;

use super::rule;

/// What is asked of the passenger (Art 2(j), 3(2)(a), 4).
pub const PASSENGER: PassengerRules = PassengerRules {
    check_in: rule::CHECK_IN,
    travelled: rule::TRAVELLED,
    denied: rule::DENIED_BOARDING,
    grounds: rule::REFUSAL_GROUNDS,
    volunteers: rule::VOLUNTEERS,
    one_booking: rule::SINGLE_BOOKING,
};
