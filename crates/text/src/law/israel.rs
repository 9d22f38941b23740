use super::sentences;

sentences! {
    /// What a step under the Israeli rules found.
    pub fn finding(rights::israel::Finding) in israel.finding {
        OutsideTerritory => outside_territory { origin, destination },
        TouchesIsrael => touches_israel { airport },
        LeftLate => left_late { minutes },
        LeftNotLateEnough => left_not_late_enough { minutes },
        LeftOnTime => left_on_time {},
        OnlyArrivalKnown => only_arrival_known { minutes },
        LeftEarly => left_early { minutes },
        LeftNotEarlyEnough => left_not_early_enough { minutes },
        EarlyToldInTime => early_told_in_time { days },
        DivertedFarOpen => diverted_far_open { landed_at },
        SpecialPeriodOpen => special_period_open { days },
        RestLongEnough => rest_long_enough { remaining },
        DenialExcuseOpen => denial_excuse_open {},
        ShortDistance => short_distance { km, amount },
        MediumDistance => medium_distance { km, amount },
        LongDistance => long_distance { km, amount },
        SumOfTheYearOpen => sum_of_the_year_open { km, amount },
        SumOfTheYearUnknown => sum_of_the_year_unknown { km },
        HalvingOpen => halving_open { hours },
        DowngradeOpen => downgrade_open {},
        NoBaggageSum => no_baggage_sum {},
        DomesticOpen => domestic_open {},
        DomesticTooShort => domestic_too_short { minutes },
        RefusedInWindow => refused_in_window { hours },
        AcceptanceUnknown => acceptance_unknown { hours },
        PaidUnderForeignLaw => paid_under_foreign_law { received },
        HalvedByAccepting => halved_by_accepting { limit, amount },
    }
}
