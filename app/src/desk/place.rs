use domain::{Language, claim::ClaimReference};

/// A page of the desk that somebody asked for before signing in. It is named by what
/// follows the desk in its address, and only such a page can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// All claims.
    Queue,
    /// Jobs that failed.
    Jobs,
    /// A claim.
    Claim(ClaimReference),
    /// The page that judges a claim again.
    Reassess(ClaimReference),
}

impl Place {
    /// The page at a path.
    pub fn of_path(path: &str) -> Option<Self> {
        let mut parts = path.splitn(4, '/');
        let (Some(""), Some(_), Some("desk")) = (parts.next(), parts.next(), parts.next()) else {
            return None;
        };
        Self::parse(parts.next().unwrap_or("claims"))
    }

    /// The page of a name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "claims" => return Some(Self::Queue),
            "jobs" => return Some(Self::Jobs),
            _ => {}
        }
        let claim = name.strip_prefix("claims/")?;
        match claim.strip_suffix("/reassess") {
            Some(claim) => claim.parse().ok().map(Self::Reassess),
            None => claim.parse().ok().map(Self::Claim),
        }
    }

    /// Its name, for the address of the sign-in page.
    pub fn name(self) -> String {
        match self {
            Self::Queue => "claims".to_owned(),
            Self::Jobs => "jobs".to_owned(),
            Self::Claim(reference) => format!("claims/{reference}"),
            Self::Reassess(reference) => format!("claims/{reference}/reassess"),
        }
    }

    /// Its path.
    pub fn path(self, language: Language) -> String {
        match self {
            Self::Queue => format!("/{language}/desk"),
            _ => format!("/{language}/desk/{}", self.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_the_desk_have_a_name_and_nothing_else_has() {
        for path in [
            "/fr/desk",
            "/fr/desk/jobs",
            "/fr/desk/claims/AE-0000-0000",
            "/fr/desk/claims/AE-0000-0000/reassess",
        ] {
            let place = Place::of_path(path).unwrap();
            assert_eq!(place.path(Language::Fr), path);
            assert_eq!(Place::parse(&place.name()), Some(place));
        }
        for path in [
            "/fr",
            "/fr/tracking",
            "desk",
            "/fr/desk/",
            "//evil.example/desk",
        ] {
            assert_eq!(Place::of_path(path), None, "{path}");
        }
        for name in [
            "",
            "//evil.example",
            "https://evil.example",
            "claims/",
            "claims/../../tracking",
            "claims//evil.example",
            "claims/AE-0000-0000/reassess/x",
            "jobs/x",
            "\\evil.example",
        ] {
            assert_eq!(Place::parse(name), None, "{name}");
        }
    }
}
