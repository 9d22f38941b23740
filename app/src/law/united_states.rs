use super::sentences;

sentences! {
    /// What a step under this law found.
    pub fn finding(rights::united_states::Finding) in united_states.finding {
        OutsideTerritory => outside_territory { origin, destination },
    }
}
