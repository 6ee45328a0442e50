/* query CONNINFO SQL: the least that a program on libpq can do. It connects,
 * asks one query, prints the first row, and leaves. */
#include <libpq-fe.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    PGconn *conn = PQconnectdb(argc > 1 ? argv[1] : "");
    if (PQstatus(conn) != CONNECTION_OK || argc < 3) {
        fputs(PQerrorMessage(conn), stderr);
        return 1;
    }
    PGresult *result = PQexecParams(conn, argv[2], 0, NULL, NULL, NULL, NULL, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
        fputs(PQerrorMessage(conn), stderr);
        return 1;
    }
    for (int i = 0; i < PQnfields(result); i++)
        printf("%s%c", PQntuples(result) ? PQgetvalue(result, 0, i) : "", i + 1 < PQnfields(result) ? '|' : '\n');
    PQclear(result);
    PQfinish(conn);
    return 0;
}
