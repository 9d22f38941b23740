//! Content codings (RFC 9110, section 8.4.1): which one a client wants, and how
//! to make them.

use std::{
    cell::RefCell,
    io::{self, Write},
};

use axum::http::{HeaderMap, HeaderValue, header};
use brotli::enc::BrotliEncoderParams;
use domain::weighted;
use flate2::{Compression, write::GzEncoder};
use zstd::bulk::Compressor;

/// A content coding that shortens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContentCoding {
    /// RFC 7932: the shortest, and slow to make: for what is cached.
    Brotli,
    /// RFC 1952: every client reads it.
    Gzip,
    /// RFC 8878: the quickest to make, and hardly longer.
    Zstd,
}

/// What a client wants of the codings that it was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Negotiated {
    /// The coding it likes best; none if it likes the plain bytes better.
    pub coding: Option<ContentCoding>,
    /// Whether it refuses the plain bytes.
    pub refuses_identity: bool,
}

impl ContentCoding {
    /// What is worth its time for an answer that is sent once, best first.
    pub const FOR_ONCE: [Self; 2] = [Self::Zstd, Self::Gzip];
    /// What is worth its time for an answer that is sent often, best first.
    pub const FOR_CACHE: [Self; 2] = [Self::Brotli, Self::Gzip];

    /// The name in `Content-Encoding`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// The same as a header.
    pub const fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.name())
    }

    /// Which of the `offered` a client wants (RFC 9110, section 12.5.3). Of
    /// those that it likes alike, the one that is offered first.
    pub fn negotiate(headers: &HeaderMap, offered: &[Self]) -> Negotiated {
        let accepted = Accepted::new(headers);
        let mut best = (None, 0);
        for coding in offered {
            let weight = accepted.weight(coding.name()).unwrap_or(0);
            if weight > best.1 {
                best = (Some(*coding), weight);
            }
        }
        // Not named, the plain bytes are taken, but nobody prefers them.
        let identity = accepted.weight("identity");
        Negotiated {
            coding: best.0.filter(|_| best.1 >= identity.unwrap_or(0)),
            refuses_identity: identity == Some(0),
        }
    }

    /// The bytes, shorter; longer only for what is shorter than a line.
    ///
    /// # Errors
    /// The encoder gives up, which none of them has a reason for.
    pub fn encode(self, plain: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::Brotli => {
                let mut encoded = Vec::new();
                let params = BrotliEncoderParams::default();
                brotli::BrotliCompress(&mut &*plain, &mut encoded, &params)?;
                Ok(encoded)
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(plain)?;
                encoder.finish()
            }
            Self::Zstd => zstd(plain),
        }
    }
}

/// What `Accept-Encoding` says.
struct Accepted<'a>(Vec<(&'a str, u16)>);

impl<'a> Accepted<'a> {
    fn new(headers: &'a HeaderMap) -> Self {
        let values = headers.get_all(header::ACCEPT_ENCODING).iter();
        let lists = values.filter_map(|value| value.to_str().ok());
        Self(lists.flat_map(weighted).collect())
    }

    /// The weight of a coding; `None` if nothing is said of it.
    fn weight(&self, name: &str) -> Option<u16> {
        let named = |name: &str| {
            let is = |known: &str| known.eq_ignore_ascii_case(name);
            // Named twice, a refusal counts.
            let weights = self.0.iter().filter(|(known, _)| is(known));
            weights.map(|(_, weight)| *weight).min()
        };
        let alias = (name == "gzip").then(|| named("x-gzip")).flatten();
        named(name).or(alias).or_else(|| named("*"))
    }
}

/// The quickest level: of a page of 8 KB the usual one saves 64 bytes more, for
/// half as much time again.
const ZSTD_LEVEL: i32 = 1;

/// Each thread keeps its encoder: making one costs as much as a page.
fn zstd(plain: &[u8]) -> io::Result<Vec<u8>> {
    thread_local! {
        static ENCODER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    }
    ENCODER.with_borrow_mut(|encoder| {
        let encoder = match encoder {
            Some(encoder) => encoder,
            None => encoder.insert(Compressor::new(ZSTD_LEVEL)?),
        };
        encoder.compress(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn negotiated(list: &str, offered: &[ContentCoding]) -> Negotiated {
        let headers = [(header::ACCEPT_ENCODING, list.parse().unwrap())];
        ContentCoding::negotiate(&headers.into_iter().collect(), offered)
    }

    #[test]
    fn the_best_that_the_client_takes() {
        use ContentCoding::{Brotli, Gzip, Zstd};
        for (list, once, cached) in [
            ("gzip, deflate, br, zstd", Some(Zstd), Some(Brotli)),
            ("gzip, deflate, br", Some(Gzip), Some(Brotli)),
            ("GZIP;q=1.0", Some(Gzip), Some(Gzip)),
            ("br;q=0, zstd; q=0.0, gzip;q=0.1", Some(Gzip), Some(Gzip)),
            ("br;q=0.5, zstd;q=0.5, gzip;q=0.8", Some(Gzip), Some(Gzip)),
            ("gzip;Q=0", None, None),
            ("gzip, gzip;q=0", None, None),
            ("x-gzip", Some(Gzip), Some(Gzip)),
            ("*", Some(Zstd), Some(Brotli)),
            ("*, zstd;q=0, br;q=0", Some(Gzip), Some(Gzip)),
            ("gzip;q=0.5, identity", None, None),
            ("identity;q=0.5, gzip;q=0.5", Some(Gzip), Some(Gzip)),
            ("identity", None, None),
            ("", None, None),
            ("brotli, xgzip;;q", None, None),
            ("gzip;q=nonsense", None, None),
        ] {
            let once_found = negotiated(list, &ContentCoding::FOR_ONCE).coding;
            assert_eq!(once_found, once, "{list}");
            let cached_found = negotiated(list, &ContentCoding::FOR_CACHE).coding;
            assert_eq!(cached_found, cached, "{list}");
        }
    }

    #[test]
    fn plain_bytes_are_taken_unless_they_are_refused() {
        for (list, refuses) in [
            ("", false),
            ("gzip", false),
            ("gzip;q=0", false),
            ("identity;q=0", true),
            ("*;q=0", true),
            ("*;q=0, identity;q=0.1", false),
            ("gzip, *;q=0", true),
        ] {
            let found = negotiated(list, &ContentCoding::FOR_ONCE);
            assert_eq!(found.refuses_identity, refuses, "{list}");
        }
    }

    #[test]
    fn what_is_encoded_can_be_read_again() {
        let plain = "What went wrong? ".repeat(500).into_bytes();
        for coding in [
            ContentCoding::Brotli,
            ContentCoding::Gzip,
            ContentCoding::Zstd,
        ] {
            for plain in [&plain[..], b"x", b""] {
                let encoded = coding.encode(plain).unwrap();
                let mut again = Vec::new();
                match coding {
                    ContentCoding::Brotli => {
                        brotli::BrotliDecompress(&mut &encoded[..], &mut again).unwrap();
                    }
                    ContentCoding::Gzip => {
                        let mut reader = flate2::read::GzDecoder::new(&encoded[..]);
                        io::copy(&mut reader, &mut again).unwrap();
                    }
                    ContentCoding::Zstd => again = zstd::decode_all(&encoded[..]).unwrap(),
                }
                assert_eq!(again, plain, "{}", coding.name());
            }
        }
    }
}
