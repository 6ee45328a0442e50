"""Measures wl against its peers, each pair in turns in one run, and writes
bench/RESULTS.md. Called by script/bench, which builds and installs what this
needs. Usage: bench.py WL PG_BIN TEMP RUNS LARGEST"""

import datetime
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time

wl, pg_bin, temp, runs, largest = sys.argv[1:3] + [pathlib.Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])]
source = pathlib.Path(__file__).parent
root = source.parent.parent
MIB = 1024

targets = []  # rows of the table of targets
growth = {}  # work -> {entries: text}
limits = {}  # list -> {entries: ms}


def run(*command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **options).stdout


def measure(times, *commands):
    """Runs (name, program, arguments...) in turns: [(median ms, CPU ms, peak KiB)]."""
    words = []
    for name, *command in commands:
        words += (["--"] if words else []) + [name, *map(str, command)]
    lines = run(temp / "measure", str(times), *words).splitlines()
    for line in lines:
        name, median, least, cpu, memory = line.split("\t")
        print(f"  {name:<44} {float(median):10.2f} ms   least {float(least):10.2f}   CPU {float(cpu):10.2f}   {int(memory) / MIB:7.1f} MiB")
    return [(float(m), float(c), int(k)) for _, m, _, c, k in (line.split("\t") for line in lines)]


def once(name, command):
    """Runs what can be done only once: seconds."""
    began = time.monotonic()
    run(*map(str, command), stderr=subprocess.DEVNULL)
    took = time.monotonic() - began
    print(f"  {name:<44} {took:10.2f} s")
    return took


def target(work, measured, peer, value, limit, least=False):
    """A row of the table: `value` is to be at most `limit`, or at least."""
    reached = value >= limit if least else value <= limit
    bound = f"{'at least' if least else 'at most'} {limit:g}"
    targets.append((work, measured, peer, f"{value:.2f}" if value < 100 else f"{value:,.0f}", bound, "reached" if reached else "**missed**"))
    print(f"  -> {value:.2f}, {bound}: {'reached' if reached else 'MISSED'}")


def grows(work, entries, text):
    growth.setdefault(work, {})[entries] = text


class Database:
    """One of the server's databases; psql and wl as any login."""

    def __init__(self, name):
        self.name = name

    def url(self, login):
        return f"postgresql:///{self.name}?host={socket}&user={login}"

    def conninfo(self, login):
        return f"host={socket} port=5432 dbname={self.name} user={login} application_name=bench"

    def sql(self, sql, login="wl_superuser"):
        return run(f"{pg_bin}/psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.conninfo(login), "-c", sql).strip()

    def wl(self, login, *arguments):
        return [wl, "--database-url", self.url(login), *arguments]


def server_ms(database, login, command):
    """The time that the server works for a command, by its own log, the least of five runs."""
    database.sql(f"ALTER ROLE {login} SET log_min_duration_statement = 0")
    log = pathlib.Path(os.environ["WL_HOME"]) / "server.log"
    found = []
    for _ in range(5):
        before = log.stat().st_size
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with log.open("rb") as lines:
            lines.seek(before)
            found.append(sum(float(ms) for ms in re.findall(rb"duration: ([0-9.]+) ms", lines.read())))
    database.sql(f"ALTER ROLE {login} RESET log_min_duration_statement")
    return min(found)


def one_command():
    print("\nOne command, private server")
    database = Database("worklock")
    for login, arguments in [
        ("ada", ["user", "add", "tom", "--full-name", "Tom Lindqvist", "--role", "technician"]),
        ("ada", ["order", "add", "WO-1", "--title", "Bench", "--customer", "Bench"]),
        ("ada", ["line", "add", "WO-1", "--description", "One"]),
        ("ada", ["line", "add", "WO-1", "--description", "Two"]),
        ("tom", ["timer", "start", "WO-1/1"]),
    ]:
        run(wl, "-q", "--as", login, *arguments)
    tom = database.conninfo("tom")
    status_query = (source / "status.sql").read_text()
    as_tom = [wl, "--as", "tom"]
    status, same, _, psql = measure(
        runs,
        ("wl timer status", *as_tom, "timer", "status"),
        ("C with libpq, same query", temp / "query", tom, status_query),
        ("C on libpq, select 1", temp / "query", tom, "select 1"),
        ("psql -XAtc 'select 1'", f"{pg_bin}/psql", "-XAtc", "select 1", "-d", tom),
    )
    show = lambda row: f"{row[0]:.1f} ms"
    target("`wl timer status`", show(status), f"C with libpq, same query: {show(same)}", status[0] / same[0], 1.2)
    target("`wl timer status`", show(status), f"`psql -XAtc 'select 1'`: {show(psql)}", status[0] / psql[0], 1.0)
    start, same = measure(
        runs,
        ("wl timer start, while another runs", *as_tom, "timer", "start", "WO-1/1"),
        ("C with libpq, same statements", temp / "start", tom, "WO-1", "2"),
    )
    target("`wl timer start`", show(start), f"C with libpq, same statements: {show(same)}", start[0] / same[0], 1.3)


def many_clients():
    print("\nTimers per second, one start with auto-stop per transaction: all rules, against the same tables without rules")
    database = Database("worklock")
    run(f"{pg_bin}/psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", database.conninfo("wl_superuser"), "-f", source / "setup.sql")

    def timers(clients, which, seconds):
        out = run(
            f"{pg_bin}/pgbench", "-n", "-h", socket, "-p", "5432", "-U", "wl_superuser", "-c", str(clients), "-j", "2",
            "-T", str(seconds), "-f", source / f"{which}_rules.sql", database.name, stderr=subprocess.DEVNULL)  # fmt: skip
        return float(re.search(r"^tps = ([0-9.]+)", out, re.M)[1])

    # nobody works on tables that are empty and of which the planner knows nothing
    for which in ("without", "with"):
        timers(8, which, 5)
    database.sql("VACUUM ANALYZE")
    # long enough for a session's first transaction, which plans everything anew, to weigh little
    for clients, seconds in ((1, 15), (8, 15), (32, 30)):
        # in turns, for the machine itself is faster and slower by a fifth from one moment to the next
        pairs = [(timers(clients, "without", seconds), timers(clients, "with", seconds)) for _ in range(7 if runs >= 100 else 3)]
        ratios = sorted(held / without for without, held in pairs)
        without, held = (statistics.median(values) for values in zip(*pairs))
        print(f"  {clients:2} clients: {held:.0f} with, {without:.0f} without, ratios {', '.join(f'{r:.2f}' for r in ratios)}")
        target(f"timers per second with all rules, {clients} client{'s' * (clients > 1)}", f"{held:.0f}",
               f"pgbench without rules: {without:.0f}", statistics.median(ratios), 0.6, least=True)  # fmt: skip


def generated(name, entries, grow=True, **environment):
    """A database that script/generate filled, its admin ada and the accountant and ops of the server."""
    database = Database(name)
    Database("worklock").sql(f"CREATE DATABASE {name}")
    run(*database.wl("wl_superuser", "-q", "init", "--admin", "ada"))
    # a login that serves another database of the server, too, must be allowed
    database.sql("SELECT wl.allow_login('acc') FROM pg_roles WHERE rolname = 'acc'")
    run(*database.wl("ada", "-q", "user", "add", "acc", "--full-name", "Acc", "--role", "accountant"))
    started = time.monotonic()
    run(root / "script" / "generate", str(entries),
        env=dict(os.environ, WL=wl, DATABASE_URL=database.url("wl_superuser"), **environment))  # fmt: skip
    took = time.monotonic() - started
    print(f"  {entries:,} entries made in {took:.0f} s")
    if grow:
        grows("generated by `script/generate`", entries, f"{took:.0f} s")
    return database


# the columns of `wl export csv`, in its order
COPY = """SELECT e.id, o.number, o.title, o.customer, l.position, l.description, u.db_role, u.full_name, e.start_ts, e.end_ts,
    e.duration_seconds, round(e.duration_seconds / 3600.0, 2), e.status, e.note, a.db_role, e.approved_at, e.edited_reason, e.edited_at,
    e.start_ts::date, e.start_ts::time(0), e.end_ts::time(0), to_char(e.start_ts, 'TZH:TZM'),
    e.duration_seconds / 3600 || to_char(e.duration_seconds / 60 % 60, ':FM00'), o.status,
    b.bill_id, r.reference
    FROM wl.time_entries e JOIN wl.work_orders o ON o.id = e.work_order_id JOIN wl.line_items l ON l.id = e.line_item_id
    JOIN wl.users u ON u.id = e.user_id LEFT JOIN wl.users a ON a.id = e.approved_by
    LEFT JOIN wl.bill_lines b ON b.time_entry_id = e.id AND NOT b.cancelled LEFT JOIN wl.bills r ON r.id = b.bill_id
    WHERE e.deleted_at IS NULL ORDER BY e.work_order_id, l.position, e.start_ts, e.id"""


def scale(entries):
    print(f"\n{entries:,} entries")
    database = generated(f"bench_{entries}", entries)
    middle = 100000 + entries // 50 // 2  # an order half way through the ten years
    ada = lambda *arguments: database.wl("ada", *arguments)
    few = max(runs // 10, 5)

    status, start = measure(
        few,
        ("timer status", *ada("timer", "status")),
        ("timer start", *ada("timer", "start", f"WO-{100000 + entries // 50 - 1}/1")),
    )
    grows("`timer status`", entries, f"{status[0]:.0f} ms")
    grows("`timer start`", entries, f"{start[0]:.0f} ms")
    order, month, week = measure(
        few,
        ("export csv of one order", *ada("export", "csv", f"WO-{middle}")),
        ("entry list, a technician's month", *ada("entry", "list", "--user", "tech1", "--from", "2020-05-01", "--to", "2020-05-31")),
        ("report hours by technician, a week", *ada("report", "hours", "--by", "technician", "--from", "2020-05-04", "--to", "2020-05-10")),
    )
    grows("`export csv` of one order", entries, f"{order[0]:.0f} ms")
    grows("`entry list` of a technician's month", entries, f"{month[0]:.0f} ms")
    grows("`report hours` of a week", entries, f"{week[0]:.0f} ms")

    lists = measure(
        few,
        ("entry list --limit 20", *ada("entry", "list", "--limit", "20")),
        ("order list --limit 20", *ada("order", "list", "--limit", "20")),
    )
    for work, (ms, _, _) in zip(("`entry list --limit 20`", "`order list --limit 20`"), lists):
        grows(work, entries, f"{ms:.0f} ms")
        limits.setdefault(work, {})[entries] = ms
        if entries == largest and largest > 10_000:
            target(f"{work} at {entries:,} entries, of the same at 10,000", f"{ms:.1f} ms", f"{limits[work][10_000]:.1f} ms",
                   ms / limits[work][10_000], 2)  # fmt: skip

    # measure takes -- for itself
    words = ["/bin/sh", "-c", f"COMPLETE=bash _CLAP_COMPLETE_INDEX=3 _CLAP_COMPLETE_COMP_TYPE=9 _CLAP_COMPLETE_SPACE=true "
             f"DATABASE_URL='{database.url('ada')}' exec {wl} -- wl order show WO-1"]  # fmt: skip
    ((completion, _, _),) = measure(few, ("completion of a work order", *words))
    grows("completion of a work order", entries, f"{completion:.0f} ms")
    if entries == largest:
        target(f"completion among {entries // 50:,} orders, ms", f"{completion:.1f} ms", "", completion, 50)

    five = server_ms(database, "ada", ada("exceptions"))
    found = json.loads(run(*ada("--format", "json", "exceptions", "--counts")))
    findings = sum(kind["findings"] for kind in found)
    print(f"  all exceptions: {five:.1f} ms of server time, {findings} findings")
    grows("all exceptions, server time", entries, f"{five:.1f} ms, {findings} findings")
    if entries == largest:
        target(f"all exceptions at {entries:,} entries", f"{five:.1f} ms of server time", f"{findings} findings", five, 50)

    few = 1 if entries >= 10_000_000 else 3 if entries >= 1_000_000 else 7
    folder = temp / database.name
    folder.mkdir()
    csv = ["export", "csv", "--from", "2016-01-01", "--to", "2025-12-31", "--include-unapproved", "--force", "--output", folder / "wl.csv"]
    ours, copy = measure(
        few,
        ("export csv of everything", *ada(*csv)),
        ("psql \\copy of the same columns", f"{pg_bin}/psql", "-XAtq", "-d", database.conninfo("ada"),
         "-c", "\\copy (" + " ".join(COPY.split()) + f") TO '{folder}/copy.csv' (FORMAT csv, HEADER)"),
    )  # fmt: skip
    grows("`export csv` of everything", entries, f"{ours[0] / 1000:.2f} s, {ours[2] / MIB:.1f} MiB")
    grows("`psql \\copy` of the same", entries, f"{copy[0] / 1000:.2f} s, {copy[2] / MIB:.1f} MiB")
    if entries == 1_000_000:
        target("CSV of a million entries", f"{ours[0] / 1000:.2f} s", f"`psql \\copy`: {copy[0] / 1000:.2f} s", ours[0] / copy[0], 1.2)
    if entries == largest:
        target(f"memory of the CSV of {entries:,} entries, MiB", f"{ours[2] / MIB:.1f} MiB", f"`psql \\copy`: {copy[2] / MIB:.1f} MiB", ours[2] / MIB, 16)
    for file in folder.iterdir():
        file.unlink()

    if entries == 1_000_000:
        selections(database, folder)

    records = int(database.sql("SELECT count(*) FROM wl.audit_log"))
    seal = run(*ada("audit", "seal", "--output", folder / "seal.json", "--force"))
    assert seal
    (verify,) = measure(3, ("audit verify", *ada("audit", "verify")))
    rate = records / verify[0] * 1000
    grows("`audit verify`", entries, f"{verify[0] / 1000:.2f} s, {rate:,.0f} records per second, {verify[2] / MIB:.0f} MiB")
    (since,) = measure(3, ("audit verify --since a seal", *ada("audit", "verify", "--since", folder / "seal.json")))
    grows("`audit verify --since` the last seal", entries, f"{since[0] / 1000:.2f} s")
    if entries == largest:
        target(f"`audit verify` of {records:,} records", f"{verify[0] / 1000:.1f} s", "", rate, 300_000, least=True)
    grows("size of the database", entries, database.sql("SELECT pg_size_pretty(pg_database_size(current_database()))"))


def selections(database, folder):
    """CSV of each kind of selection, against `\\copy` of the same rows."""
    customer = database.sql("SELECT customer FROM wl.work_orders WHERE status = 'billed' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")
    orders = database.sql("SELECT number FROM wl.work_orders WHERE status = 'billed' ORDER BY id LIMIT 2000").split("\n")
    numbers = ", ".join(f"'{number}'" for number in orders)
    for name, arguments, condition in (
        ("`--status billed`", ["--status", "billed"], "o.status = 'billed'"),
        ("`--customer`", ["--customer", customer, "--include-unapproved"], f"o.customer = '{customer}'"),
        ("2,000 orders", orders, f"o.number IN ({numbers})"),
        ("`-p 2020-01..2020-12`", ["-p", "2020-01..2020-12"],
         "e.start_ts >= '2020-01-01Z' AND e.start_ts < '2021-01-01Z'"),
    ):  # fmt: skip
        copy = " ".join(COPY.split()).replace("WHERE ", f"WHERE {condition} AND ")
        ours, peer = measure(
            3,
            (f"export csv, {name}", *database.wl("acc", "export", "csv", *arguments, "--force", "--output", folder / "wl.csv")),
            ("psql \\copy of the same", f"{pg_bin}/psql", "-XAtq", "-d", database.conninfo("acc"),
             "-c", f"\\copy ({copy}) TO '{folder}/copy.csv' (FORMAT csv, HEADER)"),
        )  # fmt: skip
        target(f"CSV of a million entries by {name}", f"{ours[0] / 1000:.2f} s", f"`psql \\copy`: {peer[0] / 1000:.2f} s",
               ours[0] / peer[0], 1.2)  # fmt: skip
    batch = once("export pdf --status billed --dir", database.wl("acc", "export", "pdf", "--status", "billed", "--dir", folder / "pdf"))
    files = len(list((folder / "pdf").glob("*.pdf")))
    grows("a batch of PDFs of all billed orders", 1_000_000, f"{batch:.1f} s, {files:,} files")
    shutil.rmtree(folder / "pdf")
    for file in folder.iterdir():
        file.unlink()


def bill_csv(database):
    copy = " ".join(COPY.split()).replace("WHERE ", "WHERE b.bill_id = 1 AND ")
    ours, peer = measure(
        9,
        ("export csv --bill 1", *database.wl("acc", "export", "csv", "--bill", "1", "--force", "--output", temp / "bill.csv")),
        ("psql \\copy of the same", f"{pg_bin}/psql", "-XAtq", "-d", database.conninfo("acc"),
         "-c", f"\\copy ({copy}) TO '{temp}/copy.csv' (FORMAT csv, HEADER)"),
    )  # fmt: skip
    target("CSV of a bill of 20,000 entries", f"{ours[0] / 1000:.2f} s", f"`psql \\copy`: {peer[0] / 1000:.2f} s",
           ours[0] / peer[0], 1.2)  # fmt: skip


def bills():
    print("\nApprove and bill 20,000 entries of one order")
    database = generated("bench_bill", 20_000, grow=False, ORDERS="1", APPROVED="none")
    seconds = []
    for work, login, arguments in (
        ("approve", "ada", ["approve", "WO-100000", "--yes"]),
        ("bill", "acc", ["bill", "add", "WO-100000", "--skip-unapproved", "--yes"]),
        ("cancel", "acc", ["bill", "cancel", "1", "--reason", "bench"]),
    ):
        if work == "cancel":
            bill_csv(database)
        seconds.append(once(f"{work} 20,000 entries", database.wl(login, "-q", *arguments)))
    approve, bill, cancel = seconds
    target("approve 20,000 entries, a second", f"{approve:.2f} s", "", 20_000 / approve, 3000, least=True)
    target("`bill add` of 20,000 entries", f"{bill:.2f} s", f"approve: {approve:.2f} s", bill / approve, 0.5)


def pdf():
    print("\nPDF of 10,000 entries")
    database = generated("bench_pdf", 10_000, grow=False, ORDERS="1")
    run(*database.wl("acc", "export", "csv", "WO-100000", "--output", str(temp / "rows.csv")), stderr=subprocess.DEVNULL)
    python = temp / "venv" / "bin" / "python"
    ours, table, canvas = measure(
        3,
        ("wl export pdf", *database.wl("acc", "export", "pdf", "WO-100000", "--force", "--output", temp / "wl.pdf")),
        ("reportlab, table", python, source / "reportlab_table.py", temp / "rows.csv", temp / "table.pdf"),
        ("reportlab, bare canvas", python, source / "reportlab_canvas.py", temp / "rows.csv", temp / "canvas.pdf"),
    )
    for name, peer, times in (("table", table, 10), ("bare canvas", canvas, 4)):
        target("PDF of 10,000 entries, times faster", f"{ours[0] / 1000:.2f} s",
               f"reportlab's {name}: {peer[0] / 1000:.2f} s", peer[0] / ours[0], times, least=True)  # fmt: skip
    target("memory of that PDF, MiB", f"{ours[2] / MIB:.1f} MiB", f"reportlab's table: {table[2] / MIB:.0f} MiB", ours[2] / MIB, 64)


def xlsx():
    print("\nXLSX of 100,000 entries")
    database = generated("bench_xlsx", 100_000, grow=False)
    everything = ["--from", "2016-01-01", "--to", "2025-12-31", "--include-unapproved", "--force", "--output"]
    run(*database.wl("acc", "export", "csv", *everything, str(temp / "rows.csv")), stderr=subprocess.DEVNULL)
    python = temp / "venv" / "bin" / "python"
    ours, peer = measure(
        3,
        ("wl export xlsx", *database.wl("acc", "export", "xlsx", *everything, temp / "wl.xlsx")),
        ("openpyxl, write-only", python, source / "openpyxl_write_only.py", temp / "rows.csv", temp / "openpyxl.xlsx"),
    )
    target("XLSX of 100,000 entries, times faster", f"{ours[0] / 1000:.2f} s",
           f"openpyxl, write-only: {peer[0] / 1000:.2f} s", peer[0] / ours[0], 10, least=True)  # fmt: skip
    target("memory of that XLSX, MiB", f"{ours[2] / MIB:.1f} MiB", f"openpyxl: {peer[2] / MIB:.0f} MiB", ours[2] / MIB, 64)


def write_results(started):
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = next(line.split()[1] for line in open("/proc/meminfo") if line.startswith("MemTotal"))
    lines = [
        "# Benchmark results",
        "",
        f"`script/bench` measured this on {datetime.date.today()} in {(time.monotonic() - started) / 60:.0f} minutes: "
        f"{run(wl, '--version').strip()} at {commit}, {run(f'{pg_bin}/postgres', '--version').strip()}, "
        f"{cpu}, {os.cpu_count()} processors, {int(memory) // 1024 // 1024} GiB of memory, Linux {platform.release()}; "
        f"load before {load_before}, after {os.getloadavg()[0]:.1f}.",
        "Each peer ran alternately with `wl` on the same private server. Compare the ratios; the times depend on the machine.",
        "",
        "| work | `wl` | peer | value | target | |",
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| {' | '.join(row)} |" for row in targets),
        "",
        "How the cost grows with the number of time entries:",
        "",
    ]
    sizes = sorted({size for row in growth.values() for size in row})
    lines += ["| work | " + " | ".join(f"{size:,}" for size in sizes) + " |", "| --- |" + " --- |" * len(sizes)]
    lines += [f"| {work} | " + " | ".join(row.get(size, "") for size in sizes) + " |" for work, row in growth.items()]
    folder = root / "bench"
    folder.mkdir(exist_ok=True)
    (folder / "RESULTS.md").write_text("\n".join(lines) + "\n")


started = time.monotonic()
# before the results are written, which would make it dirty
commit = run("git", "-C", root, "describe", "--always", "--dirty", "--tags").strip()
load_before = f"{os.getloadavg()[0]:.1f}"
run(wl, "-q", "init", "--admin", "ada")
socket = json.loads(run(wl, "--format", "json", "db", "status"))["socket_dir"]
one_command()
pdf()
bills()
xlsx()
size = 10_000
while size <= largest:
    scale(size)
    write_results(started)  # the largest takes long, and may be stopped
    size *= 10
many_clients()
write_results(started)
print("\n" + (root / "bench" / "RESULTS.md").read_text())
