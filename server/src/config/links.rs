//! How private links are made, and how long they open a claim.

use backend::Secret;

use super::Reader;

/// What an operator sets about private links.
#[derive(Debug, Clone, Default)]
pub struct LinkConfig {
    /// The keys, the newest first; without one, each process makes its own.
    pub keys: Vec<Secret>,
    /// For how many days a link opens its claim, if not for the usual ones.
    pub days: Option<u32>,
}

impl LinkConfig {
    /// Reads `AERO_LINK_KEYS` and `AERO_LINK_DAYS`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let days = match reader.text("AERO_LINK_DAYS", "").to_owned() {
            text if text.is_empty() => None,
            _ => reader
                .parsed("AERO_LINK_DAYS", "", "a whole number of days from 1")
                .map(std::num::NonZeroU32::get),
        };
        Self {
            keys: keys(reader),
            days,
        }
    }
}

fn keys(reader: &mut Reader<'_>) -> Vec<Secret> {
    let name = "AERO_LINK_KEYS";
    let file = format!("{name}_FILE");
    let is_set = !reader.text(name, "").is_empty() || !reader.text(&file, "").is_empty();
    let text = match is_set {
        true => reader.secret(name).unwrap_or_default(),
        false => return Vec::new(),
    };
    let entries = text.split([',', '\n']).map(str::trim);
    let keys: Option<Vec<Secret>> = entries
        .filter(|entry| !entry.is_empty())
        .map(|entry| entry.parse().ok())
        .collect();
    keys.unwrap_or_else(|| {
        // The value is a secret: it is not shown.
        reader.faults.push(format!(
            "{name} is a key of 64 hexadecimal digits in lower case, or several with commas \
             between them, the newest first"
        ));
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    const URL: (&str, &str) = ("DATABASE_URL", "postgres://localhost/aero");

    #[test]
    fn keys_are_replaced_by_writing_a_new_one_before_them() {
        let (old, new) = ("ab".repeat(32), "cd".repeat(32));
        let keys = format!("{new}, {old}");
        let links = read(&[URL, ("AERO_LINK_KEYS", &keys)]).unwrap().links;
        let texts: Vec<String> = links.keys.iter().map(|key| key.to_text()).collect();
        assert_eq!(texts, [new, old]);
        assert!(read(&[URL]).unwrap().links.keys.is_empty());
    }

    #[test]
    fn what_is_no_key_is_a_fault_that_does_not_show_it() {
        let short = "ab".repeat(31);
        let faults = read(&[URL, ("AERO_LINK_KEYS", &short)]).unwrap_err().0;
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(!faults[0].contains(&short), "{faults:?}");
        assert!(read(&[URL, ("AERO_LINK_DAYS", "0")]).is_err());
        let links = read(&[URL, ("AERO_LINK_DAYS", "30")]).unwrap().links;
        assert_eq!(links.days, Some(30));
    }
}
