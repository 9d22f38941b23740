//! How private links are made, and how long they open a claim.

use backend::{LINK_DAYS, Secret};

use super::reader::Reader;

/// What an operator sets about private links.
#[derive(Debug, Clone)]
pub struct LinkConfig {
    /// The keys, the newest first; without one, each process makes its own.
    pub keys: Vec<Secret>,
    /// For how many days a link opens its claim.
    pub days: u32,
}

impl LinkConfig {
    /// Reads `AERO_LINK_KEYS` and `AERO_LINK_DAYS`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            keys: keys(reader),
            days: reader.count("AERO_LINK_DAYS", LINK_DAYS),
        }
    }
}

fn keys(reader: &mut Reader<'_>) -> Vec<Secret> {
    let name = "AERO_LINK_KEYS";
    let text = reader.secret(name).unwrap_or_default();
    let entries = text.split([',', '\n']).map(str::trim);
    let keys: Option<Vec<Secret>> = entries
        .filter(|entry| !entry.is_empty())
        .map(|entry| entry.parse().ok())
        .collect();
    keys.unwrap_or_else(|| {
        // The value is a secret: it is not shown.
        reader.fault(format!(
            "{name} is a key of 64 hexadecimal digits in lower case, or several with commas \
             between them, the newest first"
        ));
        Vec::new()
    })
}

#[cfg(test)]
mod tests {
    use crate::config::tests::{DATABASE as URL, read};

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
        assert_eq!(links.days, 30);
    }
}
