//! A place in the list of airports that is searched.

/// The number of an airport in the list. The busier of two has the lower one.
pub(crate) type Place = u32;
