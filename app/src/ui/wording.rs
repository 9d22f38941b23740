use std::borrow::Cow;

/// Words that may be missing: a hint, a fault, a caption.
///
/// Converts from `&str`, `String` and an `Option` of either, so that a page
/// can hand over what it has. An empty string counts as missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(Option<String>);

impl Wording {
    /// The words, unless they are missing.
    pub fn get(self) -> Option<String> {
        self.0
    }

    /// Whether there are words.
    pub fn is_some(&self) -> bool {
        self.0.is_some()
    }
}

impl From<String> for Wording {
    fn from(text: String) -> Self {
        Self(Some(text).filter(|text| !text.is_empty()))
    }
}

impl From<&str> for Wording {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Cow<'_, str>> for Wording {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<Option<String>> for Wording {
    fn from(text: Option<String>) -> Self {
        text.map_or_else(Self::default, Into::into)
    }
}

impl From<Option<&str>> for Wording {
    fn from(text: Option<&str>) -> Self {
        text.map_or_else(Self::default, Into::into)
    }
}
