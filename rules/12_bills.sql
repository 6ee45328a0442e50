-- Bills (R11). A client names entries and their versions, and the guard does the rest:
-- it locks, checks, copies the lines and takes the next number. Nobody has a right to
-- write lines, so there is no false copy.
--
-- The locks on the orders are enough: every change of an entry or a line item first
-- share-locks its order, and so does an approval or an unlock. Entries are not locked.
-- An unlock in psql, which locks entry then order, would wait in the other direction.

-- Approved time on no active bill, and whether it would be late on a bill made now: it
-- started before the end of an active bill of its order. Time that a cancelled bill
-- released is late only if it was late there; otherwise, all of a corrected October
-- would be late while the bill of November is active.
-- A view of two relations has the same text from PostgreSQL 15 to 18, for db/catalog.txt;
-- with one, the names in it have a prefix or not.
CREATE OR REPLACE VIEW wl.unbilled_time WITH (security_invoker = true) AS
SELECT u.time_entry_id, u.work_order_id, u.start_ts,
    coalesce(u.start_ts < o.until_ts, false)
        AND coalesce((SELECT l.late FROM wl.bill_lines l
            WHERE l.time_entry_id = u.time_entry_id AND l.cancelled ORDER BY l.bill_id DESC LIMIT 1), true) AS late
FROM wl.unbilled u
CROSS JOIN LATERAL (SELECT (SELECT max(b.until_ts) FROM wl.bill_orders b
    WHERE b.work_order_id = u.work_order_id AND NOT b.cancelled) AS until_ts) o;

-- What `wl audit verify` reads of each line: what the hash of a bill's lines covers, with
-- the note as its own hash for readers who may not see it. The last column is the text
-- that is hashed, recipe "wl-lines-1": a JSON array, times as microseconds since 1970. The
-- guard hashes these texts, joined with line feeds; script/recompute does it again. A note
-- without a salt, or a salt without a note, results only from tampering and gives an
-- empty hash.
-- Like wl.audit_proof, the view runs as the owner and has no security_barrier: a role
-- that may read it may read all of it.
CREATE OR REPLACE VIEW wl.bill_proof AS
SELECT l.bill_id, l.position, l.cancelled, l.time_entry_id, l.entry_version, l.late,
    l.work_order_id, l.work_order, l.title, l.order_status, l.line_item, l.line_description,
    l.user_id, l.user_login, l.user_name, l.start_ts, l.end_ts, l.duration_seconds, n.note_sha256,
    l.approver_login, l.approver_name, l.approved_at, l.own_approval, l.edited_reason, l.edited_at,
    json_build_array('wl-lines-1', l.bill_id, l.position, l.time_entry_id, l.entry_version, l.late,
        l.work_order_id, l.work_order, l.title, l.order_status, l.line_item, l.line_description,
        l.user_id, l.user_login, l.user_name,
        (extract(epoch FROM l.start_ts) * 1000000)::bigint, (extract(epoch FROM l.end_ts) * 1000000)::bigint,
        l.duration_seconds, encode(n.note_sha256, 'hex'), l.approver_login, l.approver_name,
        (extract(epoch FROM l.approved_at) * 1000000)::bigint, l.own_approval,
        l.edited_reason, (extract(epoch FROM l.edited_at) * 1000000)::bigint)::text AS text
FROM wl.bill_lines l
CROSS JOIN LATERAL (SELECT CASE WHEN l.note_salt IS NOT NULL AND l.note IS NOT NULL
            THEN sha256(uuid_send(l.note_salt) || convert_to(l.note, 'UTF8'))
        WHEN l.note_salt IS NOT NULL OR l.note IS NOT NULL THEN '' END AS note_sha256) n
WHERE (SELECT wl.current_user_id()) IS NOT NULL;

-- Refuses a bill by the first of its entries that it can't have. The orders of the
-- entries are locked, so what this reads stays true.
CREATE OR REPLACE FUNCTION wl.check_bill_entries(bill wl.bills, orders bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    count CONSTANT integer := cardinality(bill.entry_ids);
    named record;
    other record;
BEGIN
    SELECT count(DISTINCT e.id) AS entries,
        array_agg(DISTINCT e.work_order_id ORDER BY e.work_order_id) AS orders,
        min(e.id) FILTER (WHERE e.row_version IS DISTINCT FROM n.version) AS changed,
        min(e.id) FILTER (WHERE e.status <> 'LOCKED') AS open,
        min(e.id) FILTER (WHERE e.deleted_at IS NOT NULL) AS removed,
        min(e.id) FILTER (WHERE e.start_ts >= bill.until_ts) AS after
    INTO named
    FROM unnest(bill.entry_ids, bill.entry_versions) AS n (id, version)
    JOIN wl.time_entries e ON e.id = n.id;
    -- an id that is null, unknown or named twice is named but not found
    IF named.entries <> count OR cardinality(bill.entry_versions) IS DISTINCT FROM count THEN
        PERFORM wl.refuse('bill_entries', wl.counted(count, 'entry', 'entries'), named.entries::text,
            wl.counted(coalesce(cardinality(bill.entry_versions), 0), 'version', 'versions'));
    END IF;
    SELECT l.time_entry_id, l.bill_id INTO other FROM wl.bill_lines l
    WHERE l.time_entry_id = ANY (bill.entry_ids) AND NOT l.cancelled ORDER BY l.time_entry_id LIMIT 1;
    IF FOUND THEN
        PERFORM wl.refuse('entry_billed:again', other.bill_id::text, other.time_entry_id::text);
    ELSIF named.changed IS NOT NULL THEN
        PERFORM wl.refuse('bill_changed', named.changed::text);
    ELSIF named.orders <> orders THEN
        -- an entry left its order before that was locked
        PERFORM wl.refuse('bill_changed', bill.entry_ids[1]::text);
    ELSIF named.removed IS NOT NULL THEN
        PERFORM wl.refuse('entry_removed', named.removed::text);
    ELSIF named.open IS NOT NULL THEN
        PERFORM wl.refuse('entry_open:bill', named.open::text);
    ELSIF named.after IS NOT NULL THEN
        PERFORM wl.refuse('bill_after_until', named.after::text, to_char(bill.until, 'YYYY-MM-DD'));
    END IF;
    SELECT o.number, o.customer, first.number AS first_number, first.customer AS first_customer INTO other
    FROM wl.work_orders first JOIN wl.work_orders o ON o.id = ANY (orders) AND wl.name_key(o.customer) <> wl.name_key(first.customer)
    WHERE first.id = orders[1] ORDER BY o.id LIMIT 1;
    IF FOUND THEN
        PERFORM wl.refuse('bill_customer', other.first_number, other.first_customer, other.number, other.customer);
    END IF;
END
$$;

-- Takes the entries off the list of what is unbilled, and copies them with all that
-- documents print.
CREATE OR REPLACE FUNCTION wl.copy_bill_lines(bill wl.bills) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO wl.bill_lines (bill_id, position, time_entry_id, entry_version, late, work_order_id, work_order, title,
        order_status, line_item, line_description, user_id, user_login, user_name, start_ts, end_ts, duration_seconds,
        note, note_salt, approver_login, approver_name, approved_at, own_approval, edited_reason, edited_at)
    SELECT bill.id, row_number() OVER (ORDER BY e.work_order_id, l.position, e.start_ts, e.id),
        e.id, e.row_version, due.late, o.id, o.number, o.title, o.status, l.position, l.description,
        u.id, u.db_role, u.full_name, e.start_ts, e.end_ts, e.duration_seconds, e.note, e.note_salt,
        a.db_role, a.full_name, e.approved_at, a.id = e.user_id OR a.id = ANY (e.touched_by), e.edited_reason, e.edited_at
    FROM wl.unbilled_time due
    JOIN wl.time_entries e ON e.id = due.time_entry_id
    JOIN wl.work_orders o ON o.id = e.work_order_id
    JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id
    JOIN wl.users a ON a.id = e.approved_by
    WHERE due.time_entry_id = ANY (bill.entry_ids);
    INSERT INTO wl.bill_orders (bill_id, work_order_id, until_ts)
    SELECT DISTINCT bill.id, l.work_order_id, bill.until_ts FROM wl.bill_lines l WHERE l.bill_id = bill.id;
    DELETE FROM wl.unbilled u WHERE u.time_entry_id = ANY (bill.entry_ids);
END
$$;

-- The number of a bill is the greatest one plus 1. The number is read in a statement
-- after the lock: in the same one, it would be read from before the lock.
CREATE OR REPLACE FUNCTION wl.next_bill_number() RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM wl.bill_numbers n FOR UPDATE;
    RETURN (SELECT coalesce(max(b.id), 0) + 1 FROM wl.bills b);
END
$$;

-- Makes a bill of the entries that it names.
CREATE OR REPLACE FUNCTION wl.make_bill(bill wl.bills, who wl.users) RETURNS wl.bills
LANGUAGE plpgsql AS $$
DECLARE
    orders bigint[];
    today date;
    other bigint;
BEGIN
    SELECT s.value INTO bill.zone FROM wl.settings s WHERE s.name = 'zone';
    today := (clock_timestamp() AT TIME ZONE bill.zone)::date;
    IF bill.until IS NULL OR bill.until > today THEN
        PERFORM wl.refuse('bill_until', coalesce(to_char(bill.until, 'YYYY-MM-DD'), 'null'),
            to_char(today, 'YYYY-MM-DD'), bill.zone);
    END IF;
    bill.until_ts := (bill.until + 1)::timestamp AT TIME ZONE bill.zone;
    -- where the clocks go back over midnight, that is the second of two; the day begins with the first
    IF ((bill.until_ts - interval '1 hour') AT TIME ZONE bill.zone)::date > bill.until THEN
        bill.until_ts := bill.until_ts - interval '1 hour';
    END IF;
    IF coalesce(cardinality(bill.entry_ids), 0) = 0 THEN
        PERFORM wl.refuse('bill_empty');
    END IF;

    orders := ARRAY(SELECT o.id FROM wl.work_orders o
        WHERE o.id IN (SELECT e.work_order_id FROM wl.time_entries e WHERE e.id = ANY (bill.entry_ids))
        ORDER BY o.id FOR NO KEY UPDATE);
    PERFORM wl.check_bill_entries(bill, orders);
    SELECT l.id INTO bill.letterhead_id FROM wl.letterheads l WHERE l.sha256 = (wl.current_letterhead()).sha256;
    IF NOT FOUND THEN
        PERFORM wl.refuse('letterhead_missing');
    END IF;

    -- from here on, one bill at a time
    bill.id := wl.next_bill_number();
    SELECT b.id INTO other FROM wl.bills b WHERE wl.name_key(b.reference) = wl.name_key(bill.reference) AND NOT b.cancelled;
    IF FOUND THEN
        PERFORM wl.refuse('bill_reference', other::text, bill.reference);
    END IF;
    PERFORM wl.copy_bill_lines(bill);
    SELECT count(*)::integer, sum(p.duration_seconds)::bigint,
        coalesce(sum(p.duration_seconds) FILTER (WHERE p.late), 0)::bigint,
        sha256(convert_to(string_agg(p.text, chr(10) ORDER BY p.position), 'UTF8'))
    INTO bill.entries, bill.duration_seconds, bill.late_seconds, bill.lines_sha256
    FROM wl.bill_proof p WHERE p.bill_id = bill.id;
    IF bill.entries IS DISTINCT FROM cardinality(bill.entry_ids) THEN
        -- only if somebody changed wl.unbilled by hand
        PERFORM wl.refuse('bill_entries', wl.counted(cardinality(bill.entry_ids), 'entry', 'entries'),
            bill.entries::text, wl.counted(cardinality(bill.entry_ids), 'version', 'versions'));
    END IF;
    bill.replaces := ARRAY(SELECT DISTINCT (SELECT l.bill_id FROM wl.bill_lines l
            WHERE l.time_entry_id = named.id AND l.cancelled ORDER BY l.bill_id DESC LIMIT 1) AS former
        FROM unnest(bill.entry_ids) AS named (id) ORDER BY former);
    bill.replaces := array_remove(bill.replaces, NULL);
    SELECT o.customer INTO bill.customer FROM wl.work_orders o WHERE o.id = orders[1];
    bill.entry_ids := NULL;
    bill.entry_versions := NULL;
    bill.made_at := clock_timestamp();
    bill.made_by := who.id;
    bill.row_version := 1;
    bill.cancelled_at := NULL;
    bill.cancelled_by := NULL;
    bill.cancel_reason := NULL;
    RETURN bill;
END
$$;

-- Cancels a bill: its entries are unbilled again. The foreign keys carry the mark to
-- its lines and orders. The orders must have been moved back before, each with its own
-- audit record, because a billed order has no unbilled time.
CREATE OR REPLACE FUNCTION wl.cancel_bill(before wl.bills, after wl.bills, who wl.users) RETURNS wl.bills
LANGUAGE plpgsql AS $$
DECLARE
    billed text;
BEGIN
    IF before.cancelled THEN
        PERFORM wl.refuse('bill_cancelled', before.id::text);
    ELSIF NOT wl.has_substance(after.cancel_reason) THEN
        PERFORM wl.refuse('reason_required:cancel', before.id::text);
    END IF;
    PERFORM FROM wl.work_orders o
    WHERE o.id IN (SELECT b.work_order_id FROM wl.bill_orders b WHERE b.bill_id = before.id)
    ORDER BY o.id FOR NO KEY UPDATE;
    SELECT o.number INTO billed FROM wl.work_orders o
    JOIN wl.bill_orders b ON b.work_order_id = o.id AND b.bill_id = before.id
    WHERE o.status = 'billed' ORDER BY o.id LIMIT 1;
    IF FOUND THEN
        PERFORM wl.refuse('bill_order_billed', before.id::text, billed);
    END IF;
    INSERT INTO wl.unbilled (time_entry_id, work_order_id, start_ts)
    SELECT l.time_entry_id, l.work_order_id, l.start_ts FROM wl.bill_lines l WHERE l.bill_id = before.id;
    after.cancelled_at := clock_timestamp();
    after.cancelled_by := who.id;
    after.row_version := before.row_version + 1;
    RETURN after;
END
$$;

CREATE OR REPLACE FUNCTION wl.guard_bill() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who wl.users;
    frozen wl.bills;
BEGIN
    who := wl.actor();
    IF who.role NOT IN ('admin', 'accountant') THEN
        PERFORM wl.refuse('bill_right');
    END IF;
    IF TG_OP = 'INSERT' THEN
        RETURN wl.make_bill(NEW, who);
    END IF;
    -- computed after this trigger
    NEW.number := OLD.number;
    NEW.cancelled := OLD.cancelled;
    frozen := NEW;
    frozen.cancel_reason := OLD.cancel_reason;
    IF frozen IS DISTINCT FROM OLD THEN
        PERFORM wl.refuse('bill_fixed', OLD.id::text);
    END IF;
    RETURN wl.cancel_bill(OLD, NEW, who);
END
$$;
CREATE OR REPLACE TRIGGER guard_bill BEFORE INSERT OR UPDATE ON wl.bills
    FOR EACH ROW EXECUTE FUNCTION wl.guard_bill();

-- The guard adds the lines before the bill. If the bill is already there, somebody else
-- is adding lines, even if it is the owner.
CREATE OR REPLACE FUNCTION wl.guard_new_bill_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bill bigint;
BEGIN
    SELECT l.bill_id INTO bill FROM added l WHERE EXISTS (SELECT FROM wl.bills b WHERE b.id = l.bill_id) LIMIT 1;
    IF FOUND THEN
        PERFORM wl.refuse('bill_fixed', bill::text);
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER guard_new_bill_lines AFTER INSERT ON wl.bill_lines
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION wl.guard_new_bill_lines();

-- The only change of a line is its cancellation, which the foreign key makes. This must
-- let it pass: returning null here would leave the line active without an error.
CREATE OR REPLACE FUNCTION wl.guard_bill_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    OLD.cancelled := NOT OLD.cancelled;
    IF NEW IS DISTINCT FROM OLD OR NOT NEW.cancelled THEN
        PERFORM wl.refuse('bill_fixed', OLD.bill_id::text);
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER guard_bill_line BEFORE UPDATE ON wl.bill_lines
    FOR EACH ROW EXECUTE FUNCTION wl.guard_bill_line();

-- Approved time waits for a bill, and unlocked time no longer does.
CREATE OR REPLACE FUNCTION wl.queue_for_bill() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.status = 'LOCKED' THEN
        INSERT INTO wl.unbilled (time_entry_id, work_order_id, start_ts) VALUES (NEW.id, NEW.work_order_id, NEW.start_ts);
    ELSE
        DELETE FROM wl.unbilled u WHERE u.time_entry_id = NEW.id;
    END IF;
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER queue_for_bill AFTER UPDATE OF status ON wl.time_entries
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION wl.queue_for_bill();
