use super::sentences;

sentences! {
    /// What a step under the Saudi rules found.
    pub fn finding(rights::saudi_arabia::Finding) in saudi_arabia.finding {
        OutsideTerritory => outside_territory { origin, destination },
        TouchesSaudiArabia => touches_saudi_arabia { airport },
        ChangesPlanes => changes_planes { airport },
        LateEnough => late_enough { minutes },
        NotLateEnough => not_late_enough { minutes },
        EndsDiffer => ends_differ { departure, arrival },
        RefundTakenOpen => refund_taken_open {},
        RestLongEnough => rest_long_enough { remaining },
        DelaySum => delay_sum { amount },
        CancellationOpen => cancellation_open {},
        BroughtForwardOpen => brought_forward_open { minutes },
        UnscheduledStopOpen => unscheduled_stop_open { amount },
        DeniedBoardingOpen => denied_boarding_open {},
        DowngradeOpen => downgrade_open {},
        BaggageLostOpen => baggage_lost_open { amount },
        BaggageDamagedOpen => baggage_damaged_open {},
        BaggageLateOpen => baggage_late_open { first, further, limit },
        BaggageUnknown => baggage_unknown {},
    }
}
