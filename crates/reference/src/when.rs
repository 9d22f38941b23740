//! Days and times that stand beside a place: `Fri 12 Jun 14:35 FRA`.

/// What says when, in a line with digits in it: `Fri 12 Jun 14:35 FRA`.
pub(crate) fn is_time(word: &str) -> bool {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    match word.get(digits..).unwrap_or(word) {
        "" => digits <= 4,
        "h" | "hrs" | "uhr" | "am" | "pm" | "th" | "er" => true,
        rest => digits <= 2 && is_day_or_month(rest),
    }
}

fn is_day_or_month(word: &str) -> bool {
    matches!(
        word,
        "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "montag"
            | "dienstag"
            | "mittwoch"
            | "donnerstag"
            | "freitag"
            | "samstag"
            | "sonntag"
            | "lun"
            | "mar"
            | "mer"
            | "jeu"
            | "ven"
            | "sam"
            | "dim"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
            | "jan"
            | "feb"
            | "apr"
            | "may"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "okt"
            | "nov"
            | "dec"
            | "dez"
            | "mai"
            | "january"
            | "february"
            | "march"
            | "april"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "januar"
            | "februar"
            | "marz"
            | "juni"
            | "juli"
            | "oktober"
            | "dezember"
            | "janvier"
            | "fevrier"
            | "mars"
            | "avril"
            | "juin"
            | "juillet"
            | "aout"
            | "septembre"
            | "octobre"
            | "novembre"
            | "decembre"
            | "enero"
            | "febrero"
            | "marzo"
            | "abril"
            | "mayo"
            | "junio"
            | "julio"
            | "agosto"
            | "septiembre"
            | "octubre"
            | "noviembre"
            | "diciembre"
    )
}

#[cfg(test)]
mod tests {
    use super::is_time;

    #[test]
    fn times_and_days_say_nothing_about_a_place() {
        for word in ["14", "35", "2026", "12jun", "14h", "fri", "decembre"] {
            assert!(is_time(word), "{word}");
        }
        for word in ["fra", "bari", "20260", "t1", "jaen"] {
            assert!(!is_time(word), "{word}");
        }
    }
}
