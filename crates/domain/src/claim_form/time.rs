use jiff::civil::Time;

use super::FaultKind;

/// Reads a time of day as people write it: `7:05`, `0705`, `7.05`, `7h05`,
/// `7 05`, `19:30`, `7:05 pm`.
///
/// # Errors
/// [`FaultKind::Missing`] if it is empty, [`FaultKind::Time`] if it is no time.
pub fn parse_time(text: &str) -> Result<Time, FaultKind> {
    let text = text.trim().to_ascii_lowercase();
    if text.is_empty() {
        return Err(FaultKind::Missing);
    }
    let (clock, half) = match text.strip_suffix("pm").map(|rest| (rest, 12)) {
        Some(found) => (found.0, Some(found.1)),
        None => match text.strip_suffix("am") {
            Some(rest) => (rest, Some(0)),
            None => (text.as_str(), None),
        },
    };
    let (hour, minute) = hour_and_minute(clock.trim()).ok_or(FaultKind::Time)?;
    let hour = match half {
        None => hour,
        Some(offset) if (1..=12).contains(&hour) => hour % 12 + offset,
        Some(_) => return Err(FaultKind::Time),
    };
    Time::new(hour, minute, 0, 0).map_err(|_| FaultKind::Time)
}

fn hour_and_minute(clock: &str) -> Option<(i8, i8)> {
    let number = |digits: &str| -> Option<i8> {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    if let Some((hour, minute)) = clock.split_once([':', '.', 'h', ' ', ',']) {
        let minute = minute.trim();
        // "7h" and "7 h" are whole hours in French.
        let minute = if minute.is_empty() && clock.ends_with('h') {
            "0"
        } else {
            minute
        };
        return Some((number(hour.trim())?, number(minute)?));
    }
    match clock.len() {
        3 | 4 if clock.is_ascii() => {
            let (hour, minute) = clock.split_at(clock.len() - 2);
            Some((number(hour)?, number(minute)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for text in [
            "7:05", "07:05", "7:5", "0705", "705", "7.05", "7h05", "7 05", "7:05am", "7:05 AM",
        ] {
            assert_eq!(parse_time(text), Ok(time(7, 5, 0, 0)), "{text}");
        }
        assert_eq!(parse_time("19h"), Ok(time(19, 0, 0, 0)));
        assert_eq!(parse_time("7:05 pm"), Ok(time(19, 5, 0, 0)));
        assert_eq!(parse_time("12:10 am"), Ok(time(0, 10, 0, 0)));
        assert_eq!(parse_time("12:10 pm"), Ok(time(12, 10, 0, 0)));
        assert_eq!(parse_time("00:00"), Ok(time(0, 0, 0, 0)));
    }

    #[test]
    fn other_texts_are_no_times() {
        assert_eq!(parse_time(" "), Err(FaultKind::Missing));
        for text in [
            "24:00", "7:60", "7", "12345", "-1:00", "+7:05", "13:00 pm", "0:10 am", "noon", "🕖",
            "é05", "::", "7:", "7:30h",
        ] {
            assert_eq!(parse_time(text), Err(FaultKind::Time), "{text}");
        }
    }
}
