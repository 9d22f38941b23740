//! The rules of the Aviation Services Law. Where the sources agree a rule is
//! probable; where they contradict each other or are silent it is unconfirmed
//! and a person decides.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// When the law began to apply.
    IN_FORCE: "Aviation Services Law 5772-2012", Answers, Probable;
    /// Departures from and arrivals in Israel, stops on the way included.
    TERRITORY: "Aviation Services Law 2012, scope", Territory, Probable;
    /// Flights of one booking lead to one final destination.
    SINGLE_BOOKING: "Aviation Services Law 2012, distance", Booking, Probable;
    /// Outbound and return are two journeys.
    RETURN_IS_SEPARATE: "Aviation Services Law 2012, distance", Booking, Probable;
    /// The passenger must present in time.
    CHECK_IN: "Aviation Services Law 2012, conditions", Answers, Probable;
    /// Who does not travel has no delay.
    TRAVELLED: "Aviation Services Law 2012, delay", Answers, Probable;
    /// Eight hours at departure: the law then takes the flight for a cancelled
    /// one, so that the fare and the sum are due side by side.
    EIGHT_HOURS: "Aviation Services Law 2012, delay", Times, Probable;
    /// A cancelled flight.
    CANCELLATION: "Aviation Services Law 2012, cancellation", Answers, Probable;
    /// Two weeks' notice.
    TWO_WEEKS_NOTICE: "Aviation Services Law 2012, cancellation", Notice, Probable;
    /// Notice between two weeks and seven days.
    ONE_WEEK_NOTICE: "Aviation Services Law 2012, cancellation", Notice, Probable;
    /// Notice of less than seven days.
    SHORT_NOTICE: "Aviation Services Law 2012, cancellation", Notice, Probable;
    /// Burden of proof for the notice.
    NOTICE_PROOF: "Aviation Services Law 2012, cancellation", Notice, Probable;
    /// In a declared special period 72 hours of notice are enough; which periods
    /// of 2025 and 2026 were declared could not be confirmed.
    SPECIAL_PERIOD: "Aviation Services Law 2012, Amendment 2 (2025)", Notice, Unconfirmed;
    /// Left more than eight hours early.
    EARLY_DEPARTURE: "Aviation Services Law 2012, early departure", Times, Probable;
    /// Whether notice of two weeks frees a carrier whose flight left early.
    EARLY_NOTICE: "Aviation Services Law 2012, early departure", Notice, Unconfirmed;
    /// Landed elsewhere.
    DIVERSION: "Aviation Services Law 2012 is silent", Answers, Unconfirmed;
    /// What a refused boarding is.
    DENIED_BOARDING: "Aviation Services Law 2012, denied boarding", Answers, Probable;
    /// Whether a cause can excuse a refused boarding.
    DENIAL_EXCUSE: "Aviation Services Law 2012, denied boarding", Cause, Unconfirmed;
    /// Grounds for refusal.
    REFUSAL_GROUNDS: "Aviation Services Law 2012, denied boarding", Answers, Probable;
    /// Volunteers.
    VOLUNTEERS: "Aviation Services Law 2012, denied boarding", Answers, Probable;
    /// Special circumstances, strike and protected stoppage, Sabbath and holidays.
    EXEMPTIONS: "Aviation Services Law 2012, exemptions", Cause, Probable;
    /// Eight hours remain without the excused part.
    MIXED_CAUSES: "Aviation Services Law 2012, exemptions", Cause, Probable;
    /// The sums of 2026.
    SUM_2026: "Aviation Services Law 2012, First Schedule (2026)", Distance, Probable;
    /// The sums of 2025, by one source.
    SUM_2025: "Aviation Services Law 2012, First Schedule (2025)", Distance, Unconfirmed;
    /// The sums of other years: they follow the prices each 1 January.
    SUM_OTHER_YEAR: "Aviation Services Law 2012, First Schedule", Distance, Unconfirmed;
    /// Distance.
    GREAT_CIRCLE: "Aviation Services Law 2012, distance", Distance, Probable;
    /// Half the sum where a replacement was accepted that lands no more than four, five
    /// or six hours late, by the bands of the distance.
    HALF_REROUTING: "Aviation Services Law 2012, First Schedule", Times, Probable, checked 2026-12-1;
    /// A replacement that was refused: grounds of the law keep the sum, others may
    /// cost it.
    REFUSED_OFFER: "Aviation Services Law 2012, First Schedule and exemptions", Answers, Unconfirmed, checked 2026-12-1;
    /// Nothing for free tickets and fares that are not open to the public.
    PUBLIC_FARE: "Aviation Services Law 2012, conditions", Price, Probable, checked 2026-12-1;
    /// Flights inside Israel have regulations of their own, whose text is not loaded.
    DOMESTIC: "Aviation Services Regulations (domestic flights) 5773-2013", Territory, Unconfirmed, checked 2026-12-1;
    /// By these a flight counts as cancelled from three hours on.
    DOMESTIC_DELAY: "Aviation Services Regulations (domestic flights) 5773-2013", Times, Probable, checked 2026-12-1;
    /// A benefit under foreign law excludes the same one here.
    FOREIGN_BENEFIT: "Aviation Services Law 2012, benefits under foreign law", Answers, Probable, checked 2026-12-1;
    /// Whether a payment in another currency was such a benefit, a person says.
    FOREIGN_PAYMENT: "Aviation Services Law 2012, benefits under foreign law", Answers, Unconfirmed, checked 2026-12-1;
    /// The share of the fare that is due for a lower class.
    DOWNGRADE: "Aviation Services Law 2012, change of class", Price, Unconfirmed;
    /// Who sat no lower than booked has lost nothing.
    SAME_CLASS: "Aviation Services Law 2012, change of class", Answers, Probable;
    /// No sum for baggage.
    BAGGAGE: "Aviation Services Law 2012", Answers, Probable;
    /// Set-off.
    SET_OFF: "Aviation Services Law 2012, sums", Answers, Probable;
    /// Four years.
    LIMITATION: "Aviation Services Law 2012, limitation", Answers, Probable;
}
