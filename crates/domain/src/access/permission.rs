/// Something that only some of the staff may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// See the queue and every claim in it.
    ReadClaims,
    /// Approve and reject claims.
    DecideClaims,
    /// Assess a sent claim by the rules of today.
    ReassessClaims,
    /// Run failed jobs again.
    RetryJobs,
    /// Make, disable and enable accounts.
    ManageStaff,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Permission; 5] = [
        Permission::ReadClaims,
        Permission::DecideClaims,
        Permission::ReassessClaims,
        Permission::RetryJobs,
        Permission::ManageStaff,
    ];

    /// The name in the log.
    pub fn name(self) -> &'static str {
        match self {
            Permission::ReadClaims => "read_claims",
            Permission::DecideClaims => "decide_claims",
            Permission::ReassessClaims => "reassess_claims",
            Permission::RetryJobs => "retry_jobs",
            Permission::ManageStaff => "manage_staff",
        }
    }
}

/// A permission as a type, so that a use case can say which one it takes a
/// [`Grant`](super::Grant) of.
pub trait Permitted: Copy {
    /// Which one.
    const PERMISSION: Permission;
}

macro_rules! permitted {
    ($($name:ident),*) => {$(
        #[doc = concat!("[`Permission::", stringify!($name), "`] as a type.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name;

        impl Permitted for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )*};
}

permitted!(
    ReadClaims,
    DecideClaims,
    ReassessClaims,
    RetryJobs,
    ManageStaff
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_has_a_word_for_each() {
        let names = Permission::ALL.map(Permission::name);
        assert_eq!(
            names,
            [
                "read_claims",
                "decide_claims",
                "reassess_claims",
                "retry_jobs",
                "manage_staff"
            ]
        );
    }
}
