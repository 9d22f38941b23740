//! The rules of ANAC Resolution 400/2016.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Where it applies: an airport of the journey lies in Brazil (Art 1).
    TERRITORY: "ANAC Resolution 400/2016, Art 1", Territory, Sure;
    /// It began to apply ninety days after its publication.
    IN_FORCE: "ANAC Resolution 400/2016 (in force 14 March 2017)", Answers, Sure;
    /// The flights of one booking belong together (Art 21 IV, connections).
    ONE_BOOKING: "ANAC Resolution 400/2016, Art 21", Booking, Sure;
    /// What the airline offers for a delay, a cancellation or an interruption is
    /// care and a choice, no fixed sum.
    NO_FIXED_SUM: "ANAC Resolution 400/2016, Art 21, 26, 27", Answers, Sure;
    /// A changed schedule, earlier or later: told 72 hours before, and small, which is
    /// half an hour inland and an hour abroad.
    SCHEDULE_CHANGE: "ANAC Resolution 400/2016, Art 12", Notice, Sure, checked 2026-12-1;
    /// What a refused boarding is: the passenger presented and was not carried.
    DENIED_BOARDING: "ANAC Resolution 400/2016, Art 22", Answers, Sure;
    /// Who gives up the seat for something agreed is not refused.
    VOLUNTEERS: "ANAC Resolution 400/2016, Art 23", Answers, Sure;
    /// Grounds for refusal. The Resolution has the passenger bring documents and
    /// follow the safety rules; that a breach takes the sum away follows from it.
    REFUSAL_GROUNDS: "ANAC Resolution 400/2016, Art 16, 18, 22", Answers, Probable;
    /// The sum, at once, by the flight that was refused.
    SUM: "ANAC Resolution 400/2016, Art 24", Territory, Sure;
    /// Whether a Brazilian flight of a journey abroad counts as an international
    /// one is read in both ways.
    SUM_OF_FEEDER: "ANAC Resolution 400/2016, Art 24; Law 7.565/1986, Art 215", Territory, Unconfirmed;
    /// What was paid for the disruption is taken off.
    SET_OFF: "ANAC Resolution 400/2016, Art 24", Answers, Probable;
    /// A lower class: the price is reduced in proportion.
    DOWNGRADE: "Law 8.078/1990, Art 20 III", Price, Probable;
    /// Baggage has rules of its own and no fixed sum.
    BAGGAGE: "ANAC Resolution 400/2016, Art 32 to 35", Answers, Probable;
    /// Limitation under national law.
    LIMITATION: "Law 8.078/1990, Art 27", Answers, Probable;
}
