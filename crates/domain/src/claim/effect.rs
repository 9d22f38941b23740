use serde::{Deserialize, Serialize};

use crate::ids::ClaimId;

/// Work that follows from a change of a claim.
///
/// It is stored in the transaction of the change, and done after it.
/// It carries ids only: what it needs besides, it reads when it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Write to the passenger.
    SendMail(MailKind, ClaimId),
    /// Tell those who look at the desk or at the claim's own page that the claim has
    /// changed. It is no job: nobody is told later who does not look now.
    NotifyViewers(ClaimId),
}

/// What a message to the passenger is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailKind {
    /// The claim has arrived; with the private link.
    ClaimReceived,
    /// The claim was decided.
    ClaimDecided,
    /// There is a new private link.
    LinkRenewed,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [MailKind; 3] = [
        MailKind::ClaimReceived,
        MailKind::ClaimDecided,
        MailKind::LinkRenewed,
    ];

    /// The name in the payload of a job and in the locales.
    pub fn name(self) -> &'static str {
        match self {
            MailKind::ClaimReceived => "claim_received",
            MailKind::ClaimDecided => "claim_decided",
            MailKind::LinkRenewed => "link_renewed",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::MailKind;

    #[test]
    fn every_mail_has_a_name_that_reads_back() {
        let names = ["claim_received", "claim_decided", "link_renewed"];
        assert_eq!(MailKind::ALL.map(MailKind::name), names);
        for kind in MailKind::ALL {
            assert_eq!(MailKind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(MailKind::from_name("claim"), None);
    }
}
