use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::brazil::Finding) in brazil.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
