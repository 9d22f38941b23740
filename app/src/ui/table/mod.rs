//! Data in rows: tables, and lists of terms with their values.

mod data_table;
mod details;
mod pairs;
mod rows;
mod strip;

pub use data_table::DataTable;
pub use details::Details;
pub use pairs::{Pair, Pairs};
pub use rows::{Change, Row, Rows};
pub use strip::Strip;
