//! Which of its private links a claim has.

use crate::step::Step;

pub(crate) const STEP: Step = Step::in_transaction(
    "m20261130_000022_link_generations",
    UP,
    "ALTER TABLE claims DROP COLUMN link_generation, DROP COLUMN link_renewal_hash",
);

const UP: &str = r"
ALTER TABLE claims
    -- The secret of a link is derived from the claim's id and this number.
    ADD COLUMN link_generation integer NOT NULL DEFAULT 1 CHECK (link_generation > 0),
    -- SHA-256 of what the form carried that renewed the link: the same form sent
    -- twice arrives at the same link.
    ADD COLUMN link_renewal_hash bytea UNIQUE CHECK (octet_length(link_renewal_hash) = 32);
";
