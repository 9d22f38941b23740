use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::israel::Finding) in israel.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
