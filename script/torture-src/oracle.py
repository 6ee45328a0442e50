"""Says whether what is in the database can be so. It shares no code with `wl`: it replays
the audit trail through the rules as the design states them, recomputes the chains, and
compares the result with the tables and with what each command answered.

Records are replayed in the order of their IDs. Two changes that depend on each other hold
a common lock from before the record is written until the commit, so this is also the order
in which they took effect.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta

CLOSED = {"ready_to_bill", "billed", "cancelled"}
ENDED = {"done", "cancelled"}
STEPS = {  # the written table of the statuses of an order
    "open": {"in_progress", "ready_to_bill", "cancelled"},
    "in_progress": {"open", "ready_to_bill", "cancelled"},
    "ready_to_bill": {"in_progress", "billed", "cancelled"},
    "billed": {"ready_to_bill"},
    "cancelled": {"open"},
}
# an answer with exit code 0 that changed nothing
NOTHING = re.compile(
    "has been running since|already is|Nothing changed|Nothing to do|[Nn]othing to|No (time|entries)|no time", re.I)
ENTITIES = {
    "user": "users", "work_order": "work_orders", "line_item": "line_items", "time_entry": "time_entries",
    "setting": "settings", "bill": "bills",
}


def instant(text):
    return datetime.fromisoformat(text) if text else None


class Oracle:
    def __init__(self, session):
        self.session = session
        self.wrong = []
        self.now = {entity: {} for entity in [*ENTITIES, "document", "letterhead"]}
        self.version = {}
        self.on_bill = {}

    def say(self, *words):
        self.wrong.append(" ".join(map(str, words)))

    def check(self, answers=()):
        """All that is wrong, as sentences; `answers` are (operation, exit code, text)."""
        records = self.read()
        self.chains(records)
        self.replay(records)
        self.tables()
        self.answers(records, answers)
        return self.wrong

    def read(self):
        names = ("id actor_id chain_seq micros txid actor_login actor_role entity_type entity_id entity_version "
                 "action reason op_id request_sha256 note_sha256 after hash").split()
        rows = self.session.ask("""SELECT id, actor_id, chain_seq, (extract(epoch FROM at) * 1000000)::bigint, txid,
            actor_login, actor_role, entity_type, entity_id, entity_version, action, reason, op_id,
            encode(sha256(uuid_send(request)), 'hex'),
            encode(sha256(uuid_send(note_salt) || convert_to(note, 'UTF8')), 'hex'), after, encode(hash, 'hex')
            FROM wl.audit_log ORDER BY id""")
        records = [dict(zip(names, row)) for row in rows]
        for record in records:
            for name in names[:5] + ["entity_id", "entity_version"]:
                record[name] = int(record[name])
            record["row"] = json.loads(record["after"])
        self.lines = defaultdict(list)
        for bill, entry, version in self.session.ask("SELECT bill_id, time_entry_id, entry_version FROM wl.bill_lines"):
            self.lines[int(bill)].append((int(entry), int(version)))
        return records

    def chains(self, records):
        heads = {}
        for one in sorted(records, key=lambda one: (one["actor_id"], one["chain_seq"])):
            before, seq = heads.get(one["actor_id"], (b"\0" * 32, 0))
            fields = ["wl-audit-1", one["id"], one["actor_id"], one["chain_seq"], one["micros"], one["txid"],
                      one["actor_login"], one["actor_role"], one["entity_type"], one["entity_id"],
                      one["entity_version"], one["action"], one["reason"], one["op_id"], one["request_sha256"],
                      one["note_sha256"]]
            text = json.dumps(fields, ensure_ascii=False)[:-1] + ", " + one["after"] + "]"
            digest = hashlib.sha256(before + text.encode()).digest()
            if one["chain_seq"] != seq + 1 or digest.hex() != one["hash"]:
                self.say("record", one["id"], "does not fit the chain")
            heads[one["actor_id"]] = (digest, one["chain_seq"])

    def replay(self, records):
        last = {one["txid"]: one["id"] for one in records}
        touched = defaultdict(set)
        for one in records:
            entity, key, new = one["entity_type"], one["entity_id"], one["row"]
            old = self.now[entity].get(key)
            if one["entity_version"] != self.version.get((entity, key), 0) + 1 and not (entity == "setting" and not old):
                self.say("record", one["id"], "is not the next version of", entity, key)
            self.version[entity, key] = one["entity_version"]
            rule = getattr(self, entity, None)
            if rule:
                rule(one, old, new)
            self.now[entity][key] = new
            if entity == "time_entry":
                touched[one["txid"]].add(new["user_id"])
            if last[one["txid"]] == one["id"]:
                for user in touched.pop(one["txid"], ()):
                    self.no_overlap(user, one)

    def refuse(self, one, *words):
        self.say("record", one["id"], one["action"], "of", one["actor_login"] + ":", *words)

    def live(self, **columns):
        for entry in self.now["time_entry"].values():
            if not entry.get("deleted_at") and all(entry.get(name) == value for name, value in columns.items()):
                yield entry

    def no_overlap(self, user, one):
        spans = sorted((instant(e["start_ts"]), instant(e.get("end_ts")), e["id"]) for e in self.live(user_id=user)
                       if e.get("end_ts"))
        running = [e for e in self.live(user_id=user) if not e.get("end_ts")]
        if len(running) > 1:
            self.refuse(one, "two running timers")
        spans = [(start, end) for start, end, _ in spans if start < end]
        for (_, end), (start, _) in zip(spans, spans[1:]):
            if start < end:
                self.refuse(one, "overlapping time")
        if running and spans and spans[-1][1] > instant(running[0]["start_ts"]):
            self.refuse(one, "the running timer overlaps other time")

    def two_people(self):
        values = {row["name"]: row.get("value") for row in self.now["setting"].values()}
        return values.get("two_pairs_of_eyes", "on") == "on", int(values.get("stale_after") or 28800)

    def takes_time(self, one, new):
        order, line = self.now["work_order"].get(new["work_order_id"]), self.now["line_item"].get(new["line_item_id"])
        user = self.now["user"].get(new["user_id"])
        if not order or order["status"] in CLOSED or order.get("deleted_at"):
            self.refuse(one, "new time on a closed order")
        if not line or line["status"] in ENDED or line.get("deleted_at"):
            self.refuse(one, "new time on a closed line item")
        if not user or user.get("deleted_at"):
            self.refuse(one, "new time of a removed user")

    def time_entry(self, one, old, new):
        start, end = instant(new["start_ts"]), instant(new.get("end_ts"))
        if end:
            seconds = (end - start) // timedelta(seconds=1)
            if seconds != new["duration_seconds"] or seconds < 0:
                self.refuse(one, "wrong duration")
        admin = one["actor_role"] == "admin"
        if one["actor_role"] not in ("admin", "technician") or not admin and one["actor_id"] != new["user_id"]:
            self.refuse(one, "without the right")
        if old is None:
            if new["status"] != "OPEN":
                self.refuse(one, "begins locked")
            return self.takes_time(one, new)
        if old["user_id"] != new["user_id"]:
            self.refuse(one, "changes the user")
        order = self.now["work_order"][old["work_order_id"]]
        if order["status"] == "billed":
            self.refuse(one, "changes time of a billed order")
        content = ("work_order_id", "line_item_id", "start_ts", "end_ts", "deleted_at", "user_id")
        same = all(old.get(name) == new.get(name) for name in content)
        if old["status"] == "LOCKED":
            if new["status"] != "OPEN" or not same or not admin or len(one["reason"] or "") < 3:
                self.refuse(one, "changes a locked entry")
            if one["entity_id"] in self.on_bill:
                self.refuse(one, "unlocks billed time")
        elif new["status"] == "LOCKED":
            pairs, limit = self.two_people()
            if not end or not same or old.get("deleted_at"):
                self.refuse(one, "approves what is not finished")
            if not admin or pairs and one["actor_id"] in [*old["touched_by"], old["user_id"]]:
                self.refuse(one, "approves own time")
            if new["duration_seconds"] > limit and not new.get("long_accepted"):
                self.refuse(one, "approves time over the limit")
        elif old.get("deleted_at") and not new.get("deleted_at") or old["line_item_id"] != new["line_item_id"]:
            self.takes_time(one, new)
        if old.get("end_ts") and not end:
            self.refuse(one, "runs again")

    def work_order(self, one, old, new):
        if old and old["status"] != new["status"]:
            if new["status"] not in STEPS[old["status"]]:
                self.refuse(one, old["status"], "to", new["status"])
            if new["status"] == "billed":
                for entry in self.live(work_order_id=one["entity_id"]):
                    if entry["status"] != "LOCKED" or entry["id"] not in self.on_bill:
                        self.refuse(one, "billed with entry", entry["id"])
        elif old and old["status"] == "billed":
            self.refuse(one, "changes a billed order")
        if new.get("deleted_at") and not old.get("deleted_at"):
            lines = [l for l in self.now["line_item"].values()
                     if l["work_order_id"] == one["entity_id"] and not l.get("deleted_at")]
            if lines or list(self.live(work_order_id=one["entity_id"])):
                self.refuse(one, "removed with live rows")

    def line_item(self, one, old, new):
        if self.now["work_order"][new["work_order_id"]]["status"] == "billed":
            self.refuse(one, "changes a billed order")
        if old and new.get("deleted_at") and not old.get("deleted_at") and list(self.live(line_item_id=one["entity_id"])):
            self.refuse(one, "removed with live time")

    def user(self, one, old, new):
        if old and new.get("deleted_at") and not old.get("deleted_at"):
            if list(self.live(user_id=one["entity_id"], status="OPEN")):
                self.refuse(one, "removed with open time")
        if old:
            admins = [u for u in {**self.now["user"], one["entity_id"]: new}.values()
                      if u["role"] == "admin" and not u.get("deleted_at")]
            if not admins:
                self.refuse(one, "no admin is left")
            if one["action"] in ("user.role", "user.remove") and one["actor_id"] == one["entity_id"]:
                self.refuse(one, "an admin gave up their own role")

    def bill(self, one, old, new):
        key = one["entity_id"]
        if old is None:
            if key != len(self.now["bill"]) + 1:
                self.refuse(one, "the number has a gap")
            if not self.lines[key]:
                self.refuse(one, "no lines")
            for entry, version in self.lines[key]:
                row = self.now["time_entry"][entry]
                if row["status"] != "LOCKED" or self.version["time_entry", entry] != version:
                    self.refuse(one, "bills entry", entry, "as it is not")
                if entry in self.on_bill:
                    self.refuse(one, "bills entry", entry, "twice")
                self.on_bill[entry] = key
        elif old.get("cancelled_at") or not new.get("cancelled_at"):
            self.refuse(one, "changes a bill")
        else:
            self.on_bill = {entry: bill for entry, bill in self.on_bill.items() if bill != key}
            if any(self.now["work_order"][self.now["time_entry"][entry]["work_order_id"]]["status"] == "billed"
                   for entry, _ in self.lines[key]):
                self.refuse(one, "cancelled while its order is billed")

    def tables(self):
        for entity, table in ENTITIES.items():
            rows = self.session.ask(f"SELECT id, row_version, row_to_json(t) FROM wl.{table} t")
            for key, version, row in rows:
                key, version, row = int(key), int(version), json.loads(row)
                if self.version.get((entity, key), version if entity == "setting" else None) != version:
                    self.say(entity, key, "has version", version, "and not as many records")
                for name, value in self.now[entity].get(key, {}).items():
                    if name in row and row[name] != value and not name.endswith(("_ts", "_at", "_sha256")):
                        if not (entity == "setting" and name == "value"):
                            self.say(entity, key, name, "is", row[name], "and recorded as", value)
            if entity != "setting" and len(rows) != len(self.now[entity]):
                self.say(len(rows), table, "and records of", len(self.now[entity]))
        active = self.session.ask("SELECT time_entry_id, bill_id FROM wl.bill_lines WHERE NOT cancelled")
        if {int(entry): int(bill) for entry, bill in active} != self.on_bill or len(active) != len(self.on_bill):
            self.say("active lines of bills differ from the trail")

    def answers(self, records, answers):
        done = defaultdict(list)
        for one in records:
            done[one["op_id"]].append(one)
        for operation, mine in done.items():
            if len({(one["txid"], one["actor_id"]) for one in mine}) > 1 and operation != "set-up":
                self.say("operation", operation, "was done more than once")
        codes = defaultdict(list)
        for operation, code, text in answers:
            codes[operation].append((code, text))
        for operation, given in codes.items():
            saved = operation in done
            kinds = Counter(code for code, _ in given)
            if kinds[0] and not saved:
                if not all(NOTHING.search(text) for code, text in given if code == 0):
                    self.say("operation", operation, "was acknowledged and is lost:", given)
            if saved and not kinds[0] and not any(code in (79, -9, 130, 124) for code, _ in given):
                self.say("operation", operation, "was refused and is saved:", given)
            for code, text in given:
                if code in (70, 101, 124, 134, 139):
                    self.say("operation", operation, "ended with", code, text[:300])
