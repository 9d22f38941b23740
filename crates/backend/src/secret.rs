use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

/// 256 bits that only the browser or the holder of a link knows.
///
/// The database keeps their SHA-256: with 256 random bits a slow hash would
/// add nothing. The text form, 64 hexadecimal digits, goes into a cookie or a
/// link; `Debug` does not show it, so that it cannot get into a log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// Takes random bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What the database keeps.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// The bytes, for the key of an HMAC.
    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The text for a cookie or a link.
    pub fn to_text(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The text is no secret of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MalformedSecret;

impl FromStr for Secret {
    type Err = MalformedSecret;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 64
            || !text
                .bytes()
                .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
        {
            return Err(MalformedSecret);
        }
        let mut bytes = [0; 32];
        for (place, byte) in bytes.iter_mut().enumerate() {
            let digits = &text[2 * place..2 * place + 2];
            *byte = u8::from_str_radix(digits, 16).map_err(|_| MalformedSecret)?;
        }
        Ok(Self(bytes))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_nothing_else_does() {
        let secret = Secret::from_bytes([0xa5; 32]);
        assert_eq!(secret.to_text().parse(), Ok(secret));
        for text in ["", "a5", &"g".repeat(64), &"A5".repeat(32), &"é".repeat(32)] {
            assert_eq!(text.parse::<Secret>(), Err(MalformedSecret), "{text}");
        }
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        assert_eq!(
            format!("{:?}", Secret::from_bytes([0xa5; 32])),
            "Secret(..)"
        );
    }
}
