//! The rules of the GACA regulations. Those that stand on the authority's own pages
//! are sure; those known from press summaries that agree are probable; where these
//! differ or leave something open the rule is unconfirmed and a person decides.

use crate::rule::rules;

rules! {
    checked 2026-12-1;
    /// When the regulations began to apply.
    IN_FORCE: "GACA passenger rights regulations (20.11.2023)", Answers, Probable;
    /// Flights from and within Saudi Arabia on any carrier, into it on Saudi ones.
    TERRITORY: "GACA passenger rights regulations, scope", Territory, Probable;
    /// Foreign carriers flying in: sources say that only national carriers are bound
    /// there; the article was not seen.
    INBOUND_FOREIGN: "GACA passenger rights regulations, scope", Licence, Unconfirmed;
    /// Only changes planes in Saudi Arabia.
    CHANGE_OF_PLANES: "GACA passenger rights regulations, scope", Territory, Unconfirmed;
    /// Flights of one booking belong together.
    SINGLE_BOOKING: "GACA passenger rights regulations, scope", Booking, Probable;
    /// Outbound and return are two journeys.
    RETURN_IS_SEPARATE: "GACA passenger rights regulations, scope", Booking, Probable;
    /// The passenger must present in time.
    CHECK_IN: "GACA passenger rights regulations, delay", Answers, Probable;
    /// Who does not travel has no delay.
    TRAVELLED: "GACA, Flight Delays para 6", Answers, Sure;
    /// The fare and nothing more for who ends the contract after two hours.
    REFUND_ONLY: "GACA, Flight Delays para 7", Answers, Sure;
    /// The same after more than six hours: what the page goes on to say was not seen.
    REFUND_AFTER_SIX: "GACA, Flight Delays para 8", Answers, Unconfirmed;
    /// 50 SDR for three to six hours, 150 SDR for more than six, by the arrival.
    THREE_HOURS: "GACA, Flight Delays para 6(a), (b)", Times, Sure;
    /// For an earlier flight departure and arrival may differ; the page speaks of
    /// late ones.
    WHICH_END: "GACA, Bringing Flights Forward para 3; Flight Delays para 6", Times, Unconfirmed;
    /// A cancelled flight.
    CANCELLATION: "GACA, Flight Cancellation para 1", Answers, Sure;
    /// Another flight accepted: no share of the fare, but the sums for the time lost.
    ALTERNATIVE_ACCEPTED: "GACA, Flight Cancellation para 3; Flight Delays para 6", Answers, Sure;
    /// No other flight accepted: the contract ends.
    CONTRACT_ENDED: "GACA, Flight Cancellation para 4, 6", Answers, Sure;
    /// The shares begin sixty days before departure.
    NOTICE: "GACA, Flight Cancellation para 6", Notice, Sure;
    /// Half the value of the unused part.
    SIXTY_TO_FOURTEEN_DAYS: "GACA, Flight Cancellation para 6(a)", Notice, Sure;
    /// Three quarters of it.
    FOURTEEN_DAYS_TO_ONE: "GACA, Flight Cancellation para 6(b)", Notice, Sure;
    /// The fourteenth day stands in both sentences: the lower share is sure.
    FOURTEENTH_DAY: "GACA, Flight Cancellation para 6(a), (b)", Notice, Unconfirmed;
    /// One and a half times its value within 24 hours, by the press.
    LAST_DAY: "GACA, Flight Cancellation para 6(c)", Notice, Probable;
    /// The value of the unused part of the ticket.
    FARE: "GACA, Flight Cancellation para 6; Denial of Boarding", Price, Sure;
    /// Left before its time: who ends the contract has a cancelled flight.
    BROUGHT_FORWARD: "GACA, Bringing Flights Forward para 2 to 4", Times, Sure;
    /// The earlier flight taken: the time between the two counts like a delay.
    EARLIER_FLIGHT_TAKEN: "GACA, Bringing Flights Forward para 3; Flight Delays para 6", Times, Probable;
    /// Whether the time lost counts where the change was told more than sixty days
    /// before: the page gives sums for delays, and for notice only shares of the fare.
    TOLD_LONG_BEFORE: "GACA, Flight Cancellation para 3, 6; Bringing Flights Forward para 3", Notice, Unconfirmed;
    /// A stop that was not booked: about SAR 500.
    UNSCHEDULED_STOP: "GACA passenger rights regulations, unscheduled stop", Answers, Unconfirmed;
    /// What a refused boarding is.
    DENIED_BOARDING: "GACA, Denial of Boarding", Answers, Sure;
    /// The page speaks of overbooking only.
    WANT_OF_SEAT: "GACA, Denial of Boarding", Answers, Unconfirmed;
    /// Another flight within two hours of the booked departure frees the carrier.
    TWO_HOURS: "GACA, Denial of Boarding (two hours)", Times, Sure;
    /// Another flight accepted: the sums for the time lost.
    REFUSAL_ACCEPTED: "GACA, Denial of Boarding; Flight Delays para 6", Times, Sure;
    /// The contract ended: twice the value of the unused part.
    REFUSAL_ENDED: "GACA, Denial of Boarding (200 per cent)", Answers, Sure;
    /// Grounds for refusal.
    REFUSAL_GROUNDS: "GACA passenger rights regulations, denied boarding", Answers, Probable;
    /// Volunteers.
    VOLUNTEERS: "GACA, Denial of Boarding (volunteers)", Answers, Sure;
    /// Up to 200 per cent of the fare for a lower class.
    DOWNGRADE: "GACA passenger rights regulations, downgrading", Price, Unconfirmed;
    /// Who sat no lower than booked has lost nothing.
    SAME_CLASS: "GACA passenger rights regulations, downgrading", Answers, Probable;
    /// Force majeure, safety and security, shown by approved reports.
    FORCE_MAJEURE: "GACA, Flight Cancellation para 1, Flight Delays para 1", Cause, Probable;
    /// The carrier's own part of the delay gives the same sum.
    MIXED_CAUSES: "GACA passenger rights regulations, force majeure", Cause, Probable;
    /// The carrier's own part gives the lower of two sums.
    MIXED_TIERS: "GACA passenger rights regulations, force majeure, are silent", Cause, Unconfirmed;
    /// Lost or damaged baggage: a sum, or the most that is due.
    BAGGAGE: "GACA passenger rights regulations, baggage", Answers, Unconfirmed;
    /// Delayed baggage, by the day.
    LATE_BAGGAGE: "GACA passenger rights regulations, baggage", Answers, Unconfirmed;
    /// Set-off.
    SET_OFF: "GACA passenger rights regulations, compensation", Answers, Probable;
    /// Limitation under the law of the court.
    LIMITATION: "national law", Answers, Probable;
}
