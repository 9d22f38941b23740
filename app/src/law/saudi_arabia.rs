use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::saudi_arabia::Finding) in saudi_arabia.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
