use super::sentences;

sentences! {
    /// What a step under the rules of the United States found.
    pub fn finding(rights::united_states::Finding) in united_states.finding {
        OutsideTerritory => outside_territory { origin, destination },
        TouchesUnitedStates => touches_united_states { airport },
        NoSumForDelay => no_sum_for_delay {},
        NoSumForDowngrade => no_sum_for_downgrade {},
        RefusedAbroad => refused_abroad { airport },
        RefusedAt => refused_at { airport },
        NotRefused => not_refused {},
        Oversold => oversold {},
        NotOversold => not_oversold {},
        OversoldUnknown => oversold_unknown {},
        NoSubstitute => no_substitute {},
        SubstituteWithinHour => substitute_within_hour {},
        SubstituteLate => substitute_late { minutes, limit },
        SubstituteTooLate => substitute_too_late { minutes, limit },
        SubstituteUnknown => substitute_unknown {},
        OlderAmounts => older_amounts { since },
        FareUnknown => fare_unknown {},
        FareNotInDollars => fare_not_in_dollars { fare },
        ShareOfFare => share_of_fare { percent, amount },
        ShareCapped => share_capped { percent, amount },
        InternationalBaggage => international_baggage {},
        LossUnknown => loss_unknown {},
        LossNotInDollars => loss_not_in_dollars { loss },
        OlderLimit => older_limit { since },
        LossWithinLimit => loss_within_limit { loss, limit },
        LossAboveLimit => loss_above_limit { loss, limit },
        StopoverOpen => stopover_open { airport },
    }
}
