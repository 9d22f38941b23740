use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::turkey::Finding) in turkey.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
