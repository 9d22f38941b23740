//! What has been released stays as it is, to the letter: a database that took a
//! step never takes it again, so a changed text would make two schemas of one.

use sea_orm_migration::MigrationTrait;
use sha2::{Digest, Sha256};

use crate::STEPS;
use crate::step::Step;

/// Each step of a release, with the SHA-256 of its text. A release adds its
/// steps at the end; no line ever changes.
const RELEASED: [(&str, &str); 7] = [
    (
        "m20261121_000001_staff",
        "9875c2e64452340005bdf0501a436deeee8337361cd286978f1ebfb7555dce20",
    ),
    (
        "m20261121_000002_claims",
        "2c59eac4c0d04e3e2e9050a4abe36ef13197ae5ca0f2b6ebf4046dadcf4c49c2",
    ),
    (
        "m20261121_000003_claim_events",
        "b5c0b3fdd1a063f23a2a3f79b343b35336747f47c991630db1dd13b489f1ceca",
    ),
    (
        "m20261121_000004_drafts",
        "3b1a81beb7d21624822a2b309b9f9415e826cb9572a12a7b9a35a0f162fb583e",
    ),
    (
        "m20261121_000005_sessions",
        "a3fa98ab092e75f0ac35b263b66a21d0e6015b9c19859e2e09cdf0448150bc77",
    ),
    (
        "m20261121_000006_link_renewals",
        "bc9f1abd407e2b60c888c4651f7e8f61e305ceec1ef5c144aee2b8b4bfc898d6",
    ),
    (
        "m20261121_000007_name_words",
        "ef915339417e8397679e04c85b02b0c35f2d1f8164df77c1ef33f645a2247abd",
    ),
];

/// Of all its texts, forwards and backwards, parted by NUL.
fn sha256(step: &Step) -> String {
    let digest = Sha256::digest(step.texts().concat().join("\0"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn released_steps_come_first_and_are_what_they_were() {
    let today: Vec<(&str, String)> = STEPS
        .iter()
        .take(RELEASED.len())
        .map(|step| (step.name(), sha256(step)))
        .collect();
    let today: Vec<(&str, &str)> = today.iter().map(|(n, sum)| (*n, sum.as_str())).collect();
    assert_eq!(today, RELEASED);
}

#[test]
fn steps_are_taken_in_the_order_of_their_names() {
    assert!(STEPS.is_sorted_by(|one, next| one.name() < next.name()));
}

/// The tables that a text makes.
fn made_by(text: &str) -> Vec<&str> {
    after(text, "CREATE TABLE ")
}

/// The words that follow each of `words`, without what PostgreSQL lets stand between.
fn after<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
    let rest = text.split(words).skip(1);
    rest.filter_map(|rest| {
        let rest = rest.trim_start_matches("IF NOT EXISTS ");
        rest.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.'))
            .next()
    })
    .collect()
}

/// The tables that a text builds an index on.
fn indexed_by(text: &str) -> Vec<&str> {
    let statements = text.split(';').map(str::trim_start);
    let indexes = statements
        .filter_map(|statement| statement.split_once("INDEX ").map(|(_, index)| index))
        .filter(|index| !index.starts_with("CONCURRENTLY"));
    indexes
        .filter_map(|index| after(index, " ON ").into_iter().next())
        .collect()
}

/// Building an index keeps writers out for as long as it takes: on a table that
/// may hold millions of rows that is an outage. `CONCURRENTLY` does not, and
/// needs a step outside a transaction.
#[test]
fn no_step_keeps_writers_of_an_earlier_table_waiting_for_an_index() {
    for step in STEPS.iter().skip(RELEASED.len()) {
        let [up, _] = step.texts();
        for text in up {
            let made = made_by(text);
            for table in indexed_by(text) {
                assert!(made.contains(&table), "{}: index on {table}", step.name());
            }
        }
    }
}

#[test]
fn an_index_is_found_in_a_text() {
    let text = "CREATE TABLE new (id uuid);\n-- Why.\nCREATE UNIQUE INDEX a ON new (id);
        CREATE INDEX b ON claims (id);DROP INDEX c;CREATE INDEX CONCURRENTLY d ON claims (id);";
    assert_eq!(made_by(text), ["new"]);
    assert_eq!(indexed_by(text), ["new", "claims"]);
}

/// Of staff there are tens; any other table may hold millions of rows.
const SMALL: [&str; 1] = ["staff"];

/// Steps that stood before this rule.
const BEFORE_THE_RULE: [&str; 2] = [
    "m20261130_000011_people",
    "m20261130_000022_link_generations",
];

/// What an `ALTER TABLE` looks at every row for, or writes every row anew, while
/// nobody reads the table; and what it is that makes it short.
const LONG_CHANGES: [(&str, &str); 8] = [
    ("UNIQUE", "USING INDEX"),
    ("PRIMARY KEY", "USING INDEX"),
    ("EXCLUDE", "USING INDEX"),
    ("CHECK (", "NOT VALID"),
    ("REFERENCES", "NOT VALID"),
    (" TYPE ", "nothing"),
    ("GENERATED ALWAYS", "nothing"),
    // Outside of a transaction it follows the validation of a check that says so.
    ("SET NOT NULL", "nothing"),
];

/// A text without its comments and without the bodies of functions; those of `DO`
/// run at once, and stay.
fn plain(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default());
    let text = lines.collect::<Vec<_>>().join("\n");
    let mut plain = String::new();
    for (number, piece) in text.split("$$").enumerate() {
        let is_body = number % 2 == 1;
        let begun = plain.rsplit(';').next().unwrap_or_default();
        let is_done = begun.trim_start().starts_with("DO");
        match (is_body, is_done) {
            (false, _) => plain.push_str(piece),
            (true, true) => plain.push_str(&format!(";{}", piece.replace("BEGIN", ";"))),
            (true, false) => {}
        }
    }
    plain
}

/// The tables of an earlier step whose readers or writers wait until a text has looked
/// at all rows, and for what.
fn long_locks(text: &str, is_in_transaction: bool) -> Vec<(String, String)> {
    let text = plain(text);
    let made = made_by(&text);
    let mut found = Vec::new();
    for statement in text.split(';').map(str::trim_start) {
        let changed = ["ALTER TABLE ", "UPDATE "]
            .into_iter()
            .filter(|word| statement.starts_with(word))
            .find_map(|word| after(statement, word).into_iter().next());
        let Some(table) = changed.filter(|table| !made.contains(table) && !SMALL.contains(table))
        else {
            continue;
        };
        let mut note = |what: &str| found.push((table.to_owned(), what.trim().to_owned()));
        if statement.starts_with("UPDATE ") {
            note("UPDATE");
            continue;
        }
        for (what, unless) in LONG_CHANGES {
            // Each of them, where a statement has several.
            let count = |words: &str| statement.matches(words).count();
            let is_allowed = what == "SET NOT NULL" && !is_in_transaction;
            if count(what) > count(unless) && !is_allowed {
                note(what);
            }
        }
    }
    found
}

/// A step asks for its table for a moment only; what takes as long as there are rows
/// is split up, as docs/how-to/a-table.md says.
#[test]
fn no_step_keeps_a_large_table_to_itself_while_it_looks_at_every_row() {
    for step in STEPS.iter().skip(RELEASED.len()) {
        let [up, _] = step.texts();
        let is_in_transaction = step.use_transaction() == Some(true);
        let long: Vec<_> = up
            .iter()
            .flat_map(|text| long_locks(text, is_in_transaction))
            .collect();
        let is_old = BEFORE_THE_RULE.contains(&step.name());
        assert_eq!(!long.is_empty(), is_old, "{}: {long:?}", step.name());
    }
}

#[test]
fn what_takes_as_long_as_there_are_rows_is_found_in_a_text() {
    let found = |text: &str, is_in_transaction: bool| -> Vec<String> {
        let found = long_locks(text, is_in_transaction);
        found
            .into_iter()
            .map(|(table, what)| format!("{table}: {what}"))
            .collect()
    };
    for (text, expected) in [
        (
            "ALTER TABLE claims ADD COLUMN a bytea UNIQUE",
            "claims: UNIQUE",
        ),
        (
            "ALTER TABLE claims\n ADD COLUMN a int CHECK (a > 0);",
            "claims: CHECK (",
        ),
        (
            "ALTER TABLE drafts ADD PRIMARY KEY (a)",
            "drafts: PRIMARY KEY",
        ),
        (
            "ALTER TABLE claims ADD COLUMN b uuid REFERENCES staff (id)",
            "claims: REFERENCES",
        ),
        (
            "ALTER TABLE claims ALTER COLUMN a TYPE bigint",
            "claims: TYPE",
        ),
        ("-- Why.\nUPDATE claims SET a = 1", "claims: UPDATE"),
        (
            "DO $$ BEGIN UPDATE claims SET a = 1; END $$;",
            "claims: UPDATE",
        ),
        (
            "ALTER TABLE claims ADD CONSTRAINT c CHECK (a > 0) NOT VALID,
                ADD CONSTRAINT d CHECK (b > 0)",
            "claims: CHECK (",
        ),
        (
            "ALTER TABLE claims ALTER COLUMN a SET NOT NULL",
            "claims: SET NOT NULL",
        ),
    ] {
        assert_eq!(found(text, true), [expected], "{text}");
    }
    for text in [
        "ALTER TABLE claims ADD COLUMN a int NOT NULL DEFAULT 1",
        "ALTER TABLE claims ADD CONSTRAINT c UNIQUE USING INDEX i",
        "ALTER TABLE claims ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
        "ALTER TABLE claims ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES staff (id) NOT VALID",
        "ALTER TABLE staff ADD CONSTRAINT c CHECK (a > 0)",
        "CREATE TABLE new (id uuid); ALTER TABLE new ADD UNIQUE (id); UPDATE new SET id = NULL",
        "CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN; UPDATE claims SET a = 1; END $$",
        "-- UPDATE claims SET a = 1;",
        "CREATE TRIGGER t BEFORE UPDATE ON claims EXECUTE FUNCTION f()",
    ] {
        assert_eq!(found(text, true), [""; 0], "{text}");
    }
    let after_a_check = "ALTER TABLE claims ALTER COLUMN a SET NOT NULL";
    assert_eq!(found(after_a_check, false), [""; 0]);
}
