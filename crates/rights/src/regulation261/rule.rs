//! The rules of Regulation (EC) 261/2004 and of its United Kingdom version.
//!
//! Where nothing else is said a rule is the same in both. Judgments of the Court
//! of Justice from before 2021 are assimilated law in the United Kingdom, later
//! ones are persuasive there.

use crate::rule::rules;

rules! {
    checked 2026-11-20;

    // When and where
    /// The Regulation applies to flights from 17 February 2005.
    IN_FORCE: "Art 19", Answers, Sure;
    /// The United Kingdom's own version applies to flights from 1 January 2021,
    /// after the transition period.
    UK_IN_FORCE: "SI 2019/278", Answers, Sure;
    /// Regulation (EU) 2026/2202 amends the text for flights from 23 October 2027.
    /// Known from two readings of the Official Journal, not from the Journal itself;
    /// whether the day of the flight or of the booking counts was not confirmed.
    REFORM: "Regulation (EU) 2026/2202, Art 3", Answers, Probable, checked 2026-12-1;
    /// When the EEA and Switzerland take Regulation (EU) 2026/2202 over is not
    /// known; until then the old text goes on there.
    REFORM_BY_AGREEMENT: "Regulation (EU) 2026/2202; EEA and Swiss agreements", Answers, Unconfirmed;
    /// A journey from an airport in the territory to which the Treaty applies is
    /// covered on any airline; in the other version, from one in the United Kingdom.
    DEPARTURE_INSIDE: "Art 3(1)(a)", Territory, Sure;
    /// Iceland, Liechtenstein and Norway count as such territory.
    DEPARTURE_IN_EEA: "Art 3(1)(a); EEA Agreement, Annex XIII pt 68ab", Territory, Sure;
    /// So does Switzerland, since 1 December 2006.
    DEPARTURE_IN_SWITZERLAND: "Art 3(1)(a); EU-Swiss Air Transport Agreement", Territory, Sure;
    /// Also from Switzerland to a third country, as its aviation office applies
    /// it. A German question on this to the Court of Justice was never answered.
    SWISS_DEPARTURE_ABROAD: "Art 3(1)(a); EU-Swiss Air Transport Agreement; FOCA practice", Territory, Probable;
    /// A journey from a third country into the territory is covered on an airline
    /// with an operating licence from there (Art 2(c)); in the other version, into
    /// the United Kingdom on an airline of either.
    ARRIVAL_ON_COVERED_CARRIER: "Art 3(1)(b)", Licence, Sure;
    /// The United Kingdom's third limb: from abroad into the European Union on an
    /// airline with a licence of the United Kingdom.
    ARRIVAL_IN_EU_ON_UK_CARRIER: "Art 3(1)(b)(ii)", Licence, Sure;
    /// Whether the licence of a French or Danish overseas country is one under
    /// Regulation 1008/2008 could not be confirmed.
    OVERSEAS_LICENCE: "Art 2(c), 3(1)(b); Regulation 1008/2008", Licence, Unconfirmed;
    /// The United Kingdom's text asks for a licence that a Member State granted. That
    /// of an EEA state counts only through the EEA Agreement, whose standing there is
    /// not settled; Switzerland is neither.
    UK_FOREIGN_LICENCE: "Art 2(c), 3(1)(b); EEA Agreement, Protocol 1", Licence, Unconfirmed,
        checked 2026-12-1;
    /// A journey that neither starts nor ends in the territory is not covered,
    /// even with a stop there (C-451/20).
    TERRITORY: "Art 3(1); C-451/20", Territory, Sure;
    /// States around the European Union have copied the law into their own, to
    /// different degrees. That is another law than this one.
    COPIED_LAW: "Art 3(1); ECAA Agreement", Territory, Probable;
    /// From a place whose standing is open into the territory on an airline with a
    /// licence from there: covered as a departure or as an arrival.
    COVERED_EITHER_WAY: "Art 3(1)(a), 3(1)(b)", Licence, Sure, checked 2026-12-1;
    /// How the law stands for flights from Svalbard could not be confirmed.
    DISPUTED_TERRITORY: "Art 3(1); EEA Agreement, Protocol 40", Territory, Unconfirmed;
    /// Application to Gibraltar's airport is suspended (Art 1(3)). What the treaty
    /// between the European Union and the United Kingdom changes is not confirmed.
    GIBRALTAR: "Art 1(3); EU-UK treaty on Gibraltar", Territory, Unconfirmed;
    /// Only motorised fixed-wing aircraft are covered.
    FIXED_WING: "Art 3(4)", Answers, Sure;

    // Which journey
    /// Flights of one booking are one journey, from the first departure to the
    /// final destination.
    SINGLE_BOOKING: "C-11/11 Folkerts; C-537/17 Wegener", Booking, Sure;
    /// Outbound and return are two flights, even on one ticket.
    RETURN_IS_SEPARATE: "C-173/07 Emirates", Booking, Sure;
    /// The airline that sold the failed flight under its own number and flies
    /// another one of the booking answers for the whole.
    SELLER_ANSWERS: "Art 3(5); C-502/18 České aerolinie; order C-367/20", Licence, Probable;

    // The passenger
    /// Free tickets and reduced fares that the public cannot get are left out;
    /// tickets of frequent-flyer programmes are not.
    PUBLIC_FARE: "Art 3(3)", Answers, Sure;
    /// The passenger presents for check-in at the time stipulated in writing, else
    /// 45 minutes before departure; not where the flight is cancelled or the
    /// refusal was announced before (C-238/22).
    CHECK_IN: "Art 3(2)(a); C-474/22; C-238/22", Answers, Sure;
    /// For the sum for a delay the passenger must have gone on the journey.
    TRAVELLED: "C-54/23; C-474/22", Answers, Sure;
    /// Who took the fare back after five hours does not arrive late.
    REFUND_INSTEAD: "Art 6(1)(iii), 8(1)(a)", Answers, Probable;

    /// Who flew the first part, missed the connection and took the fare back for the
    /// rest did not take back the whole of it. No court is known to have decided on it.
    REST_REFUNDED: "Art 6(1)(iii), 8(1)(a); C-11/11 Folkerts", Answers, Unconfirmed,
        checked 2026-12-1;

    // The disruption
    /// Three hours or more at the final destination are as good as a cancellation.
    THREE_HOURS: "C-402/07 Sturgeon; C-581/10 Nelson", Times, Sure;
    /// As amended it takes more than three hours.
    MORE_THAN_THREE_HOURS: "Regulation (EU) 2026/2202, on Art 7 Regulation 261/2004", Times,
        Probable, checked 2026-12-1;
    /// Nothing says that a delay told two weeks before owes nothing, as a cancellation
    /// would; no court is known to have decided on it.
    DELAY_TOLD_AHEAD: "Art 5(1)(c)(i), 7; C-402/07 Sturgeon", Notice, Probable,
        checked 2026-12-1;
    /// In Switzerland judgments from after June 1999 are persuasive only, and
    /// some cantonal courts refuse the sum for a delay.
    SWISS_COURTS: "EU-Swiss Air Transport Agreement, Art 1(2); C-402/07 Sturgeon", Answers, Probable;
    /// The arrival is the moment at which a door opens.
    DOORS_OPEN: "C-452/13 Germanwings", Times, Sure;
    /// A flight is cancelled where it is not operated as planned.
    CANCELLATION: "Art 2(l), 5(1)", Answers, Sure;
    /// A flight that leaves more than one hour early is cancelled.
    BROUGHT_FORWARD: "Art 2(l), 5(1); C-146/20 Azurair", Answers, Sure;
    /// After a landing at another airport of the same area the arrival at the
    /// booked airport counts, or at a near place agreed with the passenger.
    LANDED_NEARBY: "Art 8(3); C-826/19", Answers, Sure;
    /// A flight that came back to where it had left is cancelled.
    CAME_BACK: "Art 2(l); C-83/10 Sousa Rodríguez", Answers, Sure;
    /// So is one that ended far from its destination, even if a bus went on.
    LANDED_FAR: "Art 2(l); order C-253/21 TUIfly", Answers, Probable;
    /// Refused boarding is a refusal against the will of a passenger who
    /// presented; operational reasons and an expected missed connection included
    /// (C-22/11, C-321/11).
    DENIED_BOARDING: "Art 2(j), 4(3)", Answers, Sure;
    /// Health, safety, security and documents are grounds to refuse, judged by how
    /// things really were.
    REFUSAL_GROUNDS: "Art 2(j); C-584/18", Answers, Sure;
    /// Who was refused on one flight of a connection and still reached the final
    /// destination without delay gets no sum: connecting flights are one.
    CONNECTION_ON_TIME: "Art 4(3), 7; C-191/19 Air Nostrum", Times, Sure, checked 2026-12-1;
    /// Who gives up the seat gets what was agreed, and keeps Art 8.
    VOLUNTEERS: "Art 4(1)", Answers, Sure;
    /// The Regulation is about boarding, cancellation, delay and class. Baggage is
    /// a matter of the Montreal Convention, Art 17 and 19.
    BAGGAGE: "Art 1(1)", Answers, Probable;

    // Notice and replacement
    /// Told two weeks before or earlier: no sum.
    TWO_WEEKS_NOTICE: "Art 5(1)(c)(i)", Notice, Sure;
    /// Told between two weeks and seven days before: no sum if the replacement
    /// leaves no more than two hours early and arrives less than four late.
    ONE_WEEK_NOTICE: "Art 5(1)(c)(ii)", Notice, Sure;
    /// Told less than seven days before: no sum if the replacement leaves no more
    /// than one hour early and arrives less than two late.
    SHORT_NOTICE: "Art 5(1)(c)(iii)", Notice, Sure;
    /// The airline proves that and when it told the passenger; word to an agent
    /// that never arrived does not count.
    NOTICE_PROOF: "Art 5(4); C-302/16 Krijgsman", Notice, Sure;
    /// A replacement that was itself three hours late or cancelled gives a second
    /// sum.
    SECOND_EVENT: "Art 7(1); C-832/18 Finnair", Times, Sure;

    // The cause
    /// Extraordinary circumstances excuse the airline that shows them, and that
    /// all reasonable measures would not have helped.
    EXTRAORDINARY: "Art 5(3)", Cause, Sure;
    /// As amended, the airline shows that they led to the disruption directly.
    DIRECT_CAUSE: "Regulation (EU) 2026/2202, on Art 5(3) Regulation 261/2004", Cause,
        Probable, checked 2026-12-1;
    /// Of a delay with several causes only the extraordinary part is taken off.
    MIXED_CAUSES: "C-315/15 Pešková", Cause, Sure;

    // The sum
    /// Up to 1,500 km.
    SUM_SHORT: "Art 7(1)(a), 7(4)", Distance, Sure;
    /// Over 1,500 km inside the Community, and up to 3,500 km elsewhere.
    SUM_MEDIUM: "Art 7(1)(b), 7(4)", Distance, Sure;
    /// By the agreements, a journey from or to the EEA or Switzerland is one inside
    /// the Community.
    SUM_BY_AGREEMENT: "Art 7(1)(b), 7(4); EEA and Swiss agreements", Distance, Probable;
    /// Everything else.
    SUM_LONG: "Art 7(1)(c), 7(4)", Distance, Sure;
    /// The distance is the great circle from the first departure to the final
    /// destination, whatever the route and whichever leg failed.
    GREAT_CIRCLE: "Art 7(4); C-559/16 Bossen", Distance, Sure;
    /// A delay of less than four hours halves the highest sum.
    HALF_DELAY: "Art 7(2)(c); C-402/07 Sturgeon, para 63", Times, Sure;
    /// As amended, one of no more than four hours does.
    HALF_UP_TO_FOUR_HOURS: "Regulation (EU) 2026/2202, on Art 7(2) Regulation 261/2004", Times,
        Probable, checked 2026-12-1;
    /// A replacement that arrives no more than two, three or four hours late
    /// halves the sum, by distance.
    HALF_REROUTING: "Art 7(2)", Times, Sure;
    /// But not one that left more than an hour early and arrived in time, nor the
    /// flight itself that was brought forward.
    NO_HALF_EARLY: "C-146/20 Azurair; C-270/20", Answers, Sure;

    // A lower class
    /// A passenger placed in a lower class than paid for gets a share of the price
    /// of that flight back.
    DOWNGRADE: "Art 10(2)", Answers, Sure;
    /// The share is for having flown lower: who flew as booked or higher, or not at
    /// all, was not placed there. Read from the text.
    NO_DOWNGRADE: "Art 10(1), 10(2)", Answers, Probable;
    /// Art 10 knows no extraordinary circumstances; Art 5(3) is about the sum of
    /// Art 7 for a cancellation.
    NO_DEFENCE_FOR_DOWNGRADE: "Art 5(3), 10(2)", Cause, Sure;
    /// 30 % up to 1,500 km.
    SHARE_SHORT: "Art 10(2)(a)", Distance, Sure;
    /// 50 % over 1,500 km inside the Community, and up to 3,500 km elsewhere.
    SHARE_MEDIUM: "Art 10(2)(b)", Distance, Sure;
    /// By the agreements, a flight from or to the EEA or Switzerland is one inside
    /// the Community.
    SHARE_BY_AGREEMENT: "Art 10(2)(b); EEA and Swiss agreements", Distance, Probable;
    /// Saint-Martin is a collectivity and no overseas department, so the general
    /// rule inside the Community stands.
    SHARE_SAINT_MARTIN: "Art 10(2)(b); Art 349, 355(1) TFEU", Distance, Probable;
    /// 75 % of every other flight.
    SHARE_LONG: "Art 10(2)(c)", Distance, Sure;
    /// And of flights between the European territory of the Member States and the
    /// French overseas departments.
    SHARE_FRENCH_OVERSEAS: "Art 10(2)(b), 10(2)(c)", Distance, Sure;
    /// The price is that of the one flight, without taxes that do not depend on
    /// the class.
    FLIGHT_PRICE: "Art 10(2); C-255/15 Mennens", Price, Sure;
    /// The share comes on top of the sum for a late arrival.
    SUM_ON_TOP: "Art 7(1), 10(2); C-402/07 Sturgeon", Times, Sure;

    // After the sum
    /// What the airline has paid for the disruption may be taken off.
    SET_OFF: "Art 12(1); C-354/18", Answers, Sure;
    /// National law says by when a claim goes to court.
    LIMITATION: "C-139/11 Cuadrench Moré", Answers, Sure;
}
