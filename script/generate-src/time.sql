-- The time of every second technician and its records: two sessions fill both
-- halves at once. Variables: half (0 or 1), technicians, orders, each (entries
-- of a technician), approved (most or none), first_record.
\ir tools.sql
SELECT id AS planner FROM wl.users WHERE db_role = 'planner' \gset
SELECT id AS first_user FROM wl.users WHERE db_role = 'tech0' \gset
SELECT set_config('generate.planner', :'planner', false), set_config('generate.first_user', :'first_user', false),
    set_config('generate.orders', :'orders', false), set_config('generate.approved', :'approved', false), set_config('generate.each', :'each', false),
    set_config('generate.technicians', :'technicians', false), set_config('generate.half', :'half', false),
    set_config('generate.first_record', :'first_record', false) \g /dev/null

DO $$
DECLARE
    planner bigint := current_setting('generate.planner');
    first_user bigint := current_setting('generate.first_user');
    first_record bigint := current_setting('generate.first_record');
    orders bigint := current_setting('generate.orders');
    approved text := current_setting('generate.approved');
    each bigint := current_setting('generate.each');
    -- entries of one time go to so many orders
    spread bigint := greatest(orders / 100, 1);
    -- ten years, divided into one slot an entry
    slot bigint := 315000000 / each;
BEGIN
    FOR u IN current_setting('generate.half')::bigint .. current_setting('generate.technicians')::bigint - 1 BY 2 LOOP
        INSERT INTO wl.time_entries (id, user_id, work_order_id, line_item_id, start_ts, end_ts, status, note, note_salt,
            approved_by, approved_at, approvals, touched_by, edited_reason, edited_at, edited_by, created_at, created_by, row_version)
            OVERRIDING SYSTEM VALUE
        SELECT 1 + g, first_user + u, 1 + o, o * 3 + line, start_ts, end_ts, CASE WHEN is_open THEN 'OPEN' ELSE 'LOCKED' END,
            note, salt,
            CASE WHEN NOT is_open THEN planner END, CASE WHEN NOT is_open THEN end_ts + interval '2 days' END,
            (NOT is_open OR reopened)::int, ARRAY[first_user + u],
            CASE WHEN reopened THEN 'The customer''s log says otherwise' END,
            CASE WHEN reopened THEN end_ts + interval '3 days' END, CASE WHEN reopened THEN planner END, start_ts, first_user + u, 1
        FROM (
            SELECT *, is_open AND end_ts IS NOT NULL AND in_progress AND pg_temp.dice(g * 8 + 6, 1000) = 0 AS reopened,
                CASE WHEN note IS NOT NULL THEN md5('salt' || g)::uuid END AS salt
            FROM (
                SELECT *, in_progress OR (o * 1000 / orders >= 970 AND o % 20 = 0) AS is_open,
                    -- some done line items have no time
                    CASE WHEN o % 1000 = 7 AND drawn = 3 THEN 1 ELSE drawn END AS line,
                    CASE WHEN in_progress AND k = each - 1 AND u % 10 = 1 THEN NULL ELSE start_ts + seconds END AS end_ts
                FROM (
                    SELECT *, o * 1000 / orders >= 980 OR approved = 'none' AS in_progress
                    FROM (
                        SELECT g, k,
                            CASE u % 100 WHEN 50 THEN (orders - spread) * 95 / 100 ELSE orders - spread END * k / each
                                + pg_temp.dice(g * 8, spread) AS o,
                            1 + pg_temp.dice(g * 8 + 1, 3) AS drawn,
                            '2016-01-01Z'::timestamptz + make_interval(secs => k * slot + pg_temp.dice(g * 8 + 2, slot / 2)) AS start_ts,
                            make_interval(secs => 600 + pg_temp.dice(g * 8 + 3, least(slot / 2 - 600, 24000))) AS seconds,
                            CASE WHEN pg_temp.dice(g * 8 + 4, 10) < 3 THEN
                                (ARRAY['no pressure on the high side', 'waited for parts', 'Dichtung gewechselt, läuft wieder',
                                    '部品を交換した', 'customer was not there'])[1 + pg_temp.dice(g * 8 + 5, 5)] END AS note
                        FROM (SELECT k, u * each + k AS g FROM generate_series(0, each - 1) k) numbers
                    ) drawn
                ) placed
            ) spans
        ) entries;

        INSERT INTO wl.audit_log OVERRIDING SYSTEM VALUE
        SELECT (r).id, (r).at, (r).actor_id, (r).actor_login, (r).actor_role, (r).entity_type, (r).entity_id, (r).entity_version,
            (r).action, (r).reason, (r).op_id, (r).txid, (r).after, (r).note, (r).note_salt, (r).chain_seq,
            pg_temp.chain(wl.audit_payload(r)) OVER (ORDER BY (r).chain_seq)
        FROM (
            SELECT ROW(first_record - 1 + e.id, e.start_ts, e.user_id, 'tech' || u, 'technician', 'time_entry', e.id, 1,
                CASE WHEN e.end_ts IS NULL THEN 'timer.start' ELSE 'entry.add' END, NULL, 'generate',
                pg_current_xact_id()::text::bigint, wl.entry_image(e), e.note, e.note_salt, e.id - u * each, ''::bytea, NULL)::wl.audit_log AS r
            FROM wl.time_entries e WHERE e.id BETWEEN u * each + 1 AND (u + 1) * each
        ) records;
    END LOOP;
END
$$;
