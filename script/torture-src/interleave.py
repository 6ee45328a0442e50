"""Every order of the statements of two writing operations, in two sessions.

Each operation is the statements that its command sends, written from the design: locks in
the global order, the change, the audit record, the commit. For every pair of operations,
every order of their statements is played. A session that waits for the other is seen
waiting in pg_stat_activity; its next statements then come when it goes on. Each order must
end as one of the two serial orders does, unless an operation is refused by name; then it
must end as the other operation alone does.
"""

import itertools
import random
import sys
from collections import Counter

from cluster import Cluster, Program
from pg import Failed

TABLES = ("users audit_chains work_orders line_items time_entries audit_log bills bill_lines bill_orders unbilled "
          "bill_numbers settings letterheads").split()
SEQUENCES = "users work_orders line_items time_entries audit_log letterheads".split()
STATE = """
    SELECT 'user ' || db_role || role || (deleted_at IS NULL) || row_version FROM wl.users
    UNION ALL SELECT concat('order ', number, status, deleted_at IS NULL, row_version) FROM wl.work_orders
    UNION ALL SELECT concat('line ', work_order_id, position, status, deleted_at IS NULL, row_version, idle_since IS NULL)
        FROM wl.line_items
    UNION ALL SELECT concat('entry ', user_id, line_item_id, status, note, end_ts IS NULL, deleted_at IS NULL, approvals,
        row_version) FROM wl.time_entries
    UNION ALL SELECT concat('bill ', b.id, b.entries, b.duration_seconds, b.cancelled_at IS NULL,
        array(SELECT l.time_entry_id FROM wl.bill_lines l WHERE l.bill_id = b.id ORDER BY 1)) FROM wl.bills b
    UNION ALL SELECT 'unbilled ' || time_entry_id FROM wl.unbilled
    UNION ALL SELECT concat('setting ', name, value, row_version) FROM wl.settings
    UNION ALL SELECT concat('record ', actor_login, action, entity_type, entity_version) FROM wl.audit_log"""


class Refused(Exception):
    """By the program, not by the database; the name is that of the kind of error."""


def record(entity, action, ids, reason=None):
    values = ", ".join(f"('{entity}', {one}, '{action}', {quoted(reason)}, 'torture')" for one in ids)
    return f"INSERT INTO wl.audit_log (entity_type, entity_id, action, reason, op_id) VALUES {values}"


def quoted(text):
    return "NULL" if text is None else f"'{text}'"


class Pair:
    """The operations, as generators: each statement is yielded, and its rows come back."""

    def __init__(self, scene, worker):
        self.at, self.worker = scene, worker

    def start(self):
        rows = yield "BEGIN; SELECT l.entry_id, l.version, clock_timestamp() FROM wl.lock_timer(NULL, 'WO-1', 2) l"
        entry, version, now = rows[0]
        if entry:
            rows = yield self.ended(entry, version, now)
            if not rows:
                raise Refused("timer_changed")
        rows = yield (f"INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts) VALUES "
                      f"({self.at.users[self.worker]}, {self.at.order}, {self.at.lines[2]}, '{now}') RETURNING id")
        if entry:
            yield record("time_entry", "timer.auto_stop", [entry])
        yield record("time_entry", "timer.start", [rows[0][0]])
        yield "COMMIT"

    def stop(self):
        rows = yield "BEGIN; SELECT l.entry_id, l.version, clock_timestamp() FROM wl.lock_timer(NULL, NULL, NULL) l"
        entry, version, now = rows[0]
        if not entry:
            raise Refused("no_timer")
        if not (yield self.ended(entry, version, now)):
            raise Refused("timer_changed")
        yield record("time_entry", "timer.stop", [entry])
        yield "COMMIT"

    @staticmethod
    def ended(entry, version, now):
        return (f"UPDATE wl.time_entries SET end_ts = '{now}' WHERE id = {entry} AND row_version = {version} "
                "AND end_ts IS NULL AND deleted_at IS NULL RETURNING id")

    def add(self):
        yield "BEGIN; SELECT id FROM wl.lock_user(NULL)"
        yield "SELECT order_id FROM wl.share_target('WO-1', 1)"
        rows = yield (f"INSERT INTO wl.time_entries (user_id, work_order_id, line_item_id, start_ts, end_ts) VALUES "
                      f"({self.at.users[self.worker]}, {self.at.order}, {self.at.lines[1]}, '2024-05-01 08:00Z', "
                      "'2024-05-01 09:00Z') RETURNING id")
        yield record("time_entry", "entry.add", [rows[0][0]])
        yield "COMMIT"

    def change(self, key, values, action, alive=True):
        yield "BEGIN; SELECT id FROM wl.lock_user(NULL)"
        yield f"SELECT id FROM wl.share_order({self.at.order})"
        entry = self.at.entries[self.worker, key]
        rows = yield f"SELECT status, deleted_at IS NULL FROM wl.time_entries WHERE id = {entry} FOR NO KEY UPDATE"
        if rows[0][0] == "LOCKED":
            raise Refused("entry_locked")
        if (rows[0][1] == "t") != alive:
            raise Refused("entry_removed" if alive else "entry_live")
        yield f"UPDATE wl.time_entries SET {values} WHERE id = {entry}"
        yield record("time_entry", action, [entry])
        yield "COMMIT"

    def edit(self):
        return self.change("open", "note = concat(note, 'x')", "entry.edit")

    def remove(self):
        return self.change("open", "deleted_at = now()", "entry.remove")

    def restore(self):
        return self.change("removed", "deleted_at = NULL", "entry.restore", alive=False)

    def approve(self):
        entry = self.at.entries["tom", "open"]
        yield f"BEGIN; SELECT id FROM wl.work_orders WHERE id = {self.at.order} FOR SHARE"
        rows = yield f"SELECT row_version FROM wl.time_entries WHERE id = {entry} FOR NO KEY UPDATE"
        if rows[0][0] != self.at.versions[entry]:
            raise Refused("approve_changed")
        yield f"UPDATE wl.time_entries SET status = 'LOCKED' WHERE id = {entry}"
        yield record("time_entry", "entry.approve", [entry])
        yield "COMMIT"

    def unlock(self):
        entry = self.at.entries["tom", "locked"]
        yield f"BEGIN; SELECT id FROM wl.share_order({self.at.order})"
        rows = yield f"SELECT status FROM wl.time_entries WHERE id = {entry} FOR NO KEY UPDATE"
        if rows[0][0] != "LOCKED":
            raise Refused("entry_open")
        yield f"UPDATE wl.time_entries SET status = 'OPEN', edited_reason = 'because' WHERE id = {entry}"
        yield record("time_entry", "entry.unlock", [entry], "because")
        yield "COMMIT"

    def bill_add(self):
        yield f"BEGIN; SELECT id FROM wl.work_orders WHERE id = {self.at.order} FOR NO KEY UPDATE"
        rows = yield ("SELECT e.id, e.row_version FROM wl.unbilled_time u JOIN wl.time_entries e ON e.id = u.time_entry_id "
                      f"WHERE e.work_order_id = {self.at.order} ORDER BY e.id")
        shown = self.at.entries["tom", "locked"]
        if rows != [[shown, self.at.versions[shown]]]:
            raise Refused("bill_changed")
        rows = yield ("INSERT INTO wl.bills (until, entry_ids, entry_versions) VALUES ((now() AT TIME ZONE 'UTC')::date, "
                      f"'{{{shown}}}', '{{{self.at.versions[shown]}}}') RETURNING id")
        yield record("bill", "bill.add", [rows[0][0]])
        rows = yield (f"UPDATE wl.work_orders o SET status = 'billed' WHERE o.id = {self.at.order} AND o.status = 'ready_to_bill' "
                      "AND NOT EXISTS (SELECT FROM wl.unbilled u WHERE u.work_order_id = o.id) AND NOT EXISTS (SELECT FROM "
                      "wl.time_entries e WHERE e.work_order_id = o.id AND e.status = 'OPEN' AND e.deleted_at IS NULL) RETURNING id")
        if rows:
            yield record("work_order", "order.status", [rows[0][0]])
        yield "COMMIT"

    def bill_cancel(self):
        rows = yield ("BEGIN; SELECT o.id, o.status FROM wl.work_orders o WHERE o.id IN (SELECT b.work_order_id FROM "
                      "wl.bill_orders b WHERE b.bill_id = 1) ORDER BY o.id FOR NO KEY UPDATE")
        billed = [order for order, status in rows if status == "billed"]
        rows = yield "SELECT cancelled FROM wl.bills WHERE id = 1"
        if rows[0][0] == "t":
            raise Refused("bill_cancelled")
        if billed:
            yield f"UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id IN ({', '.join(billed)})"
            yield record("work_order", "order.status", billed, "because")
        yield "UPDATE wl.bills SET cancel_reason = 'because' WHERE id = 1"
        yield record("bill", "bill.cancel", [1], "because")
        yield "COMMIT"

    def order_status(self):
        rows = yield f"BEGIN; SELECT status FROM wl.work_orders WHERE id = {self.at.order} FOR NO KEY UPDATE"
        if rows[0][0] == "ready_to_bill":
            raise Refused("nothing_changed")
        yield f"UPDATE wl.work_orders SET status = 'ready_to_bill' WHERE id = {self.at.order}"
        yield record("work_order", "order.status", [self.at.order])
        yield "COMMIT"

    def line_status(self):
        line = self.at.lines[1]
        yield "BEGIN; SELECT id FROM wl.share_order_by_number('WO-1')"
        rows = yield f"SELECT status FROM wl.line_items WHERE id = {line} FOR NO KEY UPDATE"
        if rows[0][0] == "done":
            raise Refused("nothing_changed")
        yield f"UPDATE wl.line_items SET status = 'done' WHERE id = {line}"
        yield record("line_item", "line.status", [line])
        yield "COMMIT"

    def user_remove(self):
        user = self.at.users["tim"]
        rows = yield f"BEGIN; SELECT deleted_at IS NULL FROM wl.lock_user({user})"
        if rows[0][0] == "f":
            raise Refused("user_removed")
        yield f"UPDATE wl.users SET deleted_at = now() WHERE id = {user}"
        yield record("user", "user.remove", [user])
        yield "COMMIT"

    def settings_set(self):
        rows = yield "BEGIN; SELECT id, value FROM wl.settings WHERE name = 'two_pairs_of_eyes' FOR NO KEY UPDATE"
        if rows[0][1] == "off":
            raise Refused("nothing_changed")
        yield "UPDATE wl.settings SET value = 'off' WHERE name = 'two_pairs_of_eyes'"
        yield record("setting", "settings.change", [rows[0][0]])
        yield "COMMIT"


# who does it: in the first session, in the second
WORKER, ADMIN, BILLING = ("worker", "worker"), ("ada", "abe"), ("acc", "ada")
OPERATIONS = {
    "start": WORKER, "stop": WORKER, "add": WORKER, "edit": WORKER, "remove": WORKER, "restore": WORKER,
    "approve": ADMIN, "unlock": ADMIN, "bill_add": BILLING, "bill_cancel": BILLING, "order_status": ADMIN,
    "line_status": ADMIN, "user_remove": ADMIN, "settings_set": ADMIN,
}


class Scene:
    """WO-1 with the time of two workers in every state, and a copy to go back to."""

    def __init__(self, path):
        self.cluster = Cluster(settings="fsync = off\ndeadlock_timeout = 100ms\n")
        self.cluster.start()
        wl = self.wl = Program(path, self.cluster)
        wl.set_up([("tom", "technician"), ("tim", "technician"), ("abe", "admin"), ("acc", "accountant"),
                   ("olga", "ops")], orders=1)
        wl.must("ada", "order", "status", "WO-1", "in_progress")
        # tim has no open time, so that he can be removed
        for day, who in enumerate(("tom", "tom", "tom", "tom", "tim"), 1):
            wl.must(who, "entry", "add", "WO-1/1", "--start", f"2024-03-0{day} 08:00", "--for", "1h")
        wl.must("ada", "approve", "--entry", "3", "--yes")
        wl.must("acc", "bill", "add", "WO-1", "--yes", "--skip-unapproved")
        wl.must("ada", "approve", "--entry", "2", "--yes")
        wl.must("tom", "entry", "remove", "4")
        wl.must("tim", "entry", "remove", "5")
        wl.must("tom", "start", "WO-1/1")
        owner = self.owner = self.cluster.session()
        self.users = dict((name, int(key)) for key, name in owner.ask("SELECT id, db_role FROM wl.users"))
        self.order = owner.one("SELECT id FROM wl.work_orders")
        self.lines = {int(place): key for key, place in owner.ask("SELECT id, position FROM wl.line_items")}
        self.entries = {("tom", "open"): "1", ("tom", "locked"): "2", ("tom", "removed"): "4",
                        ("tim", "open"): "5", ("tim", "removed"): "5"}
        self.versions = dict(owner.ask("SELECT id, row_version FROM wl.time_entries"))
        owner.ask("SET session_replication_role = replica; CREATE SCHEMA base")
        back = []
        for table in TABLES:
            names = owner.one(f"SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute "
                              f"WHERE attrelid = 'wl.{table}'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped")
            owner.ask(f"CREATE TABLE base.{table} AS SELECT {names} FROM wl.{table}")
            back.append(f"DELETE FROM wl.{table}; INSERT INTO wl.{table} ({names}) OVERRIDING SYSTEM VALUE SELECT {names} FROM base.{table}")
        for table in SEQUENCES:
            back.append(f"SELECT setval('wl.{table}_id_seq', {owner.one(f'SELECT last_value FROM wl.{table}_id_seq')})")
        self.back = "; ".join(back)
        self.sessions = {}
        self.resets = 0

    def reset(self):
        self.owner.ask(self.back)
        if self.owner.one("SELECT pg_has_role('tim', 'wl_technician', 'member')") == "f":
            self.owner.ask("GRANT wl_technician TO tim")
        self.resets += 1
        if self.resets % 100 == 0:
            for table in TABLES:
                self.owner.ask(f"VACUUM wl.{table}")

    def state(self):
        return tuple(sorted(row[0] for row in self.owner.ask(STATE)))

    def session(self, login, side):
        if (login, side) not in self.sessions:
            session = self.cluster.session(login)
            session.ask("SET search_path = pg_catalog, pg_temp; SET lock_timeout = '10s'")
            self.sessions[login, side] = session
        return self.sessions[login, side]

    def waits(self, session):
        return self.owner.one(f"SELECT cardinality(pg_blocking_pids(pid)) FROM pg_stat_activity "
                              f"WHERE pid = {session.pid} AND wait_event_type = 'Lock'") not in (None, "0")


class Run:
    """One operation under way in one session."""

    def __init__(self, scene, name, side, worker):
        login = OPERATIONS[name][side]
        self.scene = scene
        self.session = scene.session(worker if login == "worker" else login, side)
        self.statements = getattr(Pair(scene, worker), name)()
        self.next, self.refused, self.waiting, self.steps, self.waited = None, None, False, 0, 0
        self.advance(lambda: next(self.statements))

    def advance(self, step):
        """Sets the next statement, or none at the end."""
        try:
            self.next = step()
        except StopIteration:
            self.next = None
        except Refused as refused:
            self.end(str(refused))

    def end(self, name):
        self.refused, self.next = name, None
        self.session.ask("ROLLBACK")

    def step(self):
        self.steps += 1
        self.session.send(self.next)
        self.settle()

    def settle(self):
        """Until the statement has ended, or is seen waiting for the other session."""
        while not self.session.finished(0.004):
            if self.scene.waits(self.session):
                self.waited += not self.waiting
                self.waiting = True
                return
        self.waiting = False
        try:
            rows = self.session.read_last()
        except Failed as failed:
            self.end(failed.rule or {"40P01": "busy", "55P03": "lock_timeout", "42501": "no_permission"}
                     .get(failed.state) or f"UNNAMED {failed}")
            return
        self.advance(lambda: self.statements.send(rows))


def play(scene, first, second, worker, choose):
    """Plays one order. `choose` names the session that goes on, from those that don't wait;
    returns the two runs, the state, and the choices that there were."""
    scene.reset()
    runs = [Run(scene, name, side, worker) for side, name in enumerate((first, second)) if name]
    choices = []
    while any(run.next for run in runs):
        free = [side for side, run in enumerate(runs) if run.next and not run.waiting]
        if free:
            side = choose(len(choices), free)
            choices.append((side, free))
            runs[side].step()
        for run in runs:
            if run.waiting:
                run.settle()
    return runs, scene.state(), choices


def every_order(scene, first, second, worker):
    """Each order once: after the choices of one order, the last choice that can be another."""
    given = []
    while given is not None:
        runs, state, choices = play(scene, first, second, worker,
                                    lambda at, free, given=given: given[at] if at < len(given) and given[at] in free else free[0])
        yield runs, state, [side for side, _ in choices]
        others = [at for at, (side, free) in enumerate(choices) if side == 0 and 1 in free]
        given = [side for side, _ in choices[: others[-1]]] + [1] if others else None


def some_orders(scene, first, second, worker, dice, count):
    for _ in range(count):
        runs, state, choices = play(scene, first, second, worker, lambda at, free: dice.choice(free))
        yield runs, state, [side for side, _ in choices]


def run(path, seed, count):
    scene = Scene(path)
    dice = random.Random(seed)
    wrong, counts, tried = [], Counter(), 0
    names = list(OPERATIONS)
    for first, second in itertools.combinations_with_replacement(names, 2):
        worker = "tim" if "user_remove" in (first, second) else "tom"
        serial = []
        for preferred in (0, 1):
            runs, state, _ = play(scene, first, second, worker, lambda at, free: preferred if preferred in free else free[0])
            serial.append(state)
        alone = [play(scene, first, None, worker, lambda at, free: 0)[1], alone_in_the_second(scene, second, worker)]
        scene.reset()
        nothing = scene.state()
        before = tried
        orders = (every_order(scene, first, second, worker) if count >= 1000
                  else some_orders(scene, first, second, worker, dice, max(1, count * 20 // 1000)))
        for runs, state, order in orders:
            tried += 1
            counts["waits"] += sum(one.waited for one in runs)
            refused = [one.refused for one in runs]
            counts["refused"] += sum(name is not None for name in refused)
            counts["deadlocks"] += refused.count("busy")
            counts["lock_timeouts"] += refused.count("lock_timeout")
            allowed = list(serial)
            if refused[0]:
                allowed.append(alone[1])
            if refused[1]:
                allowed.append(alone[0])
            if all(refused):
                allowed.append(nothing)
            if state not in allowed or any(name and name.startswith("UNNAMED") for name in refused):
                wrong.append(f"{first}, {second} in the order {''.join(map(str, order))}: {refused}, "
                             f"{sorted(set(state) ^ set(serial[0]))}")
        print(f"{first}, {second}: {tried - before} orders", file=sys.stderr, flush=True)
    scene.reset()
    code, errors = scene.wl.run("olga", "audit", "verify")
    if code:
        wrong.append(f"audit verify after going back: {code} {errors[:300]}")
    scene.cluster.remove()
    pairs = len(names) * (len(names) + 1) // 2
    return {"pairs": pairs, "orders": tried, **counts, "wrong": wrong[:50], "wrong_in_all": len(wrong)}


def alone_in_the_second(scene, name, worker):
    """The state after the second operation alone, by the person who does it there."""
    scene.reset()
    one = Run(scene, name, 1, worker)
    while one.next:
        one.step()
    return scene.state()
