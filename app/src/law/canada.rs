use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::canada::Finding) in canada.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
