//! How much one address may do.

use backend::Quotas;

use super::reader::Reader;

pub(super) fn read(reader: &mut Reader<'_>) -> Quotas {
    let usual = Quotas::default();
    let mut quota = |name, usual| reader.parsed(name, usual, "a whole number from 1");
    Quotas {
        sign_ins_per_minute: quota("AERO_SIGN_IN_PER_MINUTE", usual.sign_ins_per_minute),
        look_ups_per_minute: quota("AERO_LOOK_UP_PER_MINUTE", usual.look_ups_per_minute),
        live_openings_per_minute: quota("AERO_LIVE_PER_MINUTE", usual.live_openings_per_minute),
        suggestions_per_minute: quota("AERO_SUGGEST_PER_MINUTE", usual.suggestions_per_minute),
        drafts_per_hour: quota("AERO_DRAFTS_PER_HOUR", usual.drafts_per_hour),
        saves_per_minute: quota("AERO_SAVES_PER_MINUTE", usual.saves_per_minute),
        claims_per_hour: quota("AERO_CLAIMS_PER_HOUR", usual.claims_per_hour),
        assessments_per_minute: quota("AERO_ASSESS_PER_MINUTE", usual.assessments_per_minute),
        link_requests_per_hour: quota("AERO_LINK_REQUESTS_PER_HOUR", usual.link_requests_per_hour),
    }
}

#[cfg(test)]
mod tests {
    use backend::Quotas;

    use crate::config::tests::{DATABASE, read};

    #[test]
    fn a_quota_is_as_it_is_set_and_else_as_usual() {
        let config = read(&[DATABASE, ("AERO_DRAFTS_PER_HOUR", "7")]).unwrap();
        assert_eq!(config.quotas.drafts_per_hour.get(), 7);
        let usual = Quotas::default();
        assert_eq!(config.quotas.claims_per_hour, usual.claims_per_hour);
    }
}
