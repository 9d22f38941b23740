use super::sentences;

sentences! {
    /// What a step under the Brazilian rules found.
    pub fn finding(rights::brazil::Finding) in brazil.finding {
        OutsideTerritory => outside_territory { origin, destination },
        TouchesBrazil => touches_brazil { airport },
        NoFixedSum => no_fixed_sum {},
        ScheduleChanged => schedule_changed { minutes },
        RefusedElsewhere => refused_elsewhere { origin, destination },
        DomesticSum => domestic_sum { amount },
        InternationalSum => international_sum { amount },
        FeederSum => feeder_sum { amount, higher },
        DowngradeNoSum => downgrade_no_sum {},
        BaggageNoSum => baggage_no_sum {},
        ScheduleMoved => schedule_moved { minutes, limit },
    }
}
