"""Stands between `wl` and the server, counts messages, and cuts the connection at one."""

import os
import shutil
import socket
import struct
import tempfile
import threading


class Proxy:
    def __init__(self, target, port):
        self.target = target
        self.folder = tempfile.mkdtemp(prefix="wl-torture-proxy-")
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(self.folder, f".s.PGSQL.{port}"))
        self.listener.listen()
        self.lock = threading.Lock()
        self.watch()
        threading.Thread(target=self.serve, daemon=True).start()

    def watch(self):
        self.cut(None, 0)

    def cut(self, side, nth, half=False, comes_back=True):
        """Cuts at the nth message of this side, once; then the server can be reached or not."""
        self.seen = {"client": 0, "server": 0}
        self.side, self.nth, self.half, self.comes_back, self.broken = side, nth, half, comes_back, False

    def close(self):
        self.listener.close()
        shutil.rmtree(self.folder)

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            if self.broken and not self.comes_back:
                client.close()
                continue
            server = socket.socket(socket.AF_UNIX)
            server.connect(self.target)
            both = (client, server)
            threading.Thread(target=self.pass_on, args=("client", client, server, both), daemon=True).start()
            threading.Thread(target=self.pass_on, args=("server", server, client, both), daemon=True).start()

    def pass_on(self, side, source, sink, both):
        begun = side == "server"  # the first message of a client has no type
        try:
            while message := read(source, begun):
                begun = True
                with self.lock:
                    self.seen[side] += 1
                    now = (side, self.seen[side]) == (self.side, self.nth) and not self.broken
                    self.broken = self.broken or now
                if now:
                    if self.half:
                        sink.sendall(message[: len(message) // 2])
                    break
                sink.sendall(message)
        except OSError:
            pass
        for end in both:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def read(source, typed):
    """The next message; None at the end."""
    head = exactly(source, 5 if typed else 4)
    if not head:
        return None
    (length,) = struct.unpack("!i", head[-4:])
    return head + exactly(source, length - 4)


def exactly(source, count):
    parts = b""
    while len(parts) < count:
        part = source.recv(count - len(parts))
        if not part:
            return b""
        parts += part
    return parts
