use crate::ui::layout::IconKind;

/// What an outcome or a notice says, at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Yes, done.
    Good,
    /// Perhaps, look.
    Warn,
    /// Wrong. Not for outcomes.
    Bad,
    /// Good to know.
    #[default]
    Info,
    /// No, without alarm.
    No,
}

impl Tone {
    pub(in crate::ui) const fn mark(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info | Self::No => "info",
        }
    }

    pub(in crate::ui) const fn icon(self) -> IconKind {
        match self {
            Self::Good => IconKind::Check,
            Self::Warn => IconKind::Warning,
            Self::Bad => IconKind::Stop,
            Self::Info => IconKind::Info,
            Self::No => IconKind::Minus,
        }
    }
}
