-- Bills: frozen copies of approved time, what their documents print besides, and the
-- documents that were handed over.

CREATE TABLE wl.letterheads (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT letterheads_pkey PRIMARY KEY,
    sha256 bytea NOT NULL CONSTRAINT letterheads_sha256_key UNIQUE,
    organisation text,
    address text,
    logo_sha256 bytea CONSTRAINT letterheads_logo_sha256_fkey REFERENCES wl.logos,
    footer text,
    language text NOT NULL,
    zone text NOT NULL,
    made_at timestamptz NOT NULL,
    made_by bigint NOT NULL CONSTRAINT letterheads_made_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL
);
COMMENT ON TABLE wl.letterheads IS 'The settings that documents of bills print: one row for each content that a bill used.';
COMMENT ON COLUMN wl.letterheads.sha256 IS 'Over all settings of the row, by a recipe in ARCHITECTURE.md.';

CREATE TABLE wl.bills (
    id bigint CONSTRAINT bills_pkey PRIMARY KEY,
    -- the id is the number: 1, 2, 3, ... without gaps
    number bigint NOT NULL GENERATED ALWAYS AS (id) STORED,
    customer text NOT NULL,
    until date NOT NULL,
    until_ts timestamptz NOT NULL,
    zone text NOT NULL,
    reference text,
    replaces bigint[] NOT NULL,
    -- named by the client, and cleared by the guard that copies these entries
    entry_ids bigint[] CONSTRAINT bills_entry_ids_check CHECK (entry_ids IS NULL),
    entry_versions bigint[] CONSTRAINT bills_entry_versions_check CHECK (entry_versions IS NULL),
    entries integer NOT NULL CONSTRAINT bills_entries_check CHECK (entries >= 1),
    duration_seconds bigint NOT NULL,
    late_seconds bigint NOT NULL,
    lines_sha256 bytea NOT NULL,
    letterhead_id bigint NOT NULL CONSTRAINT bills_letterhead_id_fkey REFERENCES wl.letterheads,
    made_at timestamptz NOT NULL,
    made_by bigint NOT NULL CONSTRAINT bills_made_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL,
    cancelled_at timestamptz,
    cancelled_by bigint CONSTRAINT bills_cancelled_by_fkey REFERENCES wl.users,
    cancel_reason wl.reason,
    cancelled boolean NOT NULL GENERATED ALWAYS AS (cancelled_at IS NOT NULL) STORED,
    CONSTRAINT bills_reference_check
        CHECK (length(reference) <= 200 AND reference ~ '^[^[:space:]]([^[:cntrl:]]*[^[:space:]])?$'),
    CONSTRAINT bills_cancelled_check
        CHECK ((cancelled_at IS NULL) = (cancelled_by IS NULL) AND (cancelled_at IS NULL) = (cancel_reason IS NULL)),
    CONSTRAINT bills_nfc_check CHECK (reference IS NFC NORMALIZED),
    -- what bill_lines and bill_orders refer to: a cancellation reaches them through their foreign keys
    CONSTRAINT bills_id_cancelled_key UNIQUE (id, cancelled)
);
CREATE UNIQUE INDEX bills_reference_key ON wl.bills (wl.name_key(reference)) WHERE NOT cancelled;
CREATE INDEX bills_replaces_idx ON wl.bills USING gin (replaces) WHERE replaces <> '{}';
COMMENT ON TABLE wl.bills IS 'Numbered documents for one customer; they never change, except that one may be cancelled.';
COMMENT ON COLUMN wl.bills.until_ts IS 'The end of the day until, in the zone that the bill keeps.';
COMMENT ON COLUMN wl.bills.replaces IS 'The cancelled bills that the entries were on last.';
COMMENT ON COLUMN wl.bills.lines_sha256 IS 'Over all lines, by a recipe in ARCHITECTURE.md.';

-- One row that is only ever locked, by the bill that takes the next number. Nobody has
-- a right to it, so nobody else can make the others wait.
CREATE TABLE wl.bill_numbers (
    id integer CONSTRAINT bill_numbers_pkey PRIMARY KEY CONSTRAINT bill_numbers_id_check CHECK (id = 1)
);
INSERT INTO wl.bill_numbers (id) VALUES (1);

CREATE TABLE wl.bill_lines (
    bill_id bigint NOT NULL,
    position integer NOT NULL,
    -- follows the bill; never null, because a foreign key does not check nulls
    cancelled boolean NOT NULL DEFAULT false,
    time_entry_id bigint NOT NULL CONSTRAINT bill_lines_time_entry_id_fkey REFERENCES wl.time_entries,
    entry_version bigint NOT NULL,
    late boolean NOT NULL,
    work_order_id bigint NOT NULL CONSTRAINT bill_lines_work_order_id_fkey REFERENCES wl.work_orders,
    work_order text NOT NULL,
    title text NOT NULL,
    order_status text NOT NULL,
    line_item integer NOT NULL,
    line_description text NOT NULL,
    user_id bigint NOT NULL CONSTRAINT bill_lines_user_id_fkey REFERENCES wl.users,
    user_login text NOT NULL,
    user_name text NOT NULL,
    start_ts timestamptz NOT NULL,
    end_ts timestamptz NOT NULL,
    duration_seconds bigint NOT NULL,
    note text,
    note_salt uuid,
    approver_login text NOT NULL,
    approver_name text NOT NULL,
    approved_at timestamptz NOT NULL,
    own_approval boolean NOT NULL,
    edited_reason text,
    edited_at timestamptz,
    CONSTRAINT bill_lines_pkey PRIMARY KEY (bill_id, position),
    -- checked at commit, because the guard of a bill adds its lines before the bill itself
    CONSTRAINT bill_lines_bill_id_fkey FOREIGN KEY (bill_id, cancelled) REFERENCES wl.bills (id, cancelled)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX bill_lines_active_key ON wl.bill_lines (time_entry_id) WHERE NOT cancelled;
CREATE INDEX bill_lines_former_idx ON wl.bill_lines (time_entry_id, bill_id) WHERE cancelled;
COMMENT ON TABLE wl.bill_lines IS 'Copies of LOCKED entries with all that documents print, in the order in which these print them.';
COMMENT ON COLUMN wl.bill_lines.late IS 'The entry started before the end of an earlier active bill of its order.';
COMMENT ON COLUMN wl.bill_lines.own_approval IS 'The approver worked, entered or changed this time.';

-- What can be found in the other tables, but not fast enough. Triggers maintain these
-- two, and `wl audit verify` recomputes them.
CREATE TABLE wl.bill_orders (
    bill_id bigint NOT NULL,
    work_order_id bigint NOT NULL CONSTRAINT bill_orders_work_order_id_fkey REFERENCES wl.work_orders,
    cancelled boolean NOT NULL DEFAULT false,
    until_ts timestamptz NOT NULL,
    CONSTRAINT bill_orders_pkey PRIMARY KEY (bill_id, work_order_id),
    CONSTRAINT bill_orders_bill_id_fkey FOREIGN KEY (bill_id, cancelled) REFERENCES wl.bills (id, cancelled)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX bill_orders_active_idx ON wl.bill_orders (work_order_id, until_ts) WHERE NOT cancelled;
COMMENT ON TABLE wl.bill_orders IS 'The work orders that a bill has lines of.';

CREATE TABLE wl.unbilled (
    time_entry_id bigint CONSTRAINT unbilled_pkey PRIMARY KEY
        CONSTRAINT unbilled_time_entry_id_fkey REFERENCES wl.time_entries,
    work_order_id bigint NOT NULL CONSTRAINT unbilled_work_order_id_fkey REFERENCES wl.work_orders,
    start_ts timestamptz NOT NULL
);
CREATE INDEX unbilled_work_order_id_idx ON wl.unbilled (work_order_id, start_ts);
COMMENT ON TABLE wl.unbilled IS 'The LOCKED entries that are on no active bill.';

INSERT INTO wl.unbilled (time_entry_id, work_order_id, start_ts)
SELECT e.id, e.work_order_id, e.start_ts FROM wl.time_entries e WHERE e.status = 'LOCKED';

CREATE TABLE wl.documents (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT documents_pkey PRIMARY KEY,
    sha256 bytea NOT NULL CONSTRAINT documents_sha256_key UNIQUE
        CONSTRAINT documents_sha256_check CHECK (length(sha256) = 32),
    bill_id bigint NOT NULL CONSTRAINT documents_bill_id_fkey REFERENCES wl.bills,
    kind text NOT NULL CONSTRAINT documents_kind_check CHECK (kind IN ('pdf', 'csv', 'xlsx')),
    options text CONSTRAINT documents_options_check CHECK (length(options) <= 2000),
    fonts text[] NOT NULL DEFAULT '{}'
        CONSTRAINT documents_fonts_check CHECK (coalesce(array_ndims(fonts), 1) = 1 AND array_position(fonts, NULL) IS NULL),
    made_at timestamptz NOT NULL,
    made_by bigint NOT NULL CONSTRAINT documents_made_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL
);
CREATE INDEX documents_bill_id_idx ON wl.documents (bill_id);
COMMENT ON TABLE wl.documents IS 'The files that were made from bills, by their SHA-256.';
COMMENT ON COLUMN wl.documents.fonts IS 'The fonts of the machine in the file, each as its name and its SHA-256.';

-- a customer's orders, by status: those with time to bill are few among all that are billed
CREATE INDEX work_orders_customer_idx ON wl.work_orders (wl.name_key(customer) text_pattern_ops, status) WHERE deleted_at IS NULL;
