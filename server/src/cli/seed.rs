use std::sync::Arc;

use backend::{Backend, NewStaffError, SystemClock};
use domain::{
    Language,
    access::Role,
    claim_form::{Field, Step},
};
use jiff::civil::Date;

use crate::{config::Config, lifecycle};

/// How to seed.
#[derive(clap::Args)]
pub struct Arguments {
    /// Really make accounts whose password everybody knows
    #[arg(long, required = true)]
    demo: bool,
    /// Do nothing where somebody can sign in already
    #[arg(long)]
    if_empty: bool,
}

/// Accounts for a look around on one's own machine. Their password is public,
/// so they are never made for a service that others can reach.
const STAFF: [(&str, &str, Role); 2] = [
    ("ines@example.org", "Ines Okafor", Role::Reviewer),
    ("tomasz@example.org", "Tomasz Zielinski", Role::Admin),
];
const PASSWORD: &str = "aero-demo-desk";

/// Makes demo staff and claims, and prints how to sign in.
pub async fn run(config: &Config, arguments: &Arguments) -> Result<(), String> {
    is_of_this_machine(config, arguments.demo)?;
    let backend = lifecycle::backend(config, Arc::new(SystemClock)).await?;
    let has_staff = backend
        .has_staff()
        .await
        .map_err(|error| error.to_string())?;
    if !(arguments.if_empty && has_staff) {
        add_staff(&backend).await?;
        add_claims(&backend).await?;
    }
    print_sign_ins(config, &backend).await
}

/// Demo accounts have a password that everybody knows: they are made only where
/// nobody else comes in, by address, by listening or by the database.
fn is_of_this_machine(config: &Config, demo: bool) -> Result<(), String> {
    let faults = [
        (
            !demo,
            "say --demo: it makes accounts whose password is public",
        ),
        (!config.site.is_loopback(), "AERO_ORIGIN is public"),
        (
            !config.listen.ip().is_loopback(),
            "AERO_LISTEN is no loopback address",
        ),
        (
            !config.database.url.is_local(),
            "the database is on another machine",
        ),
    ];
    match faults.into_iter().find(|(is_fault, _)| *is_fault) {
        None => Ok(()),
        Some((_, why)) => Err(format!(
            "{why}; demo accounts are only made for a machine of one's own"
        )),
    }
}

async fn add_staff(backend: &Backend) -> Result<(), String> {
    for (email, name, role) in STAFF {
        match backend.add_staff(email, name, role, PASSWORD).await {
            Ok(_) | Err(NewStaffError::Taken) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(())
}

/// Says how to sign in, but only with what really works.
async fn print_sign_ins(config: &Config, backend: &Backend) -> Result<(), String> {
    println!("Desk: {}/en/desk", config.site.origin);
    for (email, _, role) in STAFF {
        if backend.sign_in("seed", email, PASSWORD).await.is_ok() {
            println!("  {email}   {PASSWORD}   ({})", role.name());
        }
    }
    Ok(())
}

async fn add_claims(backend: &Backend) -> Result<(), String> {
    let today = backend.today();
    let weeks_ago = |weeks: i64| {
        today
            .checked_sub(jiff::Span::new().weeks(weeks))
            .unwrap_or(today)
    };
    for (weeks, claim) in (1..).zip(claims()) {
        send(backend, &claim, weeks_ago(weeks)).await?;
    }
    Ok(())
}

/// A demo claim: answers by field, and days after the flight for its dates.
struct DemoClaim {
    language: Language,
    answers: &'static [(&'static str, &'static str)],
    arrived_days_later: i64,
}

fn claims() -> [DemoClaim; 4] {
    [
        DemoClaim {
            language: Language::En,
            answers: &[
                ("event", "delay"),
                ("origin", "BRE"),
                ("stop-1", "CDG"),
                ("stop-2", "GRU"),
                ("destination", "ASU"),
                ("one-booking", "yes"),
                ("flight-1", "AF1225"),
                ("flight-2", "AF454"),
                ("flight-3", "LA1302"),
                ("trouble-leg", "1"),
                ("booked-arrival-time", "23:30"),
                ("actual-arrival-time", "10:30"),
                ("reason", "none"),
                ("passenger-1", "Marta Brandt"),
                ("passenger-2", "Jonas Brandt"),
                ("passenger-3", "Lina Brandt"),
                ("email", "marta.brandt@example.org"),
            ],
            arrived_days_later: 1,
        },
        DemoClaim {
            language: Language::Fr,
            answers: &[
                ("event", "delay"),
                ("origin", "LHR"),
                ("destination", "CDG"),
                ("flight-1", "AF1681"),
                ("booked-arrival-time", "12:20"),
                ("actual-arrival-time", "15:40"),
                ("reason", "technical"),
                ("passenger-1", "Camille Moreau"),
                ("email", "camille.moreau@example.org"),
            ],
            arrived_days_later: 0,
        },
        DemoClaim {
            language: Language::En,
            answers: &[
                ("event", "delay"),
                ("origin", "AMS"),
                ("destination", "LIS"),
                ("flight-1", "KL1693"),
                ("booked-arrival-time", "12:25"),
                ("actual-arrival-time", "15:13"),
                ("reason", "weather"),
                ("passenger-1", "Thandiwe Nkosi-van der Merwe"),
                ("email", "thandiwe@example.org"),
            ],
            arrived_days_later: 0,
        },
        DemoClaim {
            language: Language::En,
            answers: &[
                ("event", "cancellation"),
                ("origin", "FRA"),
                ("destination", "MAD"),
                ("flight-1", "LH1112"),
                ("notice", "less"),
                ("booked-departure-time", "10:00"),
                ("booked-arrival-time", "12:35"),
                ("replacement", "taken"),
                ("replacement-departure-time", "10:00"),
                ("replacement-arrival-time", "14:35"),
                ("reason", "crew"),
                ("passenger-1", "Jürgen Schäfer"),
                ("email", "juergen.schaefer@example.org"),
            ],
            arrived_days_later: 0,
        },
    ]
}

async fn send(backend: &Backend, claim: &DemoClaim, flight_day: Date) -> Result<(), String> {
    let arrived = flight_day
        .checked_add(jiff::Span::new().days(claim.arrived_days_later))
        .unwrap_or(flight_day);
    let mut answers: Vec<(String, String)> = claim
        .answers
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    for (moment, day) in [
        ("flight", flight_day),
        ("booked-departure", flight_day),
        ("booked-arrival", flight_day),
        ("actual-arrival", arrived),
        ("replacement-departure", flight_day),
        ("replacement-arrival", flight_day),
    ] {
        for (part, number) in [
            ("day", i64::from(day.day())),
            ("month", i64::from(day.month())),
            ("year", i64::from(day.year())),
        ] {
            answers.push((format!("{moment}-{part}"), number.to_string()));
        }
    }
    answers.extend([Field::IsTrue, Field::MayAct].map(|field| (field.name(), "yes".to_owned())));
    let mut secret = None;
    for step in Step::ALL {
        let saved = backend
            .save_answers(secret.as_ref(), claim.language, step, &answers)
            .await;
        let saved = saved.map_err(|error| error.to_string())?;
        secret = saved.new_secret.or(secret);
    }
    let Some(secret) = secret else {
        return Err("no draft was made".to_owned());
    };
    let draft = backend.load_draft(&secret).await;
    let draft = draft.map_err(|error| error.to_string())?;
    let seen = draft.map_or(0, |draft| draft.version);
    let sent = backend
        .submit_claim(&secret, claim.language, seen, &answers)
        .await;
    match sent {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("the demo claim of {flight_day}: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(settings: &[(&str, &str)]) -> Config {
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Config::from_variables(&settings.collect()).unwrap()
    }

    #[test]
    fn public_passwords_stay_on_a_machine_of_ones_own() {
        let own = ("DATABASE_URL", "postgres://aero@127.0.0.1:5432/aero");
        let open =
            |settings: &[(&str, &str)], demo| is_of_this_machine(&config(settings), demo).is_ok();
        assert!(open(&[own], true));
        assert!(open(&[own, ("AERO_LISTEN", "[::1]:3000")], true));
        assert!(!open(&[own], false), "without --demo");
        for other in [
            ("AERO_LISTEN", "0.0.0.0:3000"),
            ("AERO_LISTEN", "192.168.1.7:3000"),
            ("AERO_LISTEN", "[::]:3000"),
            ("AERO_ORIGIN", "https://claims.example.org"),
            ("AERO_ORIGIN", "http://claims.example.org"),
            ("AERO_ORIGIN", "http://192.168.1.7"),
        ] {
            assert!(!open(&[own, other], true), "{other:?}");
        }
        for (url, is_own) in [
            ("postgres://aero:secret@localhost/aero", true),
            ("postgres://aero@[::1]:5432/aero", true),
            ("postgresql://localhost/aero?host=/var/run/postgresql", true),
            ("postgres:///aero", false),
            ("postgres://aero@db.example.org/aero", false),
            ("postgres://aero:localhost@10.0.0.7/aero", false),
            ("postgres://aero@localhost/aero?host=db.example.org", false),
            ("postgres://aero@127.0.0.1/aero?hostaddr=10.0.0.7", false),
        ] {
            assert_eq!(open(&[("DATABASE_URL", url)], true), is_own, "{url}");
        }
    }
}
