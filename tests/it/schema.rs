//! `src/schema.rs` is what the migrated database says, in the form that the
//! diesel command line prints. After a migration changed:
//! `WL_WRITE_SCHEMA=1 cargo test --test it schema`.

use crate::support::{Db, assert_current};

const HEAD: &str =
    "//! The tables as diesel sees them; rendered from the migrated database, never edited.

pub mod wl {
";

/// The tables as diesel.toml filters them, each as one block; a domain as the
/// type it is based on.
const TABLES: &str = "
    WITH columns AS (
        SELECT c.relname, a.attnum, a.attname, a.attnotnull,
            CASE format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), NULL)
                WHEN 'bigint' THEN 'Int8' WHEN 'integer' THEN 'Int4' WHEN 'boolean' THEN 'Bool'
                WHEN 'text' THEN 'Text' WHEN 'name' THEN 'Text' WHEN 'json' THEN 'Json'
                WHEN 'date' THEN 'Date' WHEN 'bytea' THEN 'Bytea' WHEN 'uuid' THEN 'Uuid' WHEN 'timestamp with time zone' THEN 'Timestamptz'
                WHEN 'bigint[]' THEN 'Array<Nullable<Int8>>' WHEN 'text[]' THEN 'Array<Nullable<Text>>'
                ELSE '?' || format_type(a.atttypid, NULL)
            END AS type
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            AND c.relname NOT IN ('__diesel_schema_migrations', 'audit_chains', 'bill_numbers', 'schema_version'))
    SELECT string_agg(block, E'\\n' ORDER BY relname) FROM (
        SELECT relname, format(E'    diesel::table! {\\n        wl.%s (%s) {\\n%s        }\\n    }\\n', relname,
            (SELECT string_agg(k.attname, ', ') FROM pg_index i
             JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
             WHERE i.indrelid = format('wl.%I', relname)::regclass AND i.indisprimary),
            string_agg(format(E'            %s -> %s,\\n', attname,
                CASE WHEN attnotnull THEN type ELSE 'Nullable<' || type || '>' END), '' ORDER BY attnum)) AS block
        FROM columns GROUP BY relname) blocks";

const NAMES: &str = "SELECT string_agg(format(E'        %s,\\n', relname), '' ORDER BY relname)
    FROM pg_class WHERE relnamespace = 'wl'::regnamespace AND relkind = 'r'
        AND relname NOT IN ('__diesel_schema_migrations', 'audit_chains', 'bill_numbers', 'schema_version')";

#[test]
fn the_schema_file_is_what_the_database_has() {
    let db = Db::new();
    let rendered = format!(
        "{HEAD}{}\n\n    diesel::allow_tables_to_appear_in_same_query!(\n{}\n    );\n}}\n",
        db.query(TABLES),
        db.query(NAMES)
    );
    assert_current(
        "src/schema.rs",
        rendered.as_bytes(),
        "WL_WRITE_SCHEMA",
        "schema",
    );
}

/// The seed's statement, to the letter.
const SEED: &str = r#"CREATE UNIQUE INDEX "time_entries_one_active_timer_per_user"
  ON "time_entries"("user_id")
  WHERE "end_ts" IS NULL AND "deleted_at" IS NULL;"#;

#[test]
fn the_index_of_the_seed_is_there_to_the_letter() {
    let db = Db::new();
    let index = "SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes
        WHERE indexname = 'time_entries_one_active_timer_per_user' AND schemaname =";
    let ours = db.query(&format!("{index} 'wl'"));
    // the statement itself, run on a table that has nothing but its columns
    let seed = db.query(&format!(
        "CREATE SCHEMA seed; SET search_path = seed;
         CREATE TABLE time_entries (user_id bigint, end_ts timestamptz, deleted_at timestamptz);
         {SEED} {index} 'seed'"
    ));
    assert_eq!(ours, seed);
    let migration = include_str!("../../migrations/2026-11-22-000001_create_tables/up.sql");
    assert!(migration.contains(SEED));
}
