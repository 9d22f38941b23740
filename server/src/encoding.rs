//! Content codings (RFC 9110, section 8.4.1): which ones a client takes, and
//! how to make them.

use std::{
    cell::RefCell,
    io::{self, Write},
};

use axum::http::{HeaderMap, HeaderValue, header};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use zstd::bulk::Compressor;

/// A way to write bytes down shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// RFC 7932: the shortest, and slow to make: for what is kept.
    Brotli,
    /// RFC 1952: every client reads it.
    Gzip,
    /// RFC 8878: the quickest to make, and hardly longer.
    Zstd,
}

impl Encoding {
    /// What is worth its time for an answer that is sent once, best first.
    pub const FOR_ONCE: [Self; 2] = [Self::Zstd, Self::Gzip];
    /// What is worth its time for an answer that is sent often, best first.
    pub const TO_KEEP: [Self; 2] = [Self::Brotli, Self::Gzip];

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

    /// The first of the `offered` that the client takes.
    pub fn accepted(headers: &HeaderMap, offered: &[Self]) -> Option<Self> {
        let accepts = |encoding: &Self| {
            headers
                .get_all(header::ACCEPT_ENCODING)
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|list| list.split(','))
                .any(|coding| is_accepted(coding, encoding.name()))
        };
        offered.iter().copied().find(accepts)
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

/// "br", "br;q=0.8"; not "br;q=0".
fn is_accepted(coding: &str, name: &str) -> bool {
    let (coding, weight) = coding.split_once(';').unwrap_or((coding, ""));
    let is_refused = weight
        .trim()
        .strip_prefix("q=")
        .is_some_and(|weight| weight.trim().parse::<f32>() == Ok(0.0));
    coding.trim().eq_ignore_ascii_case(name) && !is_refused
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

    fn accepted(list: &'static str, offered: &[Encoding]) -> Option<Encoding> {
        let headers = [(header::ACCEPT_ENCODING, HeaderValue::from_static(list))];
        Encoding::accepted(&headers.into_iter().collect(), offered)
    }

    #[test]
    fn the_best_that_the_client_takes() {
        use Encoding::{Brotli, Gzip, Zstd};
        for (list, once, kept) in [
            ("gzip, deflate, br, zstd", Some(Zstd), Some(Brotli)),
            ("gzip, deflate, br", Some(Gzip), Some(Brotli)),
            ("GZIP;q=1.0", Some(Gzip), Some(Gzip)),
            ("br;q=0, zstd; q=0.0, gzip;q=0.1", Some(Gzip), Some(Gzip)),
            ("identity", None, None),
            ("", None, None),
            ("brotli, xgzip;;q", None, None),
        ] {
            assert_eq!(accepted(list, &Encoding::FOR_ONCE), once, "{list}");
            assert_eq!(accepted(list, &Encoding::TO_KEEP), kept, "{list}");
        }
    }

    #[test]
    fn what_is_encoded_can_be_read_again() {
        let plain = "What went wrong? ".repeat(500).into_bytes();
        for encoding in [Encoding::Brotli, Encoding::Gzip, Encoding::Zstd] {
            for plain in [&plain[..], b"x", b""] {
                let encoded = encoding.encode(plain).unwrap();
                let mut again = Vec::new();
                match encoding {
                    Encoding::Brotli => {
                        brotli::BrotliDecompress(&mut &encoded[..], &mut again).unwrap();
                    }
                    Encoding::Gzip => {
                        let mut reader = flate2::read::GzDecoder::new(&encoded[..]);
                        io::copy(&mut reader, &mut again).unwrap();
                    }
                    Encoding::Zstd => again = zstd::decode_all(&encoded[..]).unwrap(),
                }
                assert_eq!(again, plain, "{}", encoding.name());
            }
        }
    }
}
