use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::montreal::Finding) in montreal.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
