"""The parts of the torture. Each returns its counts and what was wrong."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from cluster import PORT, Cluster, Program
from oracle import Oracle
from pg import Failed
from proxy import Proxy

TECHNICIANS = ("tom", "tess", "tim", "tina")
ADMINS = ("ada", "abe")
PEOPLE = [(name, "technician") for name in TECHNICIANS] + [("abe", "admin"), ("acc", "accountant"), ("olga", "ops")]


class Scene:
    """A server with users and orders, and what its commands answered."""

    def __init__(self, path, seed, orders=4, **cluster):
        self.dice = random.Random(seed)
        self.cluster = Cluster(**cluster)
        self.cluster.start()
        self.wl = Program(path, self.cluster)
        self.wl.set_up(PEOPLE, orders)
        self.orders = orders
        self.answers, self.codes, self.serial = [], Counter(), 0
        self.lock = threading.Lock()

    def operation(self):
        with self.lock:
            self.serial += 1
            return f"op-{self.serial}"

    def note(self, operation, code, text):
        with self.lock:
            self.answers.append((operation, code, text))
            self.codes[code] += 1

    def run(self, user, *arguments, operation=None, **options):
        operation = operation or self.operation()
        process = self.wl.popen(user, "--op-id", operation, *arguments, **options)
        try:
            output, errors = process.communicate(timeout=120)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
            code = 124
        self.note(operation, code, output + errors)
        return code, output + errors

    def verdict(self, **counts):
        """Ends the scene: the oracle's view, then what the program itself finds."""
        session = self.cluster.session()
        wrong = Oracle(session).check(self.answers)
        session.close()
        code, errors = self.wl.run("olga", "audit", "verify")
        if code:
            wrong.append(f"audit verify: {code} {errors[:300]}")
        self.cluster.remove()
        codes = {str(code): count for code, count in sorted(self.codes.items())}
        return {**counts, "exit_codes": codes, "wrong": wrong}

    def place(self):
        return f"WO-{self.dice.randint(1, self.orders)}", self.dice.randint(1, 2)

    def entry(self):
        return str(self.dice.randint(1, max(4, self.serial // 3)))

    def hour(self):
        day = self.dice.randint(1, 60)
        return f"2024-{1 + day // 28:02}-{1 + day % 28:02} {self.dice.randint(6, 18):02}:00"

    def any_command(self):
        """A random writing command and who gives it."""
        dice = self.dice
        tech, admin = dice.choice(TECHNICIANS), dice.choice(ADMINS)
        order, line = self.place()
        target, why = f"{order}/{line}", ("--reason", "as the customer says")
        status = dice.choice(("open", "in_progress", "in_progress", "ready_to_bill", "billed", "cancelled"))
        return dice.choices(
            [
                (tech, "start", target),
                (tech, "stop"),
                (tech, "cancel"),
                (tech, "note", "seal"),
                (tech, "entry", "add", target, "--start", self.hour(), "--for", "1h"),
                (tech, "entry", "edit", self.entry(), "--note", f"n{self.serial}", *why),
                (tech, "entry", "edit", self.entry(), "--line", target, *why),
                (tech, "entry", "remove", self.entry(), *why),
                (tech, "entry", "restore", self.entry(), *why),
                (admin, "approve", "--user", tech, "--yes"),
                (admin, "approve", order, "--yes"),
                (admin, "unlock", self.entry(), *why),
                ("acc", "bill", "add", order, "--yes", "--skip-unapproved"),
                ("acc", "bill", "cancel", str(dice.randint(1, 1 + self.serial // 60)), *why),
                (admin, "order", "status", order, status, *why),
                (admin, "line", "status", target, dice.choice(("open", "in_progress", "done", "cancelled"))),
                (admin, "order", dice.choice(("remove", "restore")), order),
                (admin, "line", dice.choice(("remove", "restore")), target),
                (admin, "order", "edit", order, "--title", f"Pump {self.serial}"),
                (admin, "user", dice.choice(("remove", "restore", "restore")), "tina"),
                (admin, "settings", "set", "stale_after", dice.choice(("8h", "9h"))),
            ],
            (16, 10, 3, 3, 12, 5, 4, 4, 4, 6, 5, 4, 5, 3, 5, 3, 2, 2, 2, 2, 2),
        )[0]


def collide(path, seed, count, at_once=32):
    """Many processes at once on the same few rows. Some give one ID twice at once."""
    scene = Scene(path, seed)
    twice = 0

    def one(operation, command):
        scene.run(*command, operation=operation)

    with ThreadPoolExecutor(at_once) as pool:
        begun = 0
        while begun < count:
            operation, command = scene.operation(), scene.any_command()
            repeat = scene.dice.random() < 0.05
            for _ in range(2 if repeat else 1):
                pool.submit(one, operation, command)
                begun += 1
            twice += repeat
            while pool._work_queue.qsize() > at_once:
                time.sleep(0.005)
    return scene.verdict(operations=begun, given_twice=twice)


# commands that write, each with what must be there before it
WRITING = [
    ((), ("tom", "start", "WO-1/1")),
    (("tom", "start", "WO-1/2"), ("tom", "start", "WO-1/1")),
    (("tom", "start", "WO-1/1"), ("tom", "stop")),
    (("tom", "start", "WO-1/1"), ("tom", "cancel")),
    (("tom", "start", "WO-1/1"), ("tom", "note", "seal")),
    ((), ("tom", "entry", "add", "WO-2/1", "--start", "HOUR", "--for", "1h")),
    (("tom", "entry", "add", "WO-2/1", "--start", "HOUR", "--for", "1h"), ("tom", "entry", "remove", "@")),
    (("tess", "entry", "add", "WO-2/2", "--start", "HOUR", "--for", "1h"), ("ada", "approve", "--user", "tess", "--yes")),
    ((), ("ada", "order", "edit", "WO-1", "--title", "TEXT")),
    ((), ("ada", "settings", "set", "organisation", "TEXT")),
    ((), ("ada", "line", "add", "WO-3", "--description", "TEXT")),
    (("BILLABLE",), ("acc", "bill", "add", "WO-4", "--yes")),
]


class Writing:
    """Gives the writing commands, each time with its own hour and text."""

    def __init__(self, scene):
        self.scene, self.hours = scene, 0

    def hour(self):
        self.hours += 2
        return f"2023-{1 + self.hours // 24 // 28 % 12:02}-{1 + self.hours // 24 % 28:02} {self.hours % 24:02}:00"

    def filled(self, command):
        swap = {"HOUR": self.hour(), "TEXT": f"Text {self.hours}"}
        return [swap.get(word, word) for word in command]

    def prepare(self, number):
        before, command = WRITING[number % len(WRITING)]
        if before == ("BILLABLE",):
            self.scene.run("tess", "entry", "add", "WO-4/1", "--start", self.hour(), "--for", "1h")
            self.scene.run("ada", "approve", "WO-4", "--yes")
        elif before:
            self.scene.run("tom", "stop")
            self.scene.run(*self.filled(before))
        elif command[1] == "start":
            self.scene.run("tom", "stop")
        return self.filled(command)


def kills(path, seed, count):
    """The client is killed at a system call: at each from the connection on, or at as many
    of them as are asked for. Then the command is given again under the same ID."""
    scene = Scene(path, seed)
    writing = Writing(scene)
    points = []
    trace = os.path.join(scene.cluster.folder, "trace")
    for number in range(len(WRITING)):
        command = writing.prepare(number)
        scene.run(*command, before=("strace", "-qq", "-o", trace))
        seen, connected = Counter(), False
        with open(trace, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                name = re.match(r"(\w+)\(", line)
                if name:
                    seen[name[1]] += 1
                    # the connection is made in a thread of its own
                    connected = connected or name[1] in ("clone", "clone3")
                    if connected and name[1] != "exit_group":
                        points.append((number, name[1], seen[name[1]]))
    if not points:
        sys.exit("kills: strace shows no system call after the connection")
    scene.dice.shuffle(points)
    found, points = len(points), sorted(points[:count])
    saved = 0
    for number, call, nth in points:
        command, operation = writing.prepare(number), scene.operation()
        inject = f"inject={call}:signal=KILL:when={nth}"
        code, _ = scene.run(*command, operation=operation, before=("strace", "-qq", "-o", "/dev/null", "-e", inject))
        again, text = scene.run(*command, operation=operation)
        saved += "already been done" in text
        if again:
            scene.answers.append((operation, 70, f"again after a kill at {call} {nth}: {again} {text}"))
    return scene.verdict(points=len(points), points_found=found, commands=len(WRITING), saved_before_the_kill=saved)


def in_background(scene, clients, work):
    """Runs `work` in so many threads until the function returned is called."""
    ended = threading.Event()

    def repeat():
        while not ended.is_set():
            work()

    threads = [threading.Thread(target=repeat) for _ in range(clients)]
    for thread in threads:
        thread.start()

    def end():
        ended.set()
        for thread in threads:
            thread.join()

    return end


def servers(path, seed, count):
    """All processes of the server are killed while clients work; it recovers."""
    scene = Scene(path, seed)
    for _ in range(count):
        end = in_background(scene, 6, lambda: scene.run(*scene.any_command()))
        time.sleep(0.5 + scene.dice.random())
        scene.cluster.kill()
        end()
    return scene.verdict(kills=count, operations=scene.serial)


def use_up_wal(cluster):
    """Until the next segment needs room on the disk."""
    try:
        session = cluster.session()
        for _ in range(20):
            session.ask("SELECT pg_logical_emit_message(false, '', repeat('x', 300000))")
        session.close()
    except (Failed, OSError):
        pass


def disks(path, seed, count):
    """The server's disk is full: a tmpfs of 160 MB is filled, then emptied."""
    folder = tempfile.mkdtemp(prefix="wl-torture-disk-")
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", folder], check=True)
    try:
        scene = Scene(path, seed, folder=folder)
        full = os.path.join(folder, "full")
        for _ in range(count):
            left = scene.dice.randint(0, 100) * 4096
            free = os.statvfs(folder)
            with open(full, "wb") as file:
                os.posix_fallocate(file.fileno(), 0, max(4096, free.f_bavail * free.f_frsize - left))
            # the segments of WAL at hand would take the changes of hours
            use_up_wal(scene.cluster)
            for _ in range(60):
                scene.run(*scene.any_command())
            os.unlink(full)
            if scene.cluster.process.poll() is not None:
                pid = os.path.join(scene.cluster.data, "postmaster.pid")
                if os.path.exists(pid):
                    os.unlink(pid)
                scene.cluster.start()
            scene.cluster.wait()
            for _ in range(5):
                scene.run(*scene.any_command())
        return scene.verdict(fills=count, operations=scene.serial)
    finally:
        subprocess.run(["umount", "-l", folder], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def cuts(path, seed, count):
    """The connection is cut at a message, in either direction, before or in the middle of
    it; half of the cuts leave the server out of reach. Then the command is given again."""
    scene = Scene(path, seed)
    writing = Writing(scene)
    proxy = Proxy(scene.cluster.socket(), PORT)
    points = []
    for number in range(len(WRITING)):
        proxy.watch()
        scene.run(*writing.prepare(number), host=proxy.folder)
        points += [(number, side, nth) for side in ("client", "server") for nth in range(1, proxy.seen[side] + 1)]
    scene.dice.shuffle(points)
    found, points = len(points), points[:count]
    unknown = 0
    for number, side, nth in points:
        command, operation = writing.prepare(number), scene.operation()
        proxy.cut(side, nth, half=scene.dice.random() < 0.5, comes_back=scene.dice.random() < 0.5)
        code, _ = scene.run(*command, operation=operation, host=proxy.folder)
        unknown += code == 79
        again, text = scene.run(*command, operation=operation)
        if again:
            scene.answers.append((operation, 70, f"again after a cut at {side} {nth}: {again} {text}"))
    proxy.close()
    return scene.verdict(cuts=len(points), points_found=found, outcome_unknown=unknown)


def clock(path, seed, count):
    """The server's clock jumps by hours and days, in both directions, while clients work."""
    library = next((path for path in (
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/faketime/libfaketime.so.1") if os.path.exists(path)), None)
    if not library:
        return {"not_run": "faketime is not installed", "wrong": []}
    folder = tempfile.mkdtemp(prefix="wl-torture-clock-")
    os.chmod(folder, 0o755)  # the server's user reads it
    offset = os.path.join(folder, "offset")
    with open(offset, "w", encoding="utf-8") as file:
        file.write("+0\n")
    scene = Scene(path, seed, preload={"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": offset,
                                       "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    jumped = 0
    for _ in range(count):
        end = in_background(scene, 3, lambda: scene.run(*scene.any_command()))
        hours = scene.dice.choice((-30, -3, -1, 1, 3, 30))
        with open(offset + ".new", "w", encoding="utf-8") as file:
            file.write(f"{hours * 3600:+}\n")
        os.replace(offset + ".new", offset)
        session = scene.cluster.session()
        ahead = float(session.one("SELECT extract(epoch FROM clock_timestamp())")) - time.time()
        session.close()
        jumped += abs(ahead - hours * 3600) < 60
        time.sleep(1.5)
        end()
    named = sum("the server's clock says" in text for _, _, text in scene.answers)
    shutil.rmtree(folder)
    # the oracle's order of records does not depend on the clock
    verdict = scene.verdict(jumps=jumped, operations=scene.serial, clock_named=named)
    if jumped < count:
        verdict["wrong"].append(f"the clock jumped {jumped} times of {count}")
    return verdict


def pooler(path, seed, count):
    """PgBouncer in transaction mode is killed while clients work through it."""
    program = shutil.which("pgbouncer") or "/usr/sbin/pgbouncer"
    if not os.path.exists(program):
        return {"not_run": "pgbouncer is not installed", "wrong": []}
    scene = Scene(path, seed)
    folder = tempfile.mkdtemp(prefix="wl-torture-pooler-")
    os.chmod(folder, 0o777)
    users = os.path.join(folder, "users")
    with open(users, "w", encoding="utf-8") as file:
        file.writelines(f'"{name}" ""\n' for name, _ in [("ada", ""), *PEOPLE])
    ini = os.path.join(folder, "ini")
    with open(ini, "w", encoding="utf-8") as file:
        file.write(f"[databases]\nworklock = host={scene.cluster.folder} port={PORT}\n[pgbouncer]\n"
                   f"listen_addr =\nlisten_port = {PORT}\nunix_socket_dir = {folder}\nauth_type = trust\n"
                   f"auth_file = {users}\npool_mode = transaction\nlogfile = {folder}/log\n"
                   "ignore_startup_parameters = extra_float_digits,options\n")
    for _ in range(count):
        process = subprocess.Popen([program, "-q", ini], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   cwd="/", **scene.cluster.as_owner())
        while not os.path.exists(os.path.join(folder, f".s.PGSQL.{PORT}")):
            time.sleep(0.01)
        end = in_background(scene, 4, lambda: scene.run(*scene.any_command(), host=folder))
        time.sleep(2 + scene.dice.random())
        process.kill()
        process.wait()
        os.unlink(os.path.join(folder, f".s.PGSQL.{PORT}"))
        end()
    shutil.rmtree(folder, ignore_errors=True)
    return scene.verdict(kills=count, operations=scene.serial)


def imports(path, seed, count, rows=400):
    """An import is killed at a random moment: all of its rows are there, or none. Then it
    is given again."""
    scene = Scene(path, seed)
    session = scene.cluster.session()
    wrong, whole, longest = [], 0, None
    for number in range(count + 1):
        file = os.path.join(scene.cluster.folder, f"rows-{number}.csv")
        with open(file, "w", encoding="utf-8") as out:
            out.write("user,number,line,start_ts,end_ts\n")
            for row in range(rows):
                day = f"{2000 + number}-{1 + row // 24 // 28:02}-{1 + row // 24 % 28:02}"
                out.write(f"tom,WO-1,1,{day}T{row % 24:02}:00:00Z,{day}T{row % 24:02}:30:00Z\n")
        os.chmod(file, 0o644)
        operation, command = scene.operation(), ("ada", "entry", "import", file)
        begun = time.monotonic()
        process = scene.wl.popen(command[0], "--op-id", operation, *command[1:])
        if longest is not None:
            time.sleep(scene.dice.random() * longest)
            process.send_signal(signal.SIGKILL)
        output, errors = process.communicate()
        scene.note(operation, process.returncode, output + errors)
        if longest is None:
            longest = time.monotonic() - begun
            if process.returncode:
                raise SystemExit(f"wl entry import: {errors}")
        count_sql = f"SELECT count(*) FROM wl.time_entries WHERE extract(year FROM start_ts AT TIME ZONE 'UTC') = {2000 + number}"
        while session.one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'wl'") != "0":
            time.sleep(0.01)
        there = int(session.one(count_sql))
        whole += there == rows
        if there not in (0, rows):
            wrong.append(f"{there} of {rows} rows were imported")
        code, text = scene.run(*command, operation=operation)
        if code or int(session.one(count_sql)) != rows:
            wrong.append(f"the import again: {code} {text[:300]}")
    session.close()
    verdict = scene.verdict(kills=count, rows=rows, saved_before_the_kill=whole - 1)
    return {**verdict, "wrong": wrong + verdict["wrong"]}


def batches(path, seed, count):
    """A batch of exports is killed at a random moment and given again: then each file has
    the bytes of a run that nobody killed, and nothing else is left."""
    scene = Scene(path, seed, orders=40)
    for order in range(1, 41):
        hour = f"2024-{1 + order // 28:02}-{1 + order % 28:02} 08:00"
        scene.wl.must("tom", "entry", "add", f"WO-{order}/1", "--start", hour, "--for", "1h")
    scene.wl.must("ada", "approve", "--user", "tom", "--yes")
    folder = tempfile.mkdtemp(prefix="wl-torture-batch-")
    wrong = []

    def files(where):
        return {name: open(os.path.join(where, name), "rb").read() for name in sorted(os.listdir(where))}

    def batch(where):
        return ("acc", "export", "csv", "--status", "open", "--dir", where)

    clean = os.path.join(folder, "clean")
    begun = time.monotonic()
    scene.wl.must(*batch(clean))
    longest = time.monotonic() - begun
    for number in range(count):
        where = os.path.join(folder, str(number))
        process = scene.wl.popen(*batch(where))
        time.sleep(scene.dice.random() * longest)
        process.kill()
        process.communicate()
        for name, content in files(where).items() if os.path.isdir(where) else ():
            if name.endswith(".csv") and not name.startswith(".") and content != files(clean).get(name):
                wrong.append(f"{name} is not whole after the kill")
        code, errors = scene.wl.run(*batch(where))
        if code and not (code == 73 and "is finished" in errors):
            wrong.append(f"the batch again: {code} {errors[:300]}")
            continue
        mine, theirs = files(where), files(clean)
        if mine.keys() != theirs.keys():
            wrong.append(f"other files: {sorted(mine.keys() ^ theirs.keys())}")
        wrong += [f"{name} differs" for name in theirs if name.endswith(".csv") and mine.get(name) != theirs[name]]
    shutil.rmtree(folder)
    verdict = scene.verdict(kills=count, files=40)
    return {**verdict, "wrong": wrong + verdict["wrong"]}
