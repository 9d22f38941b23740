//! Which proxies are trusted, and how they tell the client's address.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;
use ipnet::IpNet;

use super::reader::Reader;

/// The proxies between the clients and this server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrustedProxies {
    /// The networks they send from. None: a client connects directly.
    pub networks: Vec<IpNet>,
    /// The header in which they tell the client's address.
    pub header: ClientAddressHeader,
}

/// A header that tells the client's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClientAddressHeader {
    /// `X-Forwarded-For`: each proxy appends where it has the request from.
    #[default]
    ForwardedFor,
    /// `CF-Connecting-IP`, which Cloudflare sets to the client's address.
    CloudflareConnectingIp,
}

impl TrustedProxies {
    /// Reads `AERO_TRUSTED_PROXIES` and `AERO_CLIENT_ADDRESS_HEADER`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Self {
        let headers = [
            ("x-forwarded-for", ClientAddressHeader::ForwardedFor),
            (
                "cf-connecting-ip",
                ClientAddressHeader::CloudflareConnectingIp,
            ),
        ];
        reader.retired(
            "AERO_TRUSTED_PROXY",
            "write the networks of the proxies into AERO_TRUSTED_PROXIES, like 172.30.10.0/24, \
             and the header they set into AERO_CLIENT_ADDRESS_HEADER, like cf-connecting-ip",
        );
        Self {
            networks: networks(reader),
            header: reader.one_of("AERO_CLIENT_ADDRESS_HEADER", &headers),
        }
    }

    /// The address of the client, from that of the connection and the headers.
    ///
    /// A header is believed only from a proxy that is trusted: anybody can send
    /// one.
    pub fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.trusts(peer) {
            return peer;
        }
        match self.header {
            ClientAddressHeader::ForwardedFor => self.forwarded_for(peer, headers),
            ClientAddressHeader::CloudflareConnectingIp => headers
                .get("cf-connecting-ip")
                .and_then(|value| address(value.to_str().ok()?))
                .unwrap_or(peer),
        }
    }

    /// The last entry of `X-Forwarded-For` that is none of our proxies. What
    /// stands left of it came with the request and may be made up.
    fn forwarded_for(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let values = headers.get_all("x-forwarded-for").into_iter();
        let entries: Vec<&str> = values
            .map(|value| value.to_str().unwrap_or_default())
            .flat_map(|value| value.split(','))
            .collect();
        let mut client = peer;
        for entry in entries.into_iter().rev() {
            // Behind an entry that is no address, nobody vouches for anything.
            let Some(from) = address(entry) else { break };
            client = from;
            if !self.trusts(from) {
                break;
            }
        }
        client
    }

    /// Whether a connection from this address is one of our proxies'.
    pub fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.networks
            .iter()
            .any(|network| network.contains(&address))
    }
}

fn networks(reader: &mut Reader<'_>) -> Vec<IpNet> {
    let text = reader.text("AERO_TRUSTED_PROXIES", "");
    let mut networks = Vec::new();
    let entries = text.split(',').map(str::trim);
    for entry in entries.filter(|entry| !entry.is_empty()) {
        match network(entry) {
            Some(network) => networks.push(network),
            None => reader.fault(format!(
                "AERO_TRUSTED_PROXIES: {entry} is no network; write networks with commas \
                 between them, like 172.30.10.0/24,2001:db8::/32"
            )),
        }
    }
    networks
}

/// A network, or one address.
fn network(text: &str) -> Option<IpNet> {
    let network = text.parse::<IpNet>().ok();
    let network = network.or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
    // One that trusts everybody is a mistake.
    network
        .filter(|network| network.prefix_len() > 0)
        .map(|network| network.trunc())
}

/// An address of a header, with or without a port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = text.strip_prefix('[').and_then(|t| t.strip_suffix(']'));
    let ip = bare.unwrap_or(text).parse::<IpAddr>().ok();
    ip.or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
        .map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::tests::{DATABASE, faults, read};

    fn proxies(networks: &[&str], header: ClientAddressHeader) -> TrustedProxies {
        TrustedProxies {
            networks: networks.iter().map(|text| network(text).unwrap()).collect(),
            header,
        }
    }

    fn client(proxies: &TrustedProxies, peer: &str, headers: &[(&'static str, &str)]) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        proxies.client(peer.parse().unwrap(), &map).to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_connection_counts() {
        let nobody = TrustedProxies::default();
        let cloudflare = proxies(
            &["172.30.10.0/24"],
            ClientAddressHeader::CloudflareConnectingIp,
        );
        let headers = [
            ("x-forwarded-for", "198.51.100.1"),
            ("cf-connecting-ip", "198.51.100.2"),
        ];
        assert_eq!(client(&nobody, "203.0.113.9", &headers), "203.0.113.9");
        assert_eq!(client(&cloudflare, "203.0.113.9", &headers), "203.0.113.9");
        assert_eq!(client(&cloudflare, "172.30.10.7", &headers), "198.51.100.2");
        assert_eq!(
            client(&cloudflare, "::ffff:172.30.10.7", &headers),
            "198.51.100.2"
        );
    }

    #[test]
    fn the_last_entry_that_is_no_proxy_is_the_client() {
        let two = proxies(
            &["10.0.0.0/8", "2001:db8:1::/48"],
            ClientAddressHeader::ForwardedFor,
        );
        let from = |header: &str| client(&two, "10.0.0.1", &[("x-forwarded-for", header)]);
        assert_eq!(from("198.51.100.1"), "198.51.100.1");
        assert_eq!(from("6.6.6.6, 198.51.100.1"), "198.51.100.1", "made up");
        assert_eq!(from("6.6.6.6, 198.51.100.1, 10.2.3.4"), "198.51.100.1");
        assert_eq!(from("198.51.100.1:1234, 2001:db8:1::9"), "198.51.100.1");
        assert_eq!(from("2001:db8:2::9, [2001:db8:1::9]:443"), "2001:db8:2::9");
        assert_eq!(from("6.6.6.6, nonsense, 10.2.3.4"), "10.2.3.4");
        assert_eq!(from(""), "10.0.0.1");
        assert_eq!(from("10.9.9.9"), "10.9.9.9", "a client of our own network");
        let several = [
            ("x-forwarded-for", "6.6.6.6"),
            ("x-forwarded-for", "198.51.100.1"),
        ];
        assert_eq!(client(&two, "10.0.0.1", &several), "198.51.100.1");
    }

    #[test]
    fn what_is_no_network_is_no_proxy() {
        for text in ["", "here", "10.0.0.0/33", "0.0.0.0/0", "::/0", "10.0.0"] {
            assert_eq!(network(text), None, "{text}");
        }
        assert_eq!(network("10.1.2.3").unwrap().to_string(), "10.1.2.3/32");
        assert_eq!(network("10.1.2.3/8").unwrap().to_string(), "10.0.0.0/8");
    }

    #[test]
    fn the_setting_of_the_release_before_is_a_fault_that_says_what_to_write() {
        let faults = faults(&[DATABASE, ("AERO_TRUSTED_PROXY", "cf-connecting-ip")]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("AERO_TRUSTED_PROXIES"), "{faults:?}");
        assert!(
            faults[0].contains("AERO_CLIENT_ADDRESS_HEADER"),
            "{faults:?}"
        );
    }

    #[test]
    fn proxies_are_networks_with_commas_between_them() {
        let networks = ("AERO_TRUSTED_PROXIES", "172.30.10.0/24, ::1");
        let config = read(&[DATABASE, networks]).unwrap();
        assert_eq!(config.trusted_proxies.networks.len(), 2);
        let wrong = ("AERO_TRUSTED_PROXIES", "172.30.10.0/24, here, 0.0.0.0/0");
        assert_eq!(faults(&[DATABASE, wrong]).len(), 2);
    }
}
