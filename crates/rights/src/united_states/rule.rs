//! The rules of the Department of Transportation: 14 CFR parts 250 (oversales),
//! 254 (domestic baggage) and 260 (refunds).

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// To, from and within the United States and their territories.
    TERRITORY: "14 CFR 250.2, 254.2, 260.2; 49 USC 40102(a)(23), (25)", Territory, Sure;
    /// What counts is the arrival at the first stopover, else the final
    /// destination.
    DESTINATION: "14 CFR 250.5", Booking, Sure;
    /// A stay ends the journey: it is a stopover.
    STOPOVER: "14 CFR 250.1, 250.5", Booking, Sure;
    /// A stay of some hours that the passenger wanted may be one too; the definition was
    /// not seen, and more than four hours are said to be enough.
    STOPOVER_OF_HOURS: "14 CFR 250.1 (stopover)", Booking, Unconfirmed, checked 2026-12-1;
    /// No sum for a delay, a cancellation or a changed schedule; the proposal
    /// to make one was withdrawn in November 2025.
    NO_DELAY_SUM: "14 CFR 259, 260", Answers, Probable;
    /// A lower class gives the difference in price.
    DOWNGRADE: "14 CFR 250.6(c), 260", Answers, Probable;
    /// Flights that leave an airport of the United States.
    LEAVES_UNITED_STATES: "14 CFR 250.2, 250.5(b)", Territory, Sure;
    /// More passengers than seats.
    OVERSOLD: "14 CFR 250.1, 250.5", Answers, Sure;
    /// Nothing is shown to have gone wrong on this part of the booking.
    REFUSED: "14 CFR 250.5", Answers, Sure;
    /// Volunteers take what was agreed.
    VOLUNTEERS: "14 CFR 250.2b, 250.4", Answers, Sure;
    /// Grounds to refuse that have nothing to do with seats.
    REFUSAL_GROUNDS: "14 CFR 250.6(a)", Answers, Sure;
    /// The passenger must have checked in as the carrier asks.
    CHECK_IN: "14 CFR 250.6(a)", Answers, Sure;
    /// A substitute that is planned to arrive within an hour owes nothing.
    ONE_HOUR: "14 CFR 250.5(a)(1), (b)(1), 250.6(d)", Times, Sure;
    /// 200 percent of the fare: less than two hours, international four.
    DOUBLE_FARE: "14 CFR 250.5(a)(2), (b)(2)", Times, Sure;
    /// 400 percent of the fare: later than that, or no substitute.
    FOURFOLD_FARE: "14 CFR 250.5(a)(3), (b)(3)", Times, Sure;
    /// Before 23 August 2011 the shares of the fare were others.
    OLDER_AMOUNTS: "14 CFR 250.5 before 76 FR 23110", Times, Unconfirmed;
    /// The one-way fare with taxes, in dollars.
    FARE: "14 CFR 250.1, 250.5", Price, Sure;
    /// The most that is owed since 22 January 2025: USD 1,075 and 2,150.
    CAP: "14 CFR 250.5; 89 FR 84815", Price, Sure;
    /// The most that was owed before: USD 650 and 1,300 from 23 August 2011,
    /// 675 and 1,350 from 25 August 2015, 775 and 1,550 from 13 April 2021. The
    /// reference does not have these figures; they stand in the Federal
    /// Register, where each change names the figures it replaces.
    EARLIER_CAP: "14 CFR 250.5; 76 FR 23110, 80 FR 30144, 86 FR 2534", Price, Probable;
    /// What was paid for giving up the claim is paid.
    SET_OFF: "14 CFR 250.9", Answers, Probable;
    /// On a domestic journey a carrier may not limit its liability for baggage
    /// below USD 4,700 (since 22 January 2025; before, 3,500 from 25 August 2015
    /// and 3,800 from 13 April 2021).
    DOMESTIC_BAGGAGE: "14 CFR 254.4; 80 FR 30144, 86 FR 2534, 89 FR 84815", Price, Probable;
    /// The limit before 25 August 2015.
    OLDER_BAGGAGE_LIMIT: "14 CFR 254.4 before 80 FR 30144", Price, Unconfirmed;
    /// International baggage goes by the Montreal Convention.
    INTERNATIONAL_BAGGAGE: "14 CFR 254.2; Montreal Convention Art 1, 17, 19", Territory, Sure;
}
