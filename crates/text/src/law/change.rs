use super::sentences;

sentences! {
    /// What could still change an outcome.
    pub fn change(rights::Change) in law.could_change {
        CauseProven => cause_proven {},
        MeasuresProven => measures_proven {},
        MinutesToThreshold => minutes_to_threshold { minutes },
        MinutesAboveThreshold => minutes_above_threshold { minutes as above },
        LessThanFourHoursHalves => less_than_four_hours_halves { minutes as above },
        FourHoursGiveFull => four_hours_give_full { minutes, amount },
        ToldTwoWeeksBefore => told_two_weeks_before {},
        OfferShown => offer_shown {},
        CarrierLicence => carrier_licence { carrier },
        DeadlineUncertain => deadline_uncertain { last_day },
        MinutesToHigherSum => minutes_to_higher_sum { minutes, amount },
        MinutesToLimit => minutes_to_limit { minutes, limit },
        MinutesAboveLimit => minutes_above_limit { limit, minutes as above },
        HelpedAbroad => helped_abroad {},
        SwissCourtMayRefuse => swiss_court_may_refuse {},
        WouldSettle => would_settle { cause, evidence },
        CheckInTimeNotNamed => check_in_time_not_named { minutes },
        DelayUnderLimitHalves => delay_under_limit_halves { limit, minutes as above },
        MinutesBeyondLimit => minutes_beyond_limit { limit, minutes as above },
        DelayUpToLimitHalves => delay_up_to_limit_halves { limit, minutes as above },
        DelayToldAhead => delay_told_ahead {},
    }
}
