use super::sentences;

sentences! {
    /// What a step under the Canadian rules found.
    pub fn finding(rights::canada::Finding) in canada.finding {
        OutsideTerritory => outside_territory { origin, destination },
        TouchesCanada => touches_canada { airport },
        BeforeDelayRules => before_delay_rules { day, since },
        WithinControl => within_control {},
        RequiredForSafety => required_for_safety {},
        OutsideControl => outside_control {},
        CauseWithinControl => cause_within_control { cause },
        CauseRequiredForSafety => cause_required_for_safety { cause },
        CauseOutsideControl => cause_outside_control { cause },
        ToldEarly => told_early { days },
        ToldLate => told_late { days },
        ToldOnTheDay => told_on_the_day {},
        Oversold => oversold {},
        NotOversold => not_oversold {},
        OversoldUnknown => oversold_unknown {},
        LargeCarrierSum => large_carrier_sum { minutes, amount },
        SmallCarrierSum => small_carrier_sum { minutes, amount },
        LargeCarrierRefunded => large_carrier_refunded { amount },
        SmallCarrierRefunded => small_carrier_refunded { amount },
        SizeUnknown => size_unknown { carrier, lower, higher },
        DenialSum => denial_sum { minutes, amount },
        DenialSumInTime => denial_sum_in_time { amount },
        PaidUnderAnotherLaw => paid_under_another_law { received },
        NoSumForDowngrade => no_sum_for_downgrade {},
        NoSumForBaggage => no_sum_for_baggage {},
        DomesticBaggage => domestic_baggage {},
        BaggageLikeAbroad => baggage_like_abroad {},
        DelayedBaggage => delayed_baggage {},
        RequestTooLate => request_too_late { last_day },
        AnniversaryReached => anniversary_reached { last_day },
        RefusedAndRefunded => refused_and_refunded {},
    }
}
