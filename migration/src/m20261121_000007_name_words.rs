//! The words of a name are kept with the claim, where a search that looks at
//! many claims in their order can compare them without taking names apart.

use crate::step::{Step, versions_but_for_links};

pub(crate) const STEP: Step = Step {
    name: "m20261121_000007_name_words",
    up: UP,
    down: DOWN,
};

const UP: &str = concat!(
    r"
ALTER TABLE claims ADD COLUMN lead_words tsvector NOT NULL
    GENERATED ALWAYS AS (to_tsvector('simple', lead_name)) STORED;
CREATE INDEX claims_search_words_idx ON claims USING gin (lead_words);
-- No release has searched by it.
DROP INDEX claims_search_name_idx;
",
    versions_but_for_links!(
        "    -- Made from the name after this trigger.
    only_link.lead_words := NEW.lead_words;
"
    )
);

const DOWN: &str = concat!(
    versions_but_for_links!(""),
    r"
CREATE INDEX claims_search_name_idx ON claims USING gin (to_tsvector('simple', lead_name));
ALTER TABLE claims DROP COLUMN lead_words;
"
);
