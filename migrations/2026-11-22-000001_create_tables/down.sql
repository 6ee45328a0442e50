DROP TABLE wl.settings;
DROP TABLE wl.time_entries;
DROP TABLE wl.line_items;
DROP TABLE wl.work_orders;
DROP TABLE wl.users;
