use std::num::NonZeroU32;

/// How much one address may do. Each number is a burst that is free at once,
/// and what comes back of it, evenly, in the time of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotas {
    /// Failed sign-ins for one account; see [`Limits::sign_in`](super::Limits::sign_in).
    pub sign_ins_per_minute: NonZeroU32,
    /// Look-ups of claims by their private link.
    pub look_ups_per_minute: NonZeroU32,
    /// Suggestions of airports.
    pub suggestions_per_minute: NonZeroU32,
    /// New drafts. Later pages of a draft count no more.
    pub drafts_per_hour: NonZeroU32,
    /// Claims that are sent. The same one again counts no more.
    pub claims_per_hour: NonZeroU32,
    /// Cases that other programs have judged.
    pub assessments_per_minute: NonZeroU32,
}

impl Quotas {
    /// More mistypings than a person makes before asking somebody.
    const SIGN_INS: NonZeroU32 = number(10);
    /// Nobody guesses 256 bits; this keeps the database from a script that
    /// tries. A hall of travellers who read their claims stays below.
    const LOOK_UPS: NonZeroU32 = number(120);
    /// One for each letter of a few who type at once. It is a search in memory.
    const SUGGESTIONS: NonZeroU32 = number(600);
    /// The passengers of a full aircraft behind the one address of a hotel or
    /// an airport, who want to know their verdict in the same hour.
    const DRAFTS: NonZeroU32 = number(300);
    /// Those of them who send: families send one claim together. People read
    /// each claim, so a script must not be able to bury the desk.
    const CLAIMS: NonZeroU32 = number(120);
    /// A case costs a fraction of a millisecond of one core, and no database.
    const ASSESSMENTS: NonZeroU32 = number(12_000);
}

impl Default for Quotas {
    fn default() -> Self {
        Self {
            sign_ins_per_minute: Self::SIGN_INS,
            look_ups_per_minute: Self::LOOK_UPS,
            suggestions_per_minute: Self::SUGGESTIONS,
            drafts_per_hour: Self::DRAFTS,
            claims_per_hour: Self::CLAIMS,
            assessments_per_minute: Self::ASSESSMENTS,
        }
    }
}

const fn number(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}
