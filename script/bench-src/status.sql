SELECT u.id, u.full_name, u.role, session_user::text AS login,
    s.number AS schema_number, s.oldest_program, clock_timestamp() AS now,
    (SELECT value FROM wl.settings WHERE name = 'organisation') AS organisation,
    (SELECT value FROM wl.settings WHERE name = 'zone') AS zone,
    (SELECT value FROM wl.settings WHERE name = 'stale_after') AS stale_after,
    (SELECT value FROM wl.settings WHERE name = 'two_pairs_of_eyes') AS two_pairs_of_eyes, false AS done_before,
    t.id AS entry_id, o.number || '/' || l.position AS line, t.start_ts, t.note
FROM (SELECT) AS anybody
LEFT JOIN wl.schema_version s ON true
LEFT JOIN wl.users u ON u.id = wl.current_user_id()
LEFT JOIN wl.time_entries t ON t.user_id = u.id AND t.end_ts IS NULL AND t.deleted_at IS NULL
LEFT JOIN wl.work_orders o ON o.id = t.work_order_id
LEFT JOIN wl.line_items l ON l.id = t.line_item_id
