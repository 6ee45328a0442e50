/* start CONNINFO ORDER LINE: the statements of `wl timer start ORDER/LINE`
 * while another timer runs, one round trip each, and nothing besides. When
 * those of src/ledger/ and src/domain/timer.rs change, change them here. */
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static PGconn *conn;

static PGresult *ask(const char *sql, int count, const char *const *values)
{
    PGresult *result = PQexecParams(conn, sql, count, NULL, values, NULL, NULL, 0);
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        fputs(PQerrorMessage(conn), stderr);
        exit(1);
    }
    return result;
}

static const char *cell(PGresult *result, const char *column)
{
    if (PQntuples(result) == 0) {
        fprintf(stderr, "no row with %s\n", column);
        exit(1);
    }
    return PQgetvalue(result, 0, PQfnumber(result, column));
}

static void record(const char *action, const char *id, const char *op_id)
{
    char ids[32];
    snprintf(ids, sizeof ids, "{%s}", id);
    ask("INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id)"
        " SELECT $1, id, $2, $3, $4 FROM unnest($5::bigint[]) WITH ORDINALITY AS changed (id, place) ORDER BY place",
        5, (const char *[]){"time_entry", action, NULL, op_id, ids});
}

int main(int argc, char **argv)
{
    char op_id[64];
    if (argc < 4)
        return 2;
    conn = PQconnectdb(argv[1]);
    if (PQstatus(conn) != CONNECTION_OK) {
        fputs(PQerrorMessage(conn), stderr);
        return 1;
    }
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    snprintf(op_id, sizeof op_id, "bench-%ld-%ld", (long)now.tv_sec, now.tv_nsec);

    ask("SET TIME ZONE 'UTC'", 0, NULL);
    ask("SET CLIENT_ENCODING TO 'UTF8'", 0, NULL);
    PQclear(PQexec(conn, "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL search_path = pg_catalog, pg_temp;"
        " SET LOCAL row_security = on; SET LOCAL lock_timeout = '10s'"));
    PGresult *context = ask(
        "SELECT u.id, u.full_name, u.role, session_user::text AS login,"
        " s.number AS schema_number, s.oldest_program,"
        " clock_timestamp() AS now,"
        " (SELECT value FROM wl.settings WHERE name = 'organisation') AS organisation,"
        " (SELECT value FROM wl.settings WHERE name = 'zone') AS zone,"
        " (SELECT value FROM wl.settings WHERE name = 'stale_after') AS stale_after,"
        " (SELECT value FROM wl.settings WHERE name = 'two_pairs_of_eyes') AS two_pairs_of_eyes,"
        " $1::text IS NOT NULL AND EXISTS (SELECT FROM wl.audit_log a WHERE a.op_id = $1) AS done_before"
        " FROM (SELECT) AS anybody LEFT JOIN wl.schema_version s ON true"
        " LEFT JOIN wl.users u ON u.id = wl.current_user_id()",
        1, (const char *[]){NULL});
    const char *user = cell(context, "id");
    PGresult *locked = ask("SELECT t.id, t.db_role, t.full_name, t.role, t.deleted_at, clock_timestamp() AS now,"
        " t.entry_id, t.line, t.start_ts, t.note, (t.target).*"
        " FROM wl.lock_timer(NULL, $1, $2) t", 2, (const char *[]){argv[2], argv[3]});
    const char *at = cell(locked, "now");
    const char *old = cell(locked, "entry_id");
    ask("UPDATE wl.time_entries SET end_ts = $1, note = $2 WHERE id = $3 RETURNING duration_seconds",
        3, (const char *[]){at, NULL, old});
    PGresult *added = ask("INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, note)"
        " VALUES ($1, $2, $3, $4, $5) RETURNING id",
        5, (const char *[]){user, cell(locked, "order_id"), cell(locked, "line_item_id"), at, NULL});
    record("timer.auto_stop", old, op_id);
    record("timer.start", cell(added, "id"), op_id);
    ask("COMMIT", 0, NULL);
    printf("started %s/%s, entry %s\n", argv[2], argv[3], cell(added, "id"));
    PQfinish(conn);
    return 0;
}
