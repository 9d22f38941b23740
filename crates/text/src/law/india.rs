use super::sentences;

sentences! {
    /// What a step under the Indian rules found.
    pub fn finding(rights::india::Finding) in india.finding {
        OutsideTerritory => outside_territory { origin, destination },
        IndianCarrier => indian_carrier { airport, carrier },
        ForeignCarrier => foreign_carrier { carrier, licence },
        LicenceUnknown => licence_unknown { carrier },
        OlderSums => older_sums { since },
        ToldADayBefore => told_a_day_before { days },
        ToldTooLate => told_too_late {},
        MissedConnection => missed_connection {},
        AlternativeTaken => alternative_taken {},
        AlternativeNotTaken => alternative_not_taken {},
        BlockTimeUnknown => block_time_unknown {},
        FareUnknown => fare_unknown {},
        FareInOtherCurrency => fare_in_other_currency { fare },
        FlatSum => flat_sum { minutes, amount },
        FareIsLower => fare_is_lower { minutes, limit, amount },
        OversoldUnknown => oversold_unknown {},
        NotOversold => not_oversold {},
        AlternativeWithinHour => alternative_within_hour {},
        AlternativeWithinDay => alternative_within_day {},
        AlternativeLater => alternative_later {},
        NoAlternativeUsed => no_alternative_used {},
        ShareOfFare => share_of_fare { fare, share, amount },
        ShareCapped => share_capped { fare, share, limit },
        OwnStrikeOpen => own_strike_open {},
        NoSum => no_sum {},
        DowngradeUnconfirmed => downgrade_unconfirmed {},
        BaggageNoSum => baggage_no_sum {},
        NoContactGiven => no_contact_given {},
        TicketPriceUnknown => ticket_price_unknown {},
        DowngradeInland => downgrade_inland { fare, share, amount },
        DowngradeAbroad => downgrade_abroad { km, fare, share, amount },
    }
}
