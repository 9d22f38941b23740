use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconKind {
    /// A tick in a ring: holds, done.
    Check,
    /// A stroke in a ring: no.
    Minus,
    /// An exclamation in a triangle: look.
    Warning,
    /// An exclamation in an octagon: wrong.
    Stop,
    /// A letter i in a ring: to know.
    Info,
    /// A pencil: answer.
    Pencil,
    /// An arrow coming round: go on with what was saved.
    Return,
}

impl IconKind {
    /// The strokes, in a field of 24 by 24.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Check => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.3l2.8 2.7 5.3-5.8",
            Self::Minus => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8",
            Self::Warning => "M12 3.6 2.8 20h18.4ZM12 9.8v4.7M12 17.3v.1",
            Self::Stop => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3ZM12 7.4v5.8M12 16.4v.1",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 11.2v5.3M12 7.7v.1",
            Self::Pencil => {
                "M4.5 19.5l1-4.3L15.9 4.8a2.3 2.3 0 0 1 3.3 3.3L8.8 18.5ZM13.8 6.9l3.3 3.3"
            }
            Self::Return => "M4.5 12.5A7.6 7.6 0 1 0 7.2 6.3L4.5 8.8M4.5 4.3v4.5H9",
        }
    }
}

/// A small image beside words that say the same.
#[component]
pub fn Icon(
    /// What it shows.
    kind: IconKind,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width="24"
            height="24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=kind.strokes() />
        </svg>
    }
}
