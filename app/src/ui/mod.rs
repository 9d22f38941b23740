//! How Aero looks: components that draw what they are given.
//!
//! Nothing here reads data, knows a language or decides anything. All words
//! come in as properties, because the site speaks English and French. The
//! matching style sheets are in `style/`; the class names used here and there
//! are listed at the top of each sheet.
//!
//! Optional words are a [`Wording`], so a page may pass `&str`, `String` or
//! an `Option` of either without unwrapping. Views that are passed as
//! properties are [`leptos::prelude::AnyView`]; write `.into_any()` after the
//! `view!`.

mod actions;
mod back_link;
mod block;
mod button;
mod card;
mod checkbox;
mod chip;
mod code;
mod column;
mod data_table;
mod date_field;
mod desk_bar;
mod desk_page;
mod details;
mod empty_state;
mod error_summary;
mod field_group;
mod head_row;
mod heading;
mod hidden;
mod icon;
mod lead;
mod link_button;
mod listing;
mod masthead;
mod notice;
mod page;
mod pairs;
mod path_ahead;
mod perforation;
mod progress;
mod proof;
mod radio_cards;
mod reasons;
mod reference;
mod route;
mod rows;
mod saved_note;
mod search_line;
mod select_field;
mod site_footer;
mod skip_link;
mod strip;
mod suggestions;
mod tabs;
mod text_area;
mod text_field;
mod ticket;
mod timeline;
mod verdict;
mod ways;
mod with_aside;
mod wording;
mod wordmark;

pub use actions::Actions;
pub use back_link::BackLink;
pub use block::Block;
pub use button::{Button, ButtonKind};
pub use card::Card;
pub use checkbox::Checkbox;
pub use chip::{Chip, ChipTone};
pub use code::Code;
pub use column::Column;
pub use data_table::DataTable;
pub use date_field::{DateField, DateParts, DateTriple};
pub use desk_bar::{DeskBar, DeskLink, DeskUser};
pub use desk_page::DeskPage;
pub use details::Details;
pub use empty_state::EmptyState;
pub use error_summary::ErrorSummary;
pub use field_group::FieldGroup;
pub use head_row::HeadRow;
pub use heading::{Heading, Level};
pub use hidden::Hidden;
pub use icon::{Icon, IconKind};
pub use lead::Lead;
pub use link_button::LinkButton;
pub use listing::Listing;
pub use masthead::{LanguageLink, Masthead};
pub use notice::Notice;
pub use page::Page;
pub use pairs::{Pair, Pairs};
pub use path_ahead::{PathAhead, PathStep};
pub use perforation::Perforation;
pub use progress::{Progress, StateWords, StopState};
pub use proof::{Proof, ProofStep};
pub use radio_cards::{RadioCards, RadioOption};
pub use reasons::{Reason, Reasons};
pub use reference::Reference;
pub use route::{Note, Route, RouteLeg, RouteStop};
pub use rows::{Change, Row, Rows};
pub use saved_note::SavedNote;
pub use search_line::SearchLine;
pub use select_field::{SelectField, SelectOption};
pub use site_footer::SiteFooter;
pub use skip_link::SkipLink;
pub use strip::Strip;
pub use suggestions::{Suggestion, Suggestions};
pub use tabs::{Tab, Tabs};
pub use text_area::TextArea;
pub use text_field::{FieldKind, FieldWidth, TextField};
pub use ticket::Ticket;
pub use timeline::{Timeline, TimelineEntry};
pub use verdict::{Tone, Verdict};
pub use ways::{Way, Ways};
pub use with_aside::WithAside;
pub use wording::Wording;
pub use wordmark::Wordmark;
