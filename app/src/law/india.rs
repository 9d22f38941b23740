use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::india::Finding) in india.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
