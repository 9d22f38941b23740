//! Picks out of bytes. Every pick succeeds: where the bytes run out it is the
//! first of a list, the lowest of a range, and never the rare thing.

use arbitrary::Unstructured;

/// What is left of the bytes.
pub struct Choices<'a>(Unstructured<'a>);

impl<'a> Choices<'a> {
    /// Picks out of these bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Unstructured::new(bytes))
    }

    /// A whole number, both ends included.
    pub fn number(&mut self, from: i64, to: i64) -> i64 {
        self.0.int_in_range(from..=to).unwrap_or(from)
    }

    /// One of a list that is not empty.
    pub fn of<T: Copy>(&mut self, list: &[T]) -> T {
        let last = i64::try_from(list.len()).unwrap_or(1) - 1;
        let index = usize::try_from(self.number(0, last)).unwrap_or_default();
        list[index]
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: i64) -> bool {
        self.number(1, times) == times
    }

    /// Something, once in so many times.
    pub fn rarely<T>(&mut self, times: i64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(times).then(|| make(self))
    }
}
