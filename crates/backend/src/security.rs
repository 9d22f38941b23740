//! What the log of security events may tell of people: target `security`, a
//! fixed name in `event`, and never more of who it was than is made here.

use std::net::IpAddr;

use sha2::{Digest, Sha256};

/// An account as the log names it: enough to see that two lines are of one
/// account, and no e-mail address.
pub fn account(email: &str) -> String {
    let digest = Sha256::digest(email.trim().to_lowercase());
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The network of a client address, as far as an operator needs it to see where
/// an attack comes from: a /24 of IPv4, a /48 of IPv6.
pub fn network(address: &str) -> String {
    let address = address.trim_end_matches("/64");
    match address.parse::<IpAddr>().map(|ip| ip.to_canonical()) {
        Ok(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Ok(IpAddr::V6(ip)) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
        Err(_) => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_tells_networks_and_no_addresses() {
        assert_eq!(network("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("::ffff:192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("2001:db8:1:2::/64"), "2001:db8:1::/48");
        assert_eq!(network("seed"), "unknown");
    }

    #[test]
    fn an_account_is_the_same_however_it_is_typed() {
        let hash = account("ines@example.org");
        assert_eq!(hash, account(" Ines@Example.ORG "));
        assert_ne!(hash, account("tomasz@example.org"));
        // SHA-256 of the address, its first 64 bits.
        assert_eq!(hash.len(), 16);
    }
}
