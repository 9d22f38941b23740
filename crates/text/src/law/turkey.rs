use super::sentences;

sentences! {
    /// What a step under the Turkish rules found.
    pub fn finding(rights::turkey::Finding) in turkey.finding {
        OutsideTerritory => outside_territory { origin, destination },
        StartsInTurkey => starts_in_turkey { airport },
        ArrivesOnTurkishCarrier => arrives_on_turkish_carrier { destination, carrier, licence },
        ChangesPlanes => changes_planes { airport },
        FreeTicketCovered => free_ticket_covered {},
        NoDelaySumBefore => no_delay_sum_before { day, since },
        BroughtForwardOpen => brought_forward_open { minutes },
        DivertedFarOpen => diverted_far_open { landed_at },
        OwnStrikeOpen => own_strike_open {},
        Domestic => domestic { origin, destination, amount },
        DowngradeOpen => downgrade_open {},
        NoBaggageSum => no_baggage_sum {},
        BroughtForwardIsCancelled => brought_forward_is_cancelled { minutes },
        DomesticHalvingOpen => domestic_halving_open { lower, amount },
        SumBesideFare => sum_beside_fare {},
        FareBackArrivalUnknown => fare_back_arrival_unknown {},
    }
}
