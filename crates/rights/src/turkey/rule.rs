//! The rules of SHY-YOLCU. Those whose text was seen are sure; those known from
//! sources that agree are probable; where the sources are silent the rule is
//! unconfirmed and a person decides.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// When the law began to apply.
    IN_FORCE: "SHY-YOLCU (RG 28131)", Answers, Probable;
    /// Departure from a Turkish airport, on any carrier.
    DEPARTURE: "SHY-YOLCU Art 2(1)(a), (c)", Territory, Sure;
    /// Arrival at a Turkish airport, on a Turkish carrier only.
    ARRIVAL_ON_TURKISH_CARRIER: "SHY-YOLCU Art 2(1)(a), (c)", Licence, Sure;
    /// Neither starts nor ends in Turkey.
    TERRITORY: "SHY-YOLCU Art 2(1)(a), (c)", Territory, Sure;
    /// Only changes planes in Turkey: the law speaks of flights to and from its
    /// airports, and no source says whether the journey or each flight is meant.
    CHANGE_OF_PLANES: "SHY-YOLCU Art 2(1)(a), (c)", Territory, Unconfirmed;
    /// Free, staff and award tickets are covered.
    FREE_TICKETS: "SHY-YOLCU Art 2(1)(a), (c)", Answers, Sure;
    /// Flights of one booking lead to one final destination.
    SINGLE_BOOKING: "SHY-YOLCU Art 7(3)", Booking, Probable;
    /// Outbound and return are two journeys, as in the law this one follows.
    RETURN_IS_SEPARATE: "SHY-YOLCU, after Regulation 261/2004", Booking, Probable;
    /// The passenger must present in time.
    CHECK_IN: "SHY-YOLCU, after Art 3(2) Regulation 261/2004", Answers, Probable;
    /// Who does not travel does not arrive late.
    TRAVELLED: "SHY-YOLCU Art 7(3)", Answers, Probable;
    /// Who takes the fare back before the flight is three hours late at its end does
    /// not arrive late.
    REFUND_INSTEAD: "SHY-YOLCU Art 7", Answers, Probable;
    /// From three hours late on the sum and the choice of the fare are due side by side.
    FARE_AND_SUM: "SHY-YOLCU Art 7(3), 8, 9 (RG 32748)", Answers, Sure, checked 2026-12-1;
    /// Sums for delays came with the amendment of 10 December 2024.
    DELAY_SINCE: "SHY-YOLCU Art 7(3) (RG 32748)", Answers, Sure;
    /// Three hours at arrival.
    THREE_HOURS: "SHY-YOLCU Art 7(3) (RG 32748)", Times, Sure;
    /// A cancelled flight.
    CANCELLATION: "SHY-YOLCU Art 6 (RG 28131)", Answers, Probable;
    /// Two weeks' notice.
    TWO_WEEKS_NOTICE: "SHY-YOLCU Art 6 (RG 28131)", Notice, Probable;
    /// Notice between two weeks and seven days.
    ONE_WEEK_NOTICE: "SHY-YOLCU Art 6 (RG 28131)", Notice, Probable;
    /// Notice of less than seven days.
    SHORT_NOTICE: "SHY-YOLCU Art 6 (RG 28131)", Notice, Probable;
    /// Burden of proof for the notice.
    NOTICE_PROOF: "SHY-YOLCU Art 6 (RG 28131)", Notice, Probable;
    /// A change of the departure that was told less than two weeks ahead is a
    /// cancellation.
    BROUGHT_FORWARD: "circular HUD-2015/3 para 4; SHY-YOLCU Art 6", Notice, Probable, checked 2026-12-1;
    /// Landed elsewhere: the same.
    DIVERSION: "SHY-YOLCU is silent; C-826/19", Answers, Unconfirmed;
    /// What a refused boarding is.
    DENIED_BOARDING: "SHY-YOLCU Art 5 (RG 28131)", Answers, Probable;
    /// Grounds for refusal.
    REFUSAL_GROUNDS: "SHY-YOLCU Art 5 (RG 28131)", Answers, Probable;
    /// Volunteers.
    VOLUNTEERS: "SHY-YOLCU Art 5 (RG 28131)", Answers, Probable;
    /// Force majeure; technical and operational reasons are never one.
    FORCE_MAJEURE: "SHY-YOLCU, force majeure (RG 28131); circular HUD-2015/3 para 2", Cause, Probable, checked 2026-12-1;
    /// Whether a strike of the carrier's own staff is force majeure.
    OWN_STRIKE: "SHY-YOLCU, force majeure (RG 28131)", Cause, Unconfirmed;
    /// The sum is for delays with technical or operational reasons: three hours
    /// of those are enough, whatever else came on top.
    MIXED_CAUSES: "SHY-YOLCU Art 7(3) (RG 32748)", Cause, Probable;
    /// The sum inside Turkey.
    SUM_DOMESTIC: "SHY-YOLCU Art 8 (RG 28131)", Territory, Probable;
    /// The sum up to 1,500 km.
    SUM_SHORT: "SHY-YOLCU Art 8 (RG 28131)", Distance, Probable;
    /// The sum up to 3,500 km.
    SUM_MEDIUM: "SHY-YOLCU Art 8 (RG 28131)", Distance, Probable;
    /// The sum beyond.
    SUM_LONG: "SHY-YOLCU Art 8 (RG 28131)", Distance, Probable;
    /// Distance.
    GREAT_CIRCLE: "SHY-YOLCU Art 8 (RG 28131)", Distance, Probable;
    /// Halving after re-routing, international journeys only.
    HALF_REROUTING: "SHY-YOLCU Art 8, after Art 7(2) Regulation 261/2004", Times, Probable;
    /// No halving where the replacement left early.
    NO_HALF_EARLY: "SHY-YOLCU Art 8, after Art 7(2) Regulation 261/2004", Times, Probable;
    /// Whether the sum inside Turkey is halved too: two sources name EUR 50, the
    /// others none.
    HALF_DOMESTIC: "SHY-YOLCU Art 8, after Art 7(2) Regulation 261/2004", Times, Unconfirmed, checked 2026-12-1;
    /// What is due for a lower class.
    DOWNGRADE: "SHY-YOLCU, downgrading", Price, Unconfirmed;
    /// Who sat no lower than booked has lost nothing.
    SAME_CLASS: "SHY-YOLCU, downgrading", Answers, Probable;
    /// No sum for baggage.
    BAGGAGE: "SHY-YOLCU", Answers, Probable;
    /// Set-off.
    SET_OFF: "SHY-YOLCU Art 8 (RG 28131)", Answers, Probable;
    /// Two years, by one weak source.
    LIMITATION: "Turkish Civil Aviation Act", Answers, Unconfirmed;
    /// Limitation under the law of another court.
    OTHER_LIMITATION: "national law", Answers, Probable;
}
