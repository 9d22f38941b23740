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

async fn raw(database: &TestDb) -> DatabaseConnection {
    SqlxPostgresConnector::connect(ConnectOptions::new(&database.url))
        .await
        .unwrap()
}

/// The first column of every row, as text.
async fn ask(db: &DatabaseConnection, sql: &str) -> Vec<String> {
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

#[tokio::test]
async fn every_search_and_page_has_an_index_to_use() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
    let db = raw(&database).await;
    for (condition, index) in [
        ("reference LIKE 'AE-7K%'", "claims_search_reference_idx"),
        ("flight LIKE 'LH1%'", "claims_search_flight_idx"),
        ("lower(email) = lower('A@b.c')", "claims_search_email_idx"),
        (
            "lead_words @@ to_tsquery('simple', 'ada:*')",
            "claims_search_words_idx",
        ),
        (
            "(submitted_at, id) < (now(), gen_random_uuid())
             ORDER BY submitted_at DESC, id DESC LIMIT 2",
            "claims_queue_idx",
        ),
        (
            "state = 'submitted' AND (submitted_at, id) < (now(), gen_random_uuid())
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
        let explain = format!("EXPLAIN SELECT id FROM claims WHERE {condition}");
        let statement = Statement::from_string(db.get_database_backend(), explain);
        let plan: Vec<String> = tx
            .query_all_raw(statement)
            .await
            .unwrap()
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect();
        let plan = plan.join("\n");
        assert!(plan.contains(index), "{condition}\n{plan}");
    }
}

#[tokio::test]
async fn the_history_cannot_be_rewritten() {
    let (database, db) = desk().await;
    send(&db, claim(1), 1).await;
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
        "event = 'lost'",
        "language = 'de'",
        "link_hash = 'short'",
        "reference = 'AE-1'",
        "statement = '[]'",
        "lead_name = ''",
    ] {
        let sql = format!("UPDATE claims SET version = version + 1, {change}");
        assert!(raw.execute_unprepared(&sql).await.is_err(), "{change}");
    }
    let new_link = "link_hash = decode(repeat('ab', 32), 'hex'), link_issued_at = now()";
    for change in ["lead_name = 'X'", &format!("{new_link}, lead_name = 'X'")] {
        let sql = format!("UPDATE claims SET {change}");
        let uncounted = raw.execute_unprepared(&sql).await;
        assert!(uncounted.is_err(), "a change without a version");
    }
    let renewed = format!("UPDATE claims SET {new_link}");
    raw.execute_unprepared(&renewed).await.unwrap();
    let counted = "UPDATE claims SET version = version + 1, lead_name = 'X'";
    raw.execute_unprepared(counted).await.unwrap();
}
