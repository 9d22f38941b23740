//! The rules of the Montreal Convention 1999, and of Regulation (EC) 2027/97
//! that carries them to every flight of a European airline.

use crate::rule::rules;

rules! {
    checked 2026-11-20;
    /// It came into force between the first thirty states.
    IN_FORCE: "Montreal Convention, Art 53(6)", Answers, Sure;
    /// International carriage: between two states parties, or within one with an
    /// agreed stop in another state.
    CARRIAGE: "Montreal Convention, Art 1(2)", Territory, Sure;
    /// How a state stands to the Convention, where that is not certain.
    STATE: "Montreal Convention, Art 1(2); list of parties kept by ICAO", Territory, Unconfirmed;
    /// A part of a ticket that touches one bound state only, where the whole of it
    /// neither comes back to a bound state nor leads from one to another: whether the
    /// parties regarded it as one carriage is not known.
    RETURN_TICKET: "Montreal Convention, Art 1(2), 1(3)", Booking, Unconfirmed;
    /// Every flight of an airline with a European licence, inland ones included.
    EUROPEAN_CARRIER: "Regulation (EC) 2027/97, Art 1, 3", Licence, Sure;
    /// Several flights under one contract are one carriage.
    ONE_CARRIAGE: "Montreal Convention, Art 1(3)", Booking, Sure;
    /// Of several carriers more than one may answer.
    SEVERAL_CARRIERS: "Montreal Convention, Art 36, 39 to 41", Booking, Sure;
    /// Damage by delay of passengers.
    DELAY: "Montreal Convention, Art 19", Times, Sure;
    /// A late arrival after a cancellation or a refusal is damage by delay too.
    LATE_IN_THE_END: "Montreal Convention, Art 19 (late after a cancellation or refusal)", Times, Probable;
    /// A carriage that was not performed at all: courts differ on whether the
    /// Convention or national law gives damages.
    NOT_PERFORMED: "Montreal Convention, Art 19, 29 (non-performance)", Answers, Unconfirmed;
    /// A refusal that the passenger agreed to or gave a ground for is no delay.
    REFUSAL: "Montreal Convention, Art 19, 20", Answers, Probable;
    /// A lower class is no delay, and no harm to baggage.
    DOWNGRADE: "Montreal Convention, Art 17 to 19", Answers, Sure;
    /// The carrier took all measures that could reasonably be required.
    ALL_MEASURES: "Montreal Convention, Art 19", Cause, Sure;
    /// Baggage that was lost or damaged in the carrier's charge.
    BAGGAGE: "Montreal Convention, Art 17(2), 17(3)", Answers, Sure;
    /// Baggage that came late.
    BAGGAGE_LATE: "Montreal Convention, Art 19", Answers, Sure;
    /// Complaint within seven days of delivery (damage) or twenty-one (delay).
    COMPLAINT: "Montreal Convention, Art 31", Answers, Sure;
    /// The passenger shows the loss.
    LOSS: "Montreal Convention, Art 19, 29", Price, Sure;
    /// Limits since 28 December 2024.
    LIMIT_2024: "Montreal Convention, Art 22; limits in force since 28 December 2024", Price, Sure;
    /// Limits since 28 December 2019. Known from the revision ICAO published; the
    /// rule reference has only those of today. The same holds for the next two.
    LIMIT_2019: "Montreal Convention, Art 22; limits in force since 28 December 2019", Price, Probable;
    /// Limits since 30 December 2009.
    LIMIT_2009: "Montreal Convention, Art 22; limits in force since 30 December 2009", Price, Probable;
    /// Limits of the Convention's own text.
    LIMIT_1999: "Montreal Convention, Art 22 as signed", Price, Probable;
    /// The rate on the day of judgment decides whether a loss is within the limit.
    RATE: "Montreal Convention, Art 23(1)", Price, Sure;
    /// What was paid for the same loss is taken off.
    SET_OFF: "Montreal Convention, Art 29; Regulation (EC) 261/2004, Art 12", Answers, Probable;
    /// Two years from arrival.
    TWO_YEARS: "Montreal Convention, Art 35", Answers, Sure;
}
