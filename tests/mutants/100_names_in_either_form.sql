-- Names may be stored in either of Unicode's forms.
-- test: names::plain_sql_stores_no_name_apart
ALTER TABLE wl.work_orders DROP CONSTRAINT work_orders_nfc_check;
