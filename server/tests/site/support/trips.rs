/// Pages of the form, with what is filled in.
pub type Trip = &'static [(&'static str, &'static [(&'static str, &'static str)])];

/// A direct flight, eleven hours late: EUR 600. With its stops it is in
/// `claim_form::journeys`.
pub const DELAY: Trip = &[
    ("what-went-wrong", &[("event", "delay")]),
    ("trip", &[("origin", "Bremen"), ("destination", "ASU")]),
    (
        "flights",
        &[
            ("flight-1", "AF 1225"),
            ("flight-day", "2"),
            ("flight-month", "March"),
            ("flight-year", "2026"),
        ],
    ),
    (
        "schedule",
        &[
            ("booked-arrival-day", "3"),
            ("booked-arrival-month", "3"),
            ("booked-arrival-year", "2026"),
            ("booked-arrival-time", "7:30"),
        ],
    ),
    (
        "arrival",
        &[
            ("actual-arrival-day", "3"),
            ("actual-arrival-month", "3"),
            ("actual-arrival-year", "2026"),
            ("actual-arrival-time", "18h30"),
        ],
    ),
    ("reason", &[("reason", "none")]),
];

/// The same flight two hours late: no sum.
pub const SHORT_DELAY: Trip = &[
    DELAY[0],
    DELAY[1],
    DELAY[2],
    DELAY[3],
    (
        "arrival",
        &[
            ("actual-arrival-day", "3"),
            ("actual-arrival-month", "3"),
            ("actual-arrival-year", "2026"),
            ("actual-arrival-time", "9:30"),
        ],
    ),
    DELAY[5],
];

/// FRA-MAD cancelled on the day before; another flight, two hours later at
/// the end: EUR 125.
pub const CANCELLATION: Trip = &[
    ("what-went-wrong", &[("event", "cancellation")]),
    ("trip", &[("origin", "FRA"), ("destination", "MAD")]),
    (
        "flights",
        &[
            ("flight-1", "LH1112"),
            ("flight-day", "5"),
            ("flight-month", "3"),
            ("flight-year", "26"),
        ],
    ),
    ("notice", &[("notice", "less")]),
    (
        "schedule",
        &[
            ("booked-departure-day", "5"),
            ("booked-departure-month", "3"),
            ("booked-departure-year", "2026"),
            ("booked-departure-time", "10:00"),
            ("booked-arrival-day", "5"),
            ("booked-arrival-month", "3"),
            ("booked-arrival-year", "2026"),
            ("booked-arrival-time", "12:35"),
        ],
    ),
    (
        "replacement",
        &[
            ("replacement", "taken"),
            ("replacement-departure-day", "5"),
            ("replacement-departure-month", "3"),
            ("replacement-departure-year", "2026"),
            ("replacement-departure-time", "10:00"),
            ("replacement-arrival-day", "5"),
            ("replacement-arrival-month", "3"),
            ("replacement-arrival-year", "2026"),
            ("replacement-arrival-time", "14:35"),
        ],
    ),
    ("reason", &[("reason", "crew")]),
];

/// Who travelled and where to write.
pub const PEOPLE: Trip = &[
    ("people", &[("passenger-1", "Marta Brandt")]),
    ("contact", &[("email", "marta.brandt@example.org")]),
];
