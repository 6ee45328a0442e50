"""A PostgreSQL server of the torture's own, and the program under test."""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

from pg import Session

PORT = 5432


def programs():
    """The folder of PostgreSQL's server programs."""
    found = os.environ.get("WL_PG_BIN") or shutil.which("initdb")
    if found and os.path.basename(found) == "initdb":
        found = os.path.dirname(found)
    if not found:
        found = max(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2]))
    return found


class Cluster:
    def __init__(self, folder=None, settings="", preload=None):
        self.folder = folder or tempfile.mkdtemp(prefix="wl-torture-")
        self.bin = programs()
        self.data = os.path.join(self.folder, "data")
        self.preload = preload or {}
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.owner:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        os.chmod(self.folder, 0o755)
        self.process = None
        self.run("initdb", "-N", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C",
                 "--wal-segsize=1", "-D", self.data)
        with open(os.path.join(self.data, "postgresql.conf"), "a", encoding="utf-8") as conf:
            conf.write(
                f"port = {PORT}\nunix_socket_directories = '{self.folder}'\nlisten_addresses = ''\n"
                "max_connections = 200\nshared_buffers = 32MB\nlc_messages = 'C'\n"
                "max_wal_size = 32MB\nmin_wal_size = 4MB\nautovacuum = off\n" + settings
            )

    def as_owner(self):
        return {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if self.owner else {}

    def run(self, program, *arguments):
        command = [os.path.join(self.bin, program), *arguments]
        done = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **self.as_owner())
        if done.returncode:
            raise SystemExit(f"{program}: {done.stdout}{done.stderr}")

    def start(self):
        log = open(os.path.join(self.folder, "log"), "ab")
        self.process = subprocess.Popen(
            [os.path.join(self.bin, "postgres"), "-D", self.data], cwd="/", stdin=subprocess.DEVNULL,
            stdout=log, stderr=log, env={**os.environ, **self.preload}, start_new_session=True, **self.as_owner())
        log.close()
        self.wait()

    def wait(self):
        end = time.monotonic() + 60
        while True:
            try:
                Session(self.socket(), "postgres", "postgres").close()
                return
            except Exception:
                if time.monotonic() > end:
                    raise
                time.sleep(0.02)

    def kill(self):
        """Kills all processes of the server at once, as a power cut would, and starts it again."""
        self.process.send_signal(signal.SIGSTOP)
        for child in self.children():
            os.kill(child, signal.SIGKILL)
        self.process.kill()
        self.process.wait()
        os.unlink(os.path.join(self.data, "postmaster.pid"))
        self.start()

    def children(self):
        found = []
        for stat in glob.glob("/proc/[0-9]*/stat"):
            try:
                with open(stat, encoding="utf-8", errors="replace") as file:
                    pid, rest = file.read().split(" (", 1)
            except OSError:
                continue
            if int(rest.rsplit(") ", 1)[1].split()[1]) == self.process.pid:
                found.append(int(pid))
        return found

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def socket(self):
        return os.path.join(self.folder, f".s.PGSQL.{PORT}")

    def session(self, user="postgres", database="worklock"):
        return Session(self.socket(), database, user)

    def url(self, user, host=None):
        return f"postgresql:///worklock?host={host or self.folder}&port={PORT}&user={user}"


class Program:
    """The `wl` under test, on one server."""

    def __init__(self, path, cluster):
        self.path, self.cluster = path, cluster

    def environment(self, user, host=None):
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
        home = os.path.join(self.cluster.folder, "nowhere")
        return {**keep, "HOME": home, "WL_CONFIG": "", "TZ": "UTC", "NO_COLOR": "1",
                "DATABASE_URL": self.cluster.url(user, host)}

    def popen(self, user, *arguments, host=None, before=(), **options):
        return subprocess.Popen(
            [*before, self.path, *arguments], env=self.environment(user, host), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", **options)

    def run(self, user, *arguments, **options):
        """The exit code and standard error."""
        process = self.popen(user, *arguments, **options)
        try:
            _, errors = process.communicate(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            _, errors = process.communicate()
            return 124, "HANGS " + errors
        return process.returncode, errors

    def must(self, user, *arguments):
        code, errors = self.run(user, *arguments)
        if code:
            raise SystemExit(f"wl {' '.join(arguments)}: {code} {errors}")

    def set_up(self, people=(("tom", "technician"), ("tess", "technician"), ("abe", "admin"),
                             ("acc", "accountant"), ("olga", "ops")), orders=2):
        session = self.cluster.session(database="postgres")
        session.ask("CREATE DATABASE worklock")
        session.close()
        self.must("postgres", "init", "--admin", "ada", "--zone", "UTC")
        for name, role in people:
            self.must("ada", "user", "add", name, "--full-name", name, "--role", role)
        for order in range(1, orders + 1):
            number = f"WO-{order}"
            self.must("ada", "order", "add", number, "--title", "Pump", "--customer", "Mill")
            for line in ("Look", "Mend"):
                self.must("ada", "line", "add", number, "--description", line)
