//! The rules of the schema, asked of PostgreSQL itself, so that the next table
//! cannot forget them.

use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, SqlxPostgresConnector, Statement,
    TransactionTrait,
};
use testing::TestDb;

use crate::samples::{claim, desk, send};

/// A rule, as the question which places break it. The table that the migrations
/// are remembered in is not ours to shape.
const TABLE_HAS_PRIMARY_KEY: &str = "SELECT c.relname::text FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname <> 'seaql_migrations' AND NOT EXISTS (
        SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'p')";

/// The columns of the key come first in the index, in whatever order. An index over
/// the rows that have a value serves as well: the others refer to nothing.
const FOREIGN_KEY_IS_INDEXED: &str = "SELECT c.relname || '.' || k.conname
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_index i
        WHERE i.indrelid = k.conrelid
          AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) LIKE '(% IS NOT NULL)')
          AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)";

/// By its length, by a list of values or by a pattern with both ends.
const TEXT_IS_LIMITED: &str = "SELECT c.relname || '.' || a.attname
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND c.relname <> 'seaql_migrations' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('text'::regtype, 'varchar'::regtype, 'bpchar'::regtype)
      AND NOT EXISTS (
        SELECT FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
          AND (pg_get_constraintdef(k.oid) LIKE '%char_length(' || a.attname || ')%'
            OR pg_get_constraintdef(k.oid) LIKE '%' || a.attname || ' = ANY (ARRAY[%'
            OR pg_get_constraintdef(k.oid) LIKE '%' || a.attname || ' ~ ''^%$''%'))";

const JSON_IS_OBJECT_AND_BLOB_LIMITED: &str = "SELECT c.relname || '.' || a.attname
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('json'::regtype, 'jsonb'::regtype, 'bytea'::regtype)
      AND NOT EXISTS (
        SELECT FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
          AND pg_get_constraintdef(k.oid)
              ~ ('(jsonb_typeof|octet_length)\\(' || a.attname || '\\)'))";

const MOMENT_KNOWS_ITS_ZONE: &str = "SELECT c.relname || '.' || a.attname
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
      AND a.atttypid = 'timestamp'::regtype";

const RULES: [&str; 5] = [
    TABLE_HAS_PRIMARY_KEY,
    FOREIGN_KEY_IS_INDEXED,
    TEXT_IS_LIMITED,
    JSON_IS_OBJECT_AND_BLOB_LIMITED,
    MOMENT_KNOWS_ITS_ZONE,
];

/// As the owner of the tables.
pub(crate) async fn raw(database: &TestDb) -> DatabaseConnection {
    SqlxPostgresConnector::connect(ConnectOptions::new(&database.owner_url))
        .await
        .unwrap()
}

/// The first column of every row, as text.
pub(crate) async fn ask(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

#[tokio::test]
async fn the_schema_keeps_every_rule() {
    let database = TestDb::fresh().await;
    let db = raw(&database).await;
    for rule in RULES {
        assert_eq!(ask(&db, rule).await, Vec::<String>::new(), "{rule}");
    }
}

#[tokio::test]
async fn a_careless_table_breaks_every_rule() {
    let database = TestDb::fresh().await;
    let db = raw(&database).await;
    let careless = "CREATE TABLE careless (
            claim_id uuid REFERENCES claims (id), other uuid, note text CHECK (note <> ''),
            data jsonb, secret bytea, at timestamp);
        CREATE INDEX ON careless (other, claim_id)";
    db.execute_unprepared(careless).await.unwrap();
    for (rule, broken) in RULES.into_iter().zip([
        vec!["careless"],
        vec!["careless.careless_claim_id_fkey"],
        vec!["careless.note"],
        vec!["careless.data", "careless.secret"],
        vec!["careless.at"],
    ]) {
        assert_eq!(ask(&db, rule).await, broken, "{rule}");
    }
}

/// So many that it is worth looking into an index of names.
const FOUR_HUNDRED_MORE: &str = "
    INSERT INTO claims SELECT (jsonb_populate_record(claims, jsonb_build_object(
        'id', gen_random_uuid(), 'draft_id', gen_random_uuid(),
        'reference', 'AE-' || lpad(n::text, 4, '0') || '-AAAA',
        'state', CASE n % 8 WHEN 0 THEN 'submitted' ELSE 'withdrawn' END,
        'link_hash', '\\x' || encode(sha256(n::text::bytea), 'hex')))).*
        FROM claims, generate_series(1, 400) AS n;
    INSERT INTO claim_people (claim_id, position, name, email)
        SELECT id, 0, 'Name' || reference, reference || '@example.org' FROM claims
        WHERE id NOT IN (SELECT claim_id FROM claim_people);
    ANALYZE claims, claim_people";

#[tokio::test]
async fn every_search_and_page_has_an_index_to_use() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let db = raw(&database).await;
    db.execute_unprepared(FOUR_HUNDRED_MORE).await.unwrap();
    for (query, index) in [
        (
            "claims WHERE reference LIKE 'AE-7K%'",
            "claims_search_reference_idx",
        ),
        (
            "claims WHERE flight LIKE 'LH1%'",
            "claims_search_flight_idx",
        ),
        (
            "claim_people WHERE lower(email) = lower('A@b.c')",
            "claim_people_email_idx",
        ),
        (
            "claim_people WHERE position = 0 AND words @@ to_tsquery('simple', 'ada:*')",
            "claim_people_words_idx",
        ),
        (
            "claim_people WHERE claim_id = gen_random_uuid() AND position = 0",
            "claim_people_pkey",
        ),
        (
            "claim_events WHERE claim_id = gen_random_uuid() ORDER BY claim_version",
            "claim_events_claim_version_key",
        ),
        (
            "claims WHERE NOT statement ? 'version' ORDER BY id LIMIT 2",
            "claims_unversioned_idx",
        ),
        (
            "claims WHERE (submitted_at, id) < (now(), gen_random_uuid())
             ORDER BY submitted_at DESC, id DESC LIMIT 2",
            "claims_queue_idx",
        ),
        (
            "claims WHERE state = 'submitted' AND (submitted_at, id) < (now(), gen_random_uuid())
             ORDER BY submitted_at DESC, id DESC LIMIT 2",
            "claims_queue_by_state_idx",
        ),
    ] {
        // With so few rows PostgreSQL would rather read them all.
        let tx = db.begin().await.unwrap();
        for setting in ["enable_seqscan", "enable_sort"] {
            let off = format!("SET LOCAL {setting} = off");
            tx.execute_unprepared(&off).await.unwrap();
        }
        let explain = format!("EXPLAIN SELECT 1 FROM {query}");
        let statement = Statement::from_string(db.get_database_backend(), explain);
        let plan: Vec<String> = tx
            .query_all_raw(statement)
            .await
            .unwrap()
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect();
        let plan = plan.join("\n");
        assert!(plan.contains(index), "{query}\n{plan}");
    }
}

#[tokio::test]
async fn the_history_cannot_be_rewritten() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    // Not even by the owner, unless he takes the trigger away.
    let raw = raw(&database).await;
    for sql in [
        "UPDATE claim_events SET kind = 'nothing'",
        "UPDATE claim_events SET kind = 'nothing' WHERE false",
        "DELETE FROM claim_events",
        "TRUNCATE claim_events",
        "TRUNCATE claims CASCADE",
        "DELETE FROM claims",
    ] {
        let refused = raw.execute_unprepared(sql).await;
        assert!(refused.is_err(), "{sql}");
    }
}

#[tokio::test]
async fn nobody_who_has_no_account_did_something_at_the_desk() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let raw = raw(&database).await;
    let event = "INSERT INTO claim_events
            (id, claim_id, claim_version, at, actor_kind, actor_id, kind)
        SELECT gen_random_uuid(), id, version + 1, now(), 'staff', gen_random_uuid(), 'claim_approved'
        FROM claims";
    let refused = raw.execute_unprepared(event).await.unwrap_err();
    assert!(
        refused.to_string().contains("claim_events_actor_id_fkey"),
        "{refused}"
    );
}

#[tokio::test]
async fn a_claim_cannot_contradict_itself() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let raw = raw(&database).await;
    for change in [
        "state = 'lost'",
        "state = 'approved'",
        "decided_at = now()",
        "decision_reason = 'other'",
        "state = 'approved', decided_at = now(), decision_text = 'x'",
        "currency = NULL",
        "currency = 'eur'",
        "amount_minor = -1",
        "passenger_count = 0",
        "origin = 'otp'",
        "destination = 'EDDF'",
        "outcome = 'maybe'",
        "disruption = 'lost'",
        "language = 'de'",
        "link_hash = 'short'",
        "reference = 'AE-1'",
        "statement = '[]'",
        "basis_version = version + 2",
        "basis_version = 0",
    ] {
        let sql = format!("UPDATE claims SET version = version + 1, {change}");
        assert!(raw.execute_unprepared(&sql).await.is_err(), "{change}");
    }
    let new_link = "link_hash = decode(repeat('ab', 32), 'hex'), link_issued_at = now()";
    let other_form = r#"statement = '{"version": 1}', assessment = '{}'"#;
    for change in ["flight = 'X1'", new_link, other_form] {
        let sql = format!("UPDATE claims SET {change}");
        let uncounted = raw.execute_unprepared(&sql).await;
        assert!(uncounted.is_err(), "{change}: a change without a version");
        let sql = format!("UPDATE claims SET version = version + 1, {change}");
        raw.execute_unprepared(&sql).await.unwrap();
    }
    // An old form becomes one that has a version, and nothing else with it.
    let old_form = "UPDATE claims SET version = version + 1, statement = '{}'";
    raw.execute_unprepared(old_form).await.unwrap();
    let with_more = format!("UPDATE claims SET flight = 'X2', {other_form}");
    assert!(raw.execute_unprepared(&with_more).await.is_err());
    let upgraded = format!("UPDATE claims SET {other_form}");
    raw.execute_unprepared(&upgraded).await.unwrap();
}

#[tokio::test]
async fn people_have_names_and_the_lead_an_address() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let raw = raw(&database).await;
    for change in [
        "name = ''",
        "email = 'a'",
        "email = NULL WHERE position = 0",
        "email = 'second@example.org' WHERE position = 1",
        "position = -1 WHERE position = 0",
    ] {
        let sql = format!("UPDATE claim_people SET {change}");
        assert!(raw.execute_unprepared(&sql).await.is_err(), "{change}");
    }
}
