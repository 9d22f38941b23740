use std::marker::PhantomData;

use super::{DecideClaims, Permission, Permitted, ReadClaims, ReassessClaims, Role};
use crate::ids::StaffId;

/// A member of staff who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Whose actions these are, for the history of a claim.
    pub id: StaffId,
    /// Shown in the desk's bar.
    pub name: String,
    /// What this person is there for.
    pub role: Role,
}

/// The proof that a member of staff has been found to have a permission. Only
/// [`Staff::may`] gives one, so a use case that takes one cannot forget to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant<P> {
    staff_id: StaffId,
    permission: PhantomData<P>,
}

/// The role of somebody has not this permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Denied {
    /// Who asked.
    pub staff_id: StaffId,
    /// For what.
    pub permission: Permission,
}

impl Staff {
    /// Asks for a permission: `staff.may(DecideClaims)?`.
    ///
    /// # Errors
    /// The role has it not.
    pub fn may<P: Permitted>(&self, _permission: P) -> Result<Grant<P>, Denied> {
        if self.role.has(P::PERMISSION) {
            Ok(Grant {
                staff_id: self.id,
                permission: PhantomData,
            })
        } else {
            Err(Denied {
                staff_id: self.id,
                permission: P::PERMISSION,
            })
        }
    }
}

impl<P> Grant<P> {
    /// Who has it.
    pub fn staff_id(&self) -> StaffId {
        self.staff_id
    }
}

impl<P> Grant<P> {
    /// Another permission that every role with this one has.
    fn implied<Q>(self) -> Grant<Q> {
        Grant {
            staff_id: self.staff_id,
            permission: PhantomData,
        }
    }
}

impl Grant<DecideClaims> {
    /// Who decides a claim reads it.
    pub fn reading(self) -> Grant<ReadClaims> {
        self.implied()
    }
}

impl Grant<ReassessClaims> {
    /// Who judges a claim again reads it.
    pub fn reading(self) -> Grant<ReadClaims> {
        self.implied()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn who_changes_claims_may_read_them() {
        for role in Role::ALL {
            for changing in [Permission::DecideClaims, Permission::ReassessClaims] {
                let implied = !role.has(changing) || role.has(Permission::ReadClaims);
                assert!(implied, "{role:?} {changing:?}");
            }
        }
    }

    #[test]
    fn a_grant_is_given_to_whose_role_has_it() {
        let staff = |role| Staff {
            id: StaffId::from_uuid(Uuid::from_u128(7)),
            name: "Ines".to_owned(),
            role,
        };
        let auditor = staff(Role::Auditor);
        assert_eq!(
            auditor.may(ReadClaims).map(|grant| grant.staff_id()),
            Ok(auditor.id)
        );
        let denied = Denied {
            staff_id: auditor.id,
            permission: Permission::DecideClaims,
        };
        assert_eq!(auditor.may(DecideClaims), Err(denied));
        assert!(staff(Role::Reviewer).may(DecideClaims).is_ok());
    }
}
