//! Data in rows: tables, and lists of terms with their values.

mod data_table;
mod description_list;
mod pairs;
mod summary_list;
mod toolbar;

pub use data_table::DataTable;
pub use description_list::DescriptionList;
pub use pairs::{Pair, Pairs};
pub use summary_list::{Change, SummaryList, SummaryRow};
pub use toolbar::Toolbar;
