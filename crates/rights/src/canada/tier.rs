//! The steps of the sums: three, six and nine hours.

use crate::code::Currency;
use crate::facts::CarrierSize;
use crate::money::Money;

/// One step of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tier {
    /// Minutes late from which it holds.
    pub from: i64,
    /// Dollars a large carrier owes.
    large: i64,
    /// Dollars a small carrier owes.
    small: i64,
}

impl Tier {
    const fn new(from: i64, large: i64, small: i64) -> Self {
        Self { from, large, small }
    }

    /// What a carrier of a size owes.
    pub fn amount(&self, size: CarrierSize) -> Money {
        let dollars = match size {
            CarrierSize::Large => self.large,
            CarrierSize::Small => self.small,
        };
        Money::new(dollars * 100, Currency::CAD)
    }
}

/// The lowest step for inconvenience (s19(1)).
pub const LOWEST_INCONVENIENCE: Tier = Tier::new(180, 400, 125);

/// The scale for inconvenience (s19(1)).
pub const INCONVENIENCE: [Tier; 3] = [
    LOWEST_INCONVENIENCE,
    Tier::new(360, 700, 250),
    Tier::new(540, 1000, 500),
];

/// The sum beside a refund (s19(2)).
pub const REFUNDED: Tier = Tier::new(0, 400, 125);

/// The lowest step for a refused boarding, however soon the passenger arrives
/// (s20(1)).
pub const LOWEST_DENIAL: Tier = Tier::new(i64::MIN, 900, 900);

/// The scale for a refused boarding, the same for every carrier (s20(1)).
pub const DENIAL: [Tier; 3] = [
    LOWEST_DENIAL,
    Tier::new(360, 1800, 1800),
    Tier::new(540, 2400, 2400),
];

/// The step of a scale for a delay; `None`: below the first.
pub fn step(scale: &[Tier; 3], minutes: i64) -> Option<Tier> {
    let mut reached = scale.iter().rev();
    reached.find(|tier| minutes >= tier.from).copied()
}

/// The next step above a delay.
pub fn next(scale: &[Tier; 3], minutes: i64) -> Option<Tier> {
    scale.iter().find(|tier| minutes < tier.from).copied()
}
