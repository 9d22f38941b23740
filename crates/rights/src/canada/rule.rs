//! The rules of the Air Passenger Protection Regulations (SOR/2019-150) and of
//! the Canada Transportation Act they stand on. A bare section is one of the
//! Regulations.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// To, from and within Canada, connecting flights included, on any carrier.
    TERRITORY: "SOR/2019-150; Canada Transportation Act s86.11", Territory, Sure;
    /// The first provisions, those on refused boarding among them: 15 July 2019.
    IN_FORCE: "SOR/2019-150, coming into force", Answers, Sure;
    /// The provisions on delays and cancellations: 15 December 2019.
    DELAY_RULES_IN_FORCE: "s19; SOR/2019-150, coming into force", Answers, Sure;
    /// The delay counts at the destination that the original ticket names.
    ORIGINAL_TICKET: "s19(1), 20(1)", Booking, Sure;
    /// The way out and the way back each have their own destination. The text
    /// says no more than "destination indicated on the original ticket".
    RETURN_IS_SEPARATE: "s19(1), 20(1)", Booking, Probable;
    /// A flight booked apart is none of the first ticket.
    OWN_CONNECTION: "s19(1)", Booking, Sure;
    /// Who did not present in time was not kept waiting.
    CHECK_IN: "s1(3), 12", Answers, Probable;
    /// Who neither flew nor took the fare back has no late arrival.
    TRAVELLED: "s19(1)", Answers, Probable;
    /// War, weather, air traffic control, wildlife, labour disruption, an order of
    /// an official and the other disruptions that the list names.
    OUTSIDE_CONTROL: "s10(1)", Cause, Sure;
    /// Events that the list does not name in so many words: lightning counts as
    /// weather; objects and oil on a runway, a lack of airport staff or of fuel, and
    /// another aircraft that hits one at its stand, as operations of the airport; a
    /// disruptive passenger as a matter of security, an epidemic as one of health.
    OUTSIDE_CONTROL_BY_LIKENESS: "s10(1)", Cause, Probable;
    /// A mechanical malfunction and what else safety asks for.
    SAFETY: "s1(1), 11", Cause, Sure;
    /// Everything else, faults found in scheduled maintenance among it.
    WITHIN_CONTROL: "s1(1), 12", Cause, Sure;
    /// The rest takes in what no list names: illness in the crew, ground
    /// handling, the late aircraft without its root cause.
    WITHIN_CONTROL_BY_LIKENESS: "s12", Cause, Probable;
    /// A cause that nobody has shown is within the carrier's control.
    CAUSE_SHOWN: "s10-12", Cause, Probable;
    /// Told 14 days or less before departure.
    NOTICE: "s12(2)(d), 12(3)(d)", Notice, Sure;
    /// Three hours at the destination; arrival is when a door opens.
    THREE_HOURS: "s1(2), 19(1)", Times, Sure;
    /// The sum for the delay, by its length and the carrier's size.
    DELAY_SUM: "s19(1)", Times, Sure;
    /// The sum where the ticket is refunded instead.
    REFUND_SUM: "s17(2), 19(2)", Answers, Sure;
    /// A large carrier has two million passengers in each of two years; a small
    /// one that flies for a large one has its duties.
    CARRIER_SIZE: "s1(1), 1(4)", Answers, Sure;
    /// More passengers checked in than seats.
    DENIED_BOARDING: "s1(3), 20", Answers, Sure;
    /// Volunteers take what was agreed.
    VOLUNTEERS: "s15", Answers, Sure;
    /// Documents, health, safety and security are no denial of boarding.
    REFUSAL_GROUNDS: "s1(3)", Answers, Probable;
    /// The sum for a refused boarding, the same for every carrier.
    DENIAL_SUM: "s20(1)", Times, Sure;
    /// The sum goes by the arrival, and s20 does not say what is due to a passenger who
    /// was refused and took the fare back.
    DENIAL_REFUNDED: "s17(2), 20(1)", Answers, Unconfirmed, checked 2026-12-1;
    /// A lower class gives the difference in price, and no sum.
    DOWNGRADE: "s17(7)", Answers, Probable;
    /// Baggage on an international journey goes by the Montreal Convention.
    BAGGAGE: "s23; Montreal Convention Art 17, 19, 22", Answers, Probable;
    /// Lost and damaged baggage inside Canada: s23 takes over the rules and limits of
    /// the Convention.
    DOMESTIC_BAGGAGE: "s23; Montreal Convention Art 17, 22, 31", Answers, Sure, checked 2026-12-1;
    /// Delayed baggage inside Canada is left to the tariff of the carrier.
    DELAYED_BAGGAGE: "s23; guide of the Canadian Transportation Agency on baggage", Answers, Sure, checked 2026-12-1;
    /// One compensation for one disruption, whatever the law.
    NO_DOUBLE_COMPENSATION: "Canada Transportation Act s86.11(3)", Answers, Sure;
    /// The written request within a year.
    ONE_YEAR: "s19(3)", Answers, Sure;
}
