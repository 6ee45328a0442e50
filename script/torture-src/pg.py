"""A minimal client of PostgreSQL's protocol, version 3, over a Unix socket.

Statements can be sent without waiting for their answer, which psql can't do.
https://www.postgresql.org/docs/15/protocol-message-formats.html
"""

import select
import socket
import struct


class Failed(Exception):
    """The server's error: SQLSTATE, the name of the rule or constraint, the message."""

    def __init__(self, fields):
        self.state = fields.get("C", "")
        self.rule = fields.get("n", "")
        super().__init__(f"{self.state} {self.rule} {fields.get('M', '')}".strip())


class Session:
    def __init__(self, path, database, user):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(60)
        self.socket.connect(path)
        self.buffer = b""
        words = f"user\0{user}\0database\0{database}\0application_name\0torture\0\0".encode()
        body = struct.pack("!i", 196608) + words
        self.socket.sendall(struct.pack("!i", len(body) + 4) + body)
        self.pid = None
        self.rows, self.error = [], None
        self.read()

    def send(self, sql):
        """Sends a statement; `finished` and `read` give its answer."""
        body = sql.encode() + b"\0"
        self.rows, self.error = [], None
        self.socket.sendall(b"Q" + struct.pack("!i", len(body) + 4) + body)

    def finished(self, patience=0.0):
        """Whether the answer is complete, after waiting so many seconds for it."""
        while not self.take_messages():
            if not select.select([self.socket], [], [], patience)[0]:
                return False
            self.fill()
        return True

    def read(self):
        """The rows of the answer, as lists of text."""
        while not self.take_messages():
            self.fill()
        return self.read_last()

    def read_last(self):
        """The rows of an answer that `finished` has found complete."""
        if self.error:
            raise self.error
        return self.rows

    def ask(self, sql):
        self.send(sql)
        return self.read()

    def one(self, sql):
        rows = self.ask(sql)
        return rows[0][0] if rows else None

    def close(self):
        self.socket.close()

    def fill(self):
        part = self.socket.recv(65536)
        if not part:
            raise ConnectionError("the server closed the connection")
        self.buffer += part

    def take_messages(self):
        """Reads what has arrived; true at the end of an answer."""
        while len(self.buffer) >= 5:
            (length,) = struct.unpack("!i", self.buffer[1:5])
            if len(self.buffer) < length + 1:
                return False
            kind, body = self.buffer[:1], self.buffer[5 : length + 1]
            self.buffer = self.buffer[length + 1 :]
            if kind == b"D":
                self.rows.append(columns(body))
            elif kind == b"E":
                fields = (part.decode() for part in body.split(b"\0") if part)
                self.error = Failed({field[0]: field[1:] for field in fields})
                if self.pid is None:
                    raise self.error
            elif kind == b"K":
                (self.pid,) = struct.unpack("!i", body[:4])
            elif kind == b"Z":
                return True
        return False


def columns(body):
    (count,) = struct.unpack("!h", body[:2])
    values, at = [], 2
    for _ in range(count):
        (length,) = struct.unpack("!i", body[at : at + 4])
        at += 4
        values.append(None if length < 0 else body[at : at + length].decode())
        at += max(length, 0)
    return values
