DROP TABLE wl.documents;
DROP TABLE wl.unbilled;
DROP TABLE wl.bill_orders;
DROP TABLE wl.bill_lines;
DROP TABLE wl.bill_numbers;
DROP TABLE wl.bills;
DROP TABLE wl.letterheads;
DROP INDEX wl.work_orders_customer_idx;
