//! The rules of Regulation (EC) 261/2004 and of its United Kingdom version.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// When the law began to apply.
    IN_FORCE: "Art 19", Answers, Sure;
    /// When the United Kingdom's own law began to apply.
    UK_IN_FORCE: "SI 2019/278", Answers, Sure;
    /// The reform of 2026.
    REFORM: "Regulation (EU) 2026/2202, Art 3", Answers, Unconfirmed;
    /// Departure from the territory.
    DEPARTURE_INSIDE: "Art 3(1)(a)", Territory, Sure;
    /// Arrival in the territory on a covered carrier.
    ARRIVAL_ON_COVERED_CARRIER: "Art 3(1)(b)", Licence, Sure;
    /// Neither limb.
    TERRITORY: "Art 3(1); C-451/20", Territory, Sure;
    /// Arrival in the EU on a UK carrier.
    ARRIVAL_IN_EU_ON_UK_CARRIER: "Art 3(1)(b)(ii)", Licence, Sure;
    /// Svalbard and other places without a settled standing.
    DISPUTED_TERRITORY: "Art 3(1); EEA Agreement, Protocol 40", Territory, Unconfirmed;
    /// Fixed-wing aircraft only.
    FIXED_WING: "Art 3(4)", Answers, Sure;
    /// One booking is one journey.
    SINGLE_BOOKING: "C-11/11 Folkerts; C-537/17 Wegener", Booking, Sure;
    /// Outbound and return are two flights.
    RETURN_IS_SEPARATE: "C-173/07 Emirates", Booking, Sure;
    /// Fares not open to the public.
    PUBLIC_FARE: "Art 3(3)", Answers, Sure;
    /// The passenger must present in time.
    CHECK_IN: "Art 3(2)(a); C-474/22", Answers, Sure;
    /// The passenger must have travelled.
    TRAVELLED: "C-54/23; C-474/22", Answers, Sure;
    /// The refund after five hours.
    REFUND_INSTEAD: "Art 6(1)(iii), 8(1)(a)", Answers, Sure;
    /// Three hours at arrival.
    THREE_HOURS: "C-402/07 Sturgeon; C-581/10 Nelson", Times, Sure;
    /// Arrival is when a door opens.
    DOORS_OPEN: "C-452/13 Germanwings", Times, Sure;
    /// What a cancellation is.
    CANCELLATION: "Art 2(l), 5(1)", Answers, Sure;
    /// Left more than an hour early.
    BROUGHT_FORWARD: "Art 2(l), 5(1); C-146/20 Azurair", Answers, Sure;
    /// Landed elsewhere.
    DIVERSION: "Art 8(3); C-826/19; C-83/10", Answers, Sure;
    /// What a refused boarding is.
    DENIED_BOARDING: "Art 2(j), 4(3)", Answers, Sure;
    /// Grounds for refusal.
    REFUSAL_GROUNDS: "Art 2(j); C-584/18", Answers, Sure;
    /// Volunteers.
    VOLUNTEERS: "Art 4(1)", Answers, Sure;
    /// Two weeks' notice.
    TWO_WEEKS_NOTICE: "Art 5(1)(c)(i)", Notice, Sure;
    /// Notice between two weeks and seven days.
    ONE_WEEK_NOTICE: "Art 5(1)(c)(ii)", Notice, Sure;
    /// Notice of less than seven days.
    SHORT_NOTICE: "Art 5(1)(c)(iii)", Notice, Sure;
    /// Burden of proof for the notice.
    NOTICE_PROOF: "Art 5(4); C-302/16 Krijgsman", Notice, Sure;
    /// Extraordinary circumstances.
    EXTRAORDINARY: "Art 5(3)", Cause, Sure;
    /// Mixed causes.
    MIXED_CAUSES: "C-315/15 Pešková", Cause, Sure;
    /// The sum up to 1,500 km.
    SUM_SHORT: "Art 7(1)(a), 7(4)", Distance, Sure;
    /// The middle sum.
    SUM_MEDIUM: "Art 7(1)(b), 7(4)", Distance, Sure;
    /// The highest sum.
    SUM_LONG: "Art 7(1)(c), 7(4)", Distance, Sure;
    /// Distance.
    GREAT_CIRCLE: "Art 7(4); C-559/16 Bossen", Distance, Sure;
    /// Halving of a delay of less than four hours.
    HALF_DELAY: "Art 7(2)(c); C-402/07 Sturgeon, para 63", Times, Sure;
    /// Halving after re-routing.
    HALF_REROUTING: "Art 7(2)", Times, Sure;
    /// No halving where the replacement left early.
    NO_HALF_EARLY: "C-146/20 Azurair; C-270/20", Answers, Sure;
    /// Set-off.
    SET_OFF: "Art 12(1); C-354/18", Answers, Sure;
    /// Limitation under national law.
    LIMITATION: "C-139/11 Cuadrench Moré", Answers, Sure;
}
