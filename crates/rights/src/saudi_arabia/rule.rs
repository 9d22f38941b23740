//! The rules of the GACA regulations, known from press summaries only. Those
//! that agree are probable; where they differ or leave something open the rule
//! is unconfirmed and a person decides.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// When the regulations began to apply.
    IN_FORCE: "GACA passenger rights regulations (20.11.2023)", Answers, Probable;
    /// Journeys from, to and within Saudi Arabia.
    TERRITORY: "GACA passenger rights regulations, scope", Territory, Probable;
    /// Only changes planes in Saudi Arabia.
    CHANGE_OF_PLANES: "GACA passenger rights regulations, scope", Territory, Unconfirmed;
    /// Flights of one booking belong together.
    SINGLE_BOOKING: "GACA passenger rights regulations, scope", Booking, Probable;
    /// Outbound and return are two journeys.
    RETURN_IS_SEPARATE: "GACA passenger rights regulations, scope", Booking, Probable;
    /// The passenger must present in time.
    CHECK_IN: "GACA passenger rights regulations, delay", Answers, Probable;
    /// Who does not travel has no delay.
    TRAVELLED: "GACA passenger rights regulations, delay", Answers, Probable;
    /// Whether the sum is due beside the fare.
    REFUND_INSTEAD: "GACA passenger rights regulations, delay", Answers, Unconfirmed;
    /// More than six hours.
    SIX_HOURS: "GACA passenger rights regulations, delay", Times, Probable;
    /// Which end of the journey is meant.
    WHICH_END: "GACA passenger rights regulations, delay", Times, Unconfirmed;
    /// The sum for a delay.
    DELAY_SUM: "GACA passenger rights regulations, delay", Times, Probable;
    /// Tiers of 50, 75 and 150 per cent of the fare by notice; the summaries do
    /// not agree on which is which.
    CANCELLATION: "GACA passenger rights regulations, cancellation", Notice, Unconfirmed;
    /// Left before its time.
    BROUGHT_FORWARD: "GACA passenger rights regulations are silent", Times, Unconfirmed;
    /// A stop that was not booked: about SAR 500.
    UNSCHEDULED_STOP: "GACA passenger rights regulations, unscheduled stop", Answers, Unconfirmed;
    /// Up to 200 per cent of the fare for a refused boarding.
    DENIED_BOARDING: "GACA passenger rights regulations, denied boarding", Answers, Unconfirmed;
    /// Grounds for refusal.
    REFUSAL_GROUNDS: "GACA passenger rights regulations, denied boarding", Answers, Probable;
    /// Volunteers.
    VOLUNTEERS: "GACA passenger rights regulations, denied boarding", Answers, Probable;
    /// Up to 200 per cent of the fare for a lower class.
    DOWNGRADE: "GACA passenger rights regulations, downgrading", Price, Unconfirmed;
    /// Who sat no lower than booked has lost nothing.
    SAME_CLASS: "GACA passenger rights regulations, downgrading", Answers, Probable;
    /// Force majeure.
    FORCE_MAJEURE: "GACA passenger rights regulations, force majeure", Cause, Probable;
    /// More than six hours remain without the excused part.
    MIXED_CAUSES: "GACA passenger rights regulations, force majeure", Cause, Probable;
    /// Lost or damaged baggage: a sum, or the most that is due.
    BAGGAGE: "GACA passenger rights regulations, baggage", Answers, Unconfirmed;
    /// Delayed baggage, by the day.
    LATE_BAGGAGE: "GACA passenger rights regulations, baggage", Answers, Unconfirmed;
    /// Set-off.
    SET_OFF: "GACA passenger rights regulations, delay", Answers, Probable;
    /// Limitation under the law of the court.
    LIMITATION: "national law", Answers, Probable;
}
