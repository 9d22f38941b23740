use super::sentences;

sentences! {
    /// What a step under Regulation 261/2004 as amended found.
    pub fn finding(rights::finding::reform::Finding) in reform.finding {
        AmendedTextApplies => amended_text_applies { since },
        EitherTextGivesNothing => either_text_gives_nothing { since },
        ArrivedLateEnough => arrived_late_enough { minutes },
        ArrivedNotLateEnough => arrived_not_late_enough { minutes },
        HalvedUpToFourHours => halved_up_to_four_hours { minutes, amount },
        CauseNotDirect => cause_not_direct { cause },
    }
}
