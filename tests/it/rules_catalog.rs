//! What the catalog must look like for the rules to hold: nothing for PUBLIC,
//! pinned search paths, guards on every table, names on every constraint.

use crate::support::Db;

/// A query that must find nothing; what it finds is the message.
#[track_caller]
fn finds_nothing(sql: &str) {
    let found = Db::new().query(sql);
    assert_eq!(found, "", "{sql}");
}

#[test]
fn public_has_no_right_at_all() {
    finds_nothing(
        "SELECT 'schema', nspname::text FROM pg_namespace,
            LATERAL aclexplode(coalesce(nspacl, acldefault('n', nspowner))) a
         WHERE nspname = 'wl' AND a.grantee = 0
         UNION ALL
         SELECT a.privilege_type, relname FROM pg_class,
            LATERAL aclexplode(coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", relowner))) a
         WHERE relnamespace = 'wl'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND a.grantee = 0
         UNION ALL
         SELECT a.privilege_type, attrelid::regclass || '.' || attname FROM pg_attribute
            JOIN pg_class c ON c.oid = attrelid, LATERAL aclexplode(attacl) a
         WHERE c.relnamespace = 'wl'::regnamespace AND a.grantee = 0
         UNION ALL
         SELECT a.privilege_type, t.oid::regtype::text FROM pg_type t, LATERAL aclexplode(coalesce(typacl, acldefault('T', typowner))) a
         WHERE typnamespace = 'wl'::regnamespace AND a.grantee = 0
            AND (typtype = 'd' OR EXISTS (SELECT FROM pg_class c WHERE c.oid = typrelid AND c.relkind = 'c'))
         UNION ALL
         SELECT a.privilege_type, p.oid::regprocedure::text FROM pg_proc p,
            LATERAL aclexplode(coalesce(proacl, acldefault('f', proowner))) a
         WHERE pronamespace = 'wl'::regnamespace AND a.grantee = 0",
    );
}

#[test]
fn every_definer_function_pins_its_search_path() {
    finds_nothing(
        "SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'wl'::regnamespace AND prosecdef
         AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)",
    );
}

#[test]
fn whoever_can_call_a_function_or_set_it_off_meets_a_pinned_search_path() {
    finds_nothing(
        "SELECT p.oid::regprocedure FROM pg_proc p
         WHERE pronamespace = 'wl'::regnamespace AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)
           -- PostgreSQL inlines it, which a path of its own would prevent; every name in it has its schema
           AND p.oid <> 'wl.name_key(text)'::regprocedure
           AND (prorettype = 'trigger'::regtype OR EXISTS (SELECT FROM pg_roles r
                WHERE r.rolname ~ '^wl_(technician|admin|accountant|ops)$' AND has_function_privilege(r.oid, p.oid, 'EXECUTE')))",
    );
}

#[test]
fn every_definer_and_trigger_function_is_the_owners() {
    finds_nothing(
        "SELECT proname, proowner::regrole FROM pg_proc
         WHERE pronamespace = 'wl'::regnamespace AND proowner <> 'wl_owner'::regrole
         UNION ALL
         SELECT relname, relowner::regrole FROM pg_class
         WHERE relnamespace = 'wl'::regnamespace AND relowner <> 'wl_owner'::regrole",
    );
}

#[test]
fn people_may_call_only_these_functions() {
    let db = Db::new();
    let callable = db.query(
        "SELECT string_agg(g.rolname || ': ' || f.names, '; ' ORDER BY g.rolname) FROM pg_roles g,
            LATERAL (SELECT string_agg(proname, ' ' ORDER BY proname) AS names FROM pg_proc
                WHERE pronamespace = 'wl'::regnamespace AND has_function_privilege(g.oid, pg_proc.oid, 'EXECUTE')) f
         WHERE g.rolname IN ('wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')",
    );
    assert_eq!(
        callable,
        "wl_accountant: audit_mismatches current_user_id customers_beginning lock_user name_key order_ids orders_beginning refusal; \
         wl_admin: audit_mismatches current_user_id customers_beginning lock_timer lock_user name_key order_ids orders_beginning refusal share_line share_order share_order_by_number share_target; \
         wl_ops: audit_mismatches current_user_id customers_beginning name_key order_ids orders_beginning refusal; \
         wl_technician: current_user_id customers_beginning lock_timer lock_user name_key order_ids orders_beginning refusal share_line share_order share_order_by_number share_target"
    );
}

#[test]
fn every_table_has_its_guards_and_row_security() {
    // the audit pair has no guard of its own row: stamping and the delete guard do it
    finds_nothing(
        "SELECT c.relname, wanted FROM pg_class c
         CROSS JOIN LATERAL unnest(CASE
            WHEN c.relname = 'audit_log' THEN ARRAY['refuse_delete', 'stamp_audit']
            WHEN c.relname = 'logos' THEN ARRAY['refuse_delete', 'require_logo_setting']
            WHEN c.relname IN ('audit_chains', 'bill_numbers', 'schema_version') THEN ARRAY['refuse_delete']
            -- one record of the bill covers its lines
            WHEN c.relname = 'bill_lines' THEN ARRAY['refuse_delete', 'guard_new_bill_lines', 'guard_bill_line']
            -- derived from other tables
            WHEN c.relname IN ('bill_orders', 'unbilled') THEN '{}'
            ELSE ARRAY['refuse_delete', 'require_audit_record', 'guard_%'] END) wanted
         WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('r', 'p')
           AND c.relname <> '__diesel_schema_migrations'
           AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O' AND t.tgname LIKE wanted)
         UNION ALL
         SELECT relname, 'row security' FROM pg_class WHERE relnamespace = 'wl'::regnamespace AND relkind IN ('r', 'p')
           AND relname NOT IN ('__diesel_schema_migrations', 'schema_version') AND NOT relrowsecurity",
    );
}

#[test]
fn the_delete_guard_is_for_delete_and_truncate_and_the_audit_guard_waits_for_the_commit() {
    // bits of tgtype: 2 before, 4 insert, 8 delete, 16 update, 32 truncate
    finds_nothing(
        "SELECT tgrelid::regclass, tgname, tgtype FROM pg_trigger
         WHERE tgname = 'refuse_delete' AND tgtype & 42 <> 42
         UNION ALL
         SELECT tgrelid::regclass, tgname, tgtype FROM pg_trigger
         WHERE tgname = 'refuse_delete' AND tgrelid::regclass::text ~ 'audit|logos' AND tgtype & 16 = 0
         UNION ALL
         SELECT tgrelid::regclass, tgname, tgtype FROM pg_trigger
         WHERE tgname = 'require_audit_record' AND NOT (tgdeferrable AND tginitdeferred AND tgtype & 20 = 20)
         UNION ALL
         SELECT tgrelid::regclass, tgname, tgtype FROM pg_trigger
         WHERE tgname LIKE 'guard%' AND tgtype & 22 <> 22
           -- lines are added in one statement, and change one by one
           AND (tgname, tgtype) NOT IN (('guard_new_bill_lines', 4), ('guard_bill_line', 19))",
    );
}

#[test]
fn every_constraint_has_a_name_of_ours() {
    // PostgreSQL's own names: numbered, or with the column where we say the rule
    finds_nothing(
        "SELECT conrelid::regclass, conname FROM pg_constraint
         WHERE connamespace = 'wl'::regnamespace AND conrelid <> 0 AND contype <> 't'
           AND (conname ~ '[0-9]$' OR conname !~ ('^' || (SELECT relname FROM pg_class WHERE oid = conrelid) || '_'))
           AND conrelid <> 'wl.__diesel_schema_migrations'::regclass",
    );
}

#[test]
fn every_time_is_a_point_in_time() {
    finds_nothing(
        "SELECT attrelid::regclass, attname, base::regtype FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
         JOIN pg_type t ON t.oid = atttypid CROSS JOIN LATERAL coalesce(nullif(t.typbasetype, 0), t.oid) base
         WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
           AND c.relname <> '__diesel_schema_migrations'
           AND (base IN ('timestamp'::regtype, 'time'::regtype, 'timetz'::regtype, 'date'::regtype)
               -- the last day of a bill, in the bill's zone
               AND (c.relname, attname) <> ('bills', 'until')
             OR attname ~ '(_at|_ts|^at)$' AND base <> 'timestamptz'::regtype)",
    );
}

#[test]
fn every_id_and_every_actor_refers_to_a_row() {
    // the row of an audit record is of several tables: stamping looks it up
    finds_nothing(
        "SELECT attrelid::regclass, attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
         WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
           AND attname ~ '(_id|_by)$' AND NOT (c.relname = 'audit_log' AND attname IN ('entity_id', 'op_id'))
           AND NOT (c.relname = 'time_entries' AND attname = 'touched_by')
           AND NOT EXISTS (SELECT FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))",
    );
}

#[test]
fn no_person_has_powers_in_the_server() {
    finds_nothing(
        "SELECT r.rolname FROM pg_roles r WHERE r.rolname IN (SELECT db_role FROM wl.users)
         AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication
            OR pg_has_role(r.oid, 'wl_owner', 'MEMBER'))
         UNION ALL
         SELECT rolname FROM pg_roles WHERE rolcanlogin
         AND rolname IN ('wl_owner', 'wl_technician', 'wl_admin', 'wl_accountant', 'wl_ops')",
    );
}

#[test]
fn each_deliberate_fault_finds_what_it_takes_away() {
    // whether a test notices it, script/mutants tells, which runs less often
    let db = Db::new();
    let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mutants"));
    let faults: Vec<String> = files
        .expect("tests/mutants")
        .map(|file| std::fs::read_to_string(file.expect("a fault").path()).expect("its statements"))
        .collect();
    assert!(faults.len() >= 12, "{}", faults.len());
    for fault in faults {
        db.query(&format!("BEGIN; {fault}\n; ROLLBACK"));
    }
}
