use std::{fmt, str::FromStr};

/// The SHA-256 of a blob's bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId([u8; 32]);

/// The text is no SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidBlobId;

impl BlobId {
    pub(super) fn from_digest(digest: [u8; 32]) -> Self {
        Self(digest)
    }
}

/// 64 hexadecimal digits.
impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for BlobId {
    type Err = InvalidBlobId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() != 64 || !text.bytes().all(is_digit) {
            return Err(InvalidBlobId);
        }
        let mut digest = [0; 32];
        for (place, byte) in digest.iter_mut().enumerate() {
            let digits = &text[2 * place..2 * place + 2];
            *byte = u8::from_str_radix(digits, 16).map_err(|_| InvalidBlobId)?;
        }
        Ok(Self(digest))
    }
}

#[cfg(test)]
mod tests {
    use super::{BlobId, InvalidBlobId};

    #[test]
    fn an_id_reads_back_and_nothing_else_is_one() {
        let id = BlobId::from_digest([0xa5; 32]);
        assert_eq!(id.to_string(), "a5".repeat(32));
        assert_eq!(id.to_string().parse(), Ok(id));
        for text in ["", "a5", &"A5".repeat(32), &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(text.parse::<BlobId>(), Err(InvalidBlobId), "{text}");
        }
    }
}
