//! Forms: fields with their label, hint and error message, and the buttons that
//! send them.

mod actions;
mod button;
mod checkbox;
mod combobox_field;
mod date_field;
mod field_frame;
mod field_group;
mod link_button;
mod radio_cards;
mod search_line;
mod select_field;
mod suggestions;
mod text_area;
mod text_field;

pub use actions::Actions;
pub use button::{Button, ButtonKind};
pub use checkbox::Checkbox;
pub use combobox_field::ComboboxField;
pub use date_field::{DateField, DateParts, DateTriple};
pub use field_group::FieldGroup;
pub use link_button::LinkButton;
pub use radio_cards::{RadioCards, RadioOption};
pub use search_line::SearchLine;
pub use select_field::{SelectField, SelectOption};
pub use suggestions::{Suggestion, Suggestions};
pub use text_area::TextArea;
pub use text_field::{FieldKind, FieldWidth, TextField};
