use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use app::request::ClientAddress;
use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::Response,
};

use crate::config::TrustedProxies;

/// Notes where a request comes from, for the limits.
pub async fn client_address(
    State(proxies): State<Arc<TrustedProxies>>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let client = peer.map(|ConnectInfo(peer)| proxies.client(peer.ip(), request.headers()));
    let address = client.map_or_else(|| "unknown".to_owned(), network);
    request.extensions_mut().insert(ClientAddress(address));
    next.run(request).await
}

/// One household has one IPv4 address but a whole /64 of IPv6.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_household_count_as_one() {
        let text = |address: &str| network(address.parse().unwrap());
        assert_eq!(text("192.0.2.7"), "192.0.2.7");
        assert_eq!(text("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(text("2001:db8:1:2:3:4:5:6"), text("2001:db8:1:2::1"));
        assert_ne!(text("2001:db8:1:2::1"), text("2001:db8:1:3::1"));
    }
}
