//! The rules of the DGCA's Civil Aviation Requirements, Section 3, Series M,
//! Part IV. Its text was not seen; the sources that report it agree.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// Journeys from, to or within India.
    TERRITORY: "DGCA CAR Section 3 Series M Part IV (application)", Territory, Probable;
    /// Indian carriers; foreign ones follow the rules of their home.
    CARRIER: "DGCA CAR Section 3 Series M Part IV (application)", Licence, Probable;
    /// The sums of today are those of the revision of 2016; what was due before
    /// is not confirmed here.
    REVISION: "DGCA CAR Section 3 Series M Part IV (revision of 1 August 2016)", Answers, Unconfirmed;
    /// The flights of one ticket belong together.
    ONE_TICKET: "DGCA CAR Section 3 Series M Part IV (same ticket)", Booking, Probable;
    /// A cancellation, and what it gives by the time of notice.
    CANCELLATION: "DGCA CAR Section 3 Series M Part IV para 3.3 (cancellation)", Notice, Probable;
    /// A missed connection on the same ticket is treated like a cancellation.
    MISSED_CONNECTION: "DGCA CAR Section 3 Series M Part IV (missed connection)", Booking, Probable;
    /// Who takes the alternative flight gets no sum for a cancellation.
    ALTERNATIVE_TAKEN: "DGCA CAR Section 3 Series M Part IV para 3.3 (cancellation)", Answers, Probable;
    /// The sum goes by the block time, and never above the fare.
    BLOCK_TIME: "DGCA CAR Section 3 Series M Part IV (block time)", Times, Probable;
    /// The one-way basic fare with the fuel charge.
    FARE: "DGCA CAR Section 3 Series M Part IV (basic fare and fuel charge)", Price, Probable;
    /// Refused boarding on an oversold flight.
    DENIED_BOARDING: "DGCA CAR Section 3 Series M Part IV para 3.2 (denied boarding)", Answers, Probable;
    /// What is due for it, by the alternative flight.
    DENIED_SUM: "DGCA CAR Section 3 Series M Part IV para 3.2 (denied boarding)", Times, Probable;
    /// Extraordinary circumstances.
    EXTRAORDINARY: "DGCA CAR Section 3 Series M Part IV para 1.4 (extraordinary circumstances)", Cause, Probable;
    /// The text names strikes and labour disputes without a difference: one of the
    /// airline's own staff is meant as well.
    OWN_STRIKE: "DGCA CAR Section 3 Series M Part IV para 1.4 (strikes and labour disputes)", Cause, Probable, checked 2026-12-1;
    /// No sum for who left no contact data by which the airline could tell.
    CONTACT: "DGCA CAR Section 3 Series M Part IV para 3.3 (contact information)", Answers, Probable, checked 2026-12-1;
    /// A delay gives care and a choice, no sum.
    DELAY: "DGCA CAR Section 3 Series M Part IV (delay)", Times, Probable;
    /// A share of the ticket for a lower class, as the press quotes the authority.
    DOWNGRADE: "DGCA CAR Section 3 Series M Part IV Rev 4 para 3.2A (in force 15.2.2023)", Distance, Sure, checked 2026-12-1;
    /// The ticket with its taxes.
    TICKET_PRICE: "DGCA CAR Section 3 Series M Part IV Rev 4 para 3.2A (cost of the ticket with taxes)", Price, Sure, checked 2026-12-1;
    /// What was due before is not confirmed.
    DOWNGRADE_BEFORE: "DGCA CAR Section 3 Series M Part IV before Rev 4", Price, Unconfirmed, checked 2026-12-1;
    /// Who sat no lower than booked has lost nothing.
    SAME_CLASS: "DGCA CAR Section 3 Series M Part IV Rev 4 para 3.2A (lower class)", Answers, Sure, checked 2026-12-1;
    /// Baggage has rules of its own.
    BAGGAGE: "DGCA CAR Section 3 Series M Part IV (scope)", Answers, Probable;
    /// What was paid for the disruption is taken off.
    SET_OFF: "DGCA CAR Section 3 Series M Part IV (compensation)", Answers, Probable;
    /// Limitation under national law.
    LIMITATION: "limitation under national law", Answers, Probable;
}
