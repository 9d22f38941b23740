use super::sentences;

sentences! {
    /// What a step under the Montreal Convention found.
    pub fn finding(rights::montreal::Finding) in montreal.finding {
        BetweenStates => between_states { origin, destination },
        StopAbroad => stop_abroad { stop },
        EuropeanCarrier => european_carrier { carrier, licence },
        NotInternational => not_international { origin, destination },
        StateNotBound => state_not_bound { airport },
        StateUnknown => state_unknown { airport },
        ReturnTicketOpen => return_ticket_open { airport },
        LicenceUnknown => licence_unknown { carrier },
        SeveralCarriers => several_carriers { carrier },
        Late => late { minutes },
        LateInTheEnd => late_in_the_end { minutes },
        NotPerformed => not_performed {},
        DowngradeNotCovered => downgrade_not_covered {},
        AllMeasuresShown => all_measures_shown {},
        MeasuresNotShown => measures_not_shown {},
        NoExcuseForBaggage => no_excuse_for_baggage {},
        BaggageUnknown => baggage_unknown {},
        BaggageLost => baggage_lost {},
        ComplaintInTime => complaint_in_time { days, limit },
        ComplaintLate => complaint_late { days, limit },
        ComplaintUnknown => complaint_unknown { limit },
        LossUnknown => loss_unknown { limit },
        NoLoss => no_loss {},
        LossWithinLimit => loss_within_limit { loss, limit },
        LossAboveLimit => loss_above_limit { loss, limit },
        LossNearLimit => loss_near_limit { loss, limit },
        TwoYearsOver => two_years_over { last_day },
        MeasuresWithoutCause => measures_without_cause {},
    }
}
