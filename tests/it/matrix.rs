//! The rights matrix in ARCHITECTURE.md is rendered from the catalog: a grant,
//! a policy, a table or a function that is new changes it, and this test fails
//! until somebody has looked at the line.

use std::collections::BTreeMap;

use crate::support::Db;

const BEGIN: &str = "<!-- rights: begin -->\n";
const END: &str = "<!-- rights: end -->";
const ROLES: [&str; 4] = ["technician", "admin", "accountant", "ops"];

/// table, privilege, role, columns that have it, columns that don't, rows.
const TABLE_RIGHTS: &str = "
    SELECT c.relname, p.privilege, r.role,
        string_agg(a.attname, ', ' ORDER BY a.attnum) FILTER (WHERE h.has),
        string_agg(a.attname, ', ' ORDER BY a.attnum) FILTER (WHERE NOT h.has),
        (SELECT string_agg(DISTINCT CASE WHEN coalesce(o.qual, '') || coalesce(o.with_check, '') ~ '\\m(user_id|actor_id|actor_login)\\M'
                THEN 'own' ELSE 'all' END, '+')
         FROM pg_policies o WHERE o.schemaname = 'wl' AND o.tablename = c.relname AND o.cmd = p.privilege
            AND ('wl_' || r.role)::name = ANY (o.roles)) AS rows
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY p (privilege, place)
    CROSS JOIN unnest(ARRAY['technician', 'admin', 'accountant', 'ops']) WITH ORDINALITY r (role, role_place)
    CROSS JOIN LATERAL (SELECT CASE p.privilege
        WHEN 'DELETE' THEN has_table_privilege('wl_' || r.role, c.oid, 'DELETE')
            OR has_table_privilege('wl_' || r.role, c.oid, 'TRUNCATE')
        ELSE has_column_privilege('wl_' || r.role, c.oid, a.attnum, p.privilege) END AS has) h
    WHERE c.relnamespace = 'wl'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
    GROUP BY c.relname, p.privilege, p.place, r.role, r.role_place
    ORDER BY c.relname, p.place, r.role_place";

const FUNCTION_RIGHTS: &str = "
    SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', r.role,
        CASE WHEN has_function_privilege('wl_' || r.role, p.oid, 'EXECUTE') THEN 'yes' END
    FROM pg_proc p CROSS JOIN unnest(ARRAY['technician', 'admin', 'accountant', 'ops']) WITH ORDINALITY r (role, place)
    WHERE p.pronamespace = 'wl'::regnamespace ORDER BY 1, r.place";

fn cell(columns: &str, others: &str, rows: &str) -> String {
    if columns.is_empty() {
        return "–".to_owned();
    }
    let which = match others {
        "" => "all columns".to_owned(),
        few if few.split(", ").count() <= 2 => format!("all but `{few}`"),
        _ => format!("`{columns}`"),
    };
    match rows {
        "own" => format!("{which}, own rows"),
        "" => format!("{which}, no rows"),
        _ => which,
    }
}

fn rendered(db: &Db) -> String {
    let mut text = format!(
        "\n| table | right | {} |\n|---|---|---|---|---|---|\n",
        ROLES.join(" | ")
    );
    let mut line = String::new();
    for (index, row) in db.query(TABLE_RIGHTS).lines().enumerate() {
        let fields: Vec<&str> = row.split('|').collect();
        let [table, right, _, columns, others, rows] = fields[..] else {
            panic!("{row}")
        };
        if index % ROLES.len() == 0 {
            line = format!("| {table} | {right} |");
        }
        // no policy decides for these; the view asks on its own
        let rows = if [
            "__diesel_schema_migrations",
            "audit_proof",
            "schema_version",
        ]
        .contains(&table)
        {
            "all"
        } else {
            rows
        };
        line.push_str(&format!(" {} |", cell(columns, others, rows)));
        if index % ROLES.len() == ROLES.len() - 1 && line.matches('–').count() < ROLES.len() {
            text.push_str(&line);
            text.push('\n');
        }
    }
    text.push_str("\nNobody has any other right on a table; nobody may delete or truncate.\n");

    let mut functions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in db.query(FUNCTION_RIGHTS).lines() {
        let fields: Vec<&str> = row.split('|').collect();
        let roles = functions.entry(fields[0].to_owned()).or_default();
        if fields[2] == "yes" {
            roles.push(fields[1].to_owned());
        }
    }
    text.push_str("\n| function | may be called by |\n|---|---|\n");
    for (function, roles) in functions {
        let roles = if roles.is_empty() {
            "–".to_owned()
        } else {
            roles.join(", ")
        };
        text.push_str(&format!("| `{function}` | {roles} |\n"));
    }
    text.push('\n');
    text
}

#[test]
fn the_rights_matrix_is_what_the_catalog_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/ARCHITECTURE.md");
    let document = std::fs::read_to_string(path).expect("ARCHITECTURE.md");
    let (before, rest) = document.split_once(BEGIN).expect("the begin mark");
    let (written, after) = rest.split_once(END).expect("the end mark");
    let rendered = rendered(&Db::new());
    if std::env::var_os("WL_WRITE_RIGHTS").is_some() {
        std::fs::write(path, format!("{before}{BEGIN}{rendered}{END}{after}"))
            .expect("the file is written");
        return;
    }
    assert!(
        written == rendered,
        "the rights in ARCHITECTURE.md are not those of the catalog; write them with WL_WRITE_RIGHTS=1 cargo test --test it matrix:\n{rendered}"
    );
}

#[test]
fn public_has_no_right_in_the_schema() {
    let db = Db::new();
    let public = db.query(
        "SELECT 'schema' FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = 'wl' AND a.grantee = 0
         UNION ALL
         SELECT c.relname FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
         WHERE c.relnamespace = 'wl'::regnamespace AND a.grantee = 0
         UNION ALL
         SELECT p.proname FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
         WHERE p.pronamespace = 'wl'::regnamespace AND a.grantee = 0",
    );
    assert_eq!(public, "");
}
