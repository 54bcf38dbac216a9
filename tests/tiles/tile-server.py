#!/usr/bin/python3
"""A tile server that behaves, or misbehaves, as the address says: /BEHAVIOUR/Z/X/Y

Prints its port, and ends with its standard input. What happened is asked for under /-/:

  /-/count/BEHAVIOUR   how many requests there were
  /-/log/BEHAVIOUR     their addresses, one a line, in order
  /-/header/NAME       what the newest request of a tile had in this header
  /-/most              how many connections had a request for a tile at the same time, at most
  /-/busy              how many requests for a tile are not answered yet
  /-/release/N         lets so many of the requests go on that /hold/ keeps waiting

SPDX-License-Identifier: GPL-3.0-or-later
"""

import gzip
import socketserver
import ssl
import struct
import sys
import threading
import time
import zlib

SIDE = 256
# How long a behaviour that never ends goes on, should nobody hang up.
FOR_EVER = 60


def picture(x, y, alpha=255, side=SIDE):
    """A PNG of one colour: red is the column, green the row."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    row = b"\0" + bytes([x % 256, y % 256, 128, alpha]) * side
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(row * side))
        + chunk(b"IEND", b"")
    )


# Small on its way, far too long when it is unpacked.
BOMB = gzip.compress(bytes(16 << 20), 1)


class Record:
    """What happened."""

    def __init__(self):
        self.lock = threading.Lock()
        self.paths = []
        self.headers = {}
        self.busy = 0
        self.most = 0
        self.released = threading.Semaphore(0)

    def begin(self, path, headers):
        with self.lock:
            self.paths.append(path)
            self.headers = headers
            self.busy += 1
            self.most = max(self.most, self.busy)

    def end(self):
        with self.lock:
            self.busy -= 1

    def matching(self, behaviour):
        with self.lock:
            return [path for path in self.paths if path.startswith(f"/{behaviour}/")]


RECORD = Record()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            while self.handle_one():
                pass
        except OSError:
            # The client hung up, as it should with most of what is below.
            pass

    def handle_one(self):
        line = self.rfile.readline(65536).decode("latin-1").split()
        if len(line) < 2:
            return False
        headers = {}
        while True:
            field = self.rfile.readline(65536).decode("latin-1").strip()
            if not field:
                break
            name, _, value = field.partition(":")
            headers[name.lower()] = value.strip()

        path = line[1]
        if path.startswith("/-/"):
            self.tell(path.split("/")[2:])
            return True

        parts = path.split("?")[0].split("/")
        RECORD.begin(path, headers)
        try:
            return getattr(self, "do_" + parts[1].replace("-", "_"))(parts, headers) is not False
        finally:
            RECORD.end()

    def tell(self, question):
        if question[0] == "count":
            answer = str(len(RECORD.matching(question[1])))
        elif question[0] == "log":
            answer = "\n".join(RECORD.matching(question[1]))
        elif question[0] == "header":
            answer = RECORD.headers.get(question[1].lower(), "")
        elif question[0] == "busy":
            answer = str(RECORD.busy)
        elif question[0] == "most":
            answer = str(RECORD.most)
        else:
            RECORD.released.release(int(question[1]))
            answer = ""
        self.answer(200, answer.encode(), {"Content-Type": "text/plain"})

    def head(self, status, headers):
        lines = [f"HTTP/1.1 {status} Status"] + [f"{k}: {v}" for k, v in headers.items()]
        self.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))

    def answer(self, status, body=b"", headers=None):
        self.head(status, {"Content-Length": len(body), **(headers or {})})
        self.wfile.write(body)

    def tile(self, parts, **headers):
        body = picture(int(parts[-2]), int(parts[-1].split(".")[0]))
        fields = {k.replace("_", "-"): v for k, v in headers.items()}
        self.answer(200, body, {"Content-Type": "image/png", **fields})

    # What a server may say of a tile

    def do_ok(self, parts, _headers):
        self.tile(parts)

    def do_key(self, parts, _headers):
        self.tile(parts)

    def do_half(self, parts, _headers):
        """Half transparent, to lie over another."""
        body = picture(int(parts[-2]), int(parts[-1]), alpha=0, side=SIDE // 2)
        self.answer(200, body, {"Content-Type": "image/png"})

    def do_gzip(self, parts, _headers):
        body = gzip.compress(picture(int(parts[-2]), int(parts[-1])))
        self.answer(200, body, {"Content-Type": "image/png", "Content-Encoding": "gzip"})

    def do_chunked(self, parts, _headers):
        body = picture(int(parts[-2]), int(parts[-1]))
        self.head(200, {"Content-Type": "image/png", "Transfer-Encoding": "chunked"})
        for i in range(0, len(body), 100):
            piece = body[i : i + 100]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        self.wfile.write(b"0\r\n\r\n")

    def do_etag(self, parts, headers):
        if headers.get("if-none-match") == '"one"':
            self.answer(304, b"", {"ETag": '"one"', "Cache-Control": "max-age=3600"})
        else:
            self.tile(parts, ETag='"one"', Cache_Control="max-age=0")

    def do_modified(self, parts, headers):
        date = "Wed, 21 Oct 2015 07:28:00 GMT"
        if headers.get("if-modified-since") == date:
            self.answer(304, b"", {"Expires": "Fri, 01 Jan 2100 00:00:00 GMT"})
        else:
            self.tile(parts, Last_Modified=date, Expires="0")

    def do_no_store(self, parts, _headers):
        self.tile(parts, Cache_Control="private, no-store, max-age=3600")

    def do_stale_then_500(self, parts, _headers):
        if len(RECORD.matching("stale-then-500")) == 1:
            self.tile(parts, Cache_Control="max-age=0")
        else:
            self.answer(500)

    def do_uninvited_304(self, _parts, _headers):
        self.answer(304)

    def do_404(self, _parts, _headers):
        self.answer(404, b"<html>Not found</html>" * 100, {"Content-Type": "text/html"})

    def do_204(self, _parts, _headers):
        self.head(204, {})

    def do_410(self, _parts, _headers):
        self.answer(410)

    def do_town(self, parts, headers):
        """/town/BEHAVIOUR/…: a map of column 107 alone; elsewhere it behaves so."""
        if parts[-2] == "107":
            self.tile(parts)
        else:
            getattr(self, "do_" + parts[2])(parts, headers)

    def do_long_validators(self, parts, _headers):
        self.tile(parts, ETag='"' + "1" * 10000 + '"', Cache_Control="max-age=0")

    def do_401(self, _parts, _headers):
        self.answer(401, b"", {"WWW-Authenticate": 'Basic realm="tiles"'})

    def do_403(self, _parts, _headers):
        self.answer(403)

    def do_418(self, parts, headers):
        if headers.get("referer"):
            self.tile(parts)
        else:
            self.answer(418)

    def do_429(self, _parts, _headers):
        self.answer(429, b"", {"Retry-After": "2"})

    def do_429_for_ever(self, _parts, _headers):
        self.answer(429, b"", {"Retry-After": "99999999999999999999"})

    def do_400(self, _parts, _headers):
        self.answer(400)

    def do_500(self, _parts, _headers):
        self.answer(500)

    def do_500_first(self, parts, _headers):
        """Once for every tile."""
        path = "/".join(parts)
        if len([p for p in RECORD.matching("500-first") if p == path]) == 1:
            self.answer(503)
        else:
            self.tile(parts)

    def do_hold(self, parts, _headers):
        RECORD.released.acquire(timeout=FOR_EVER)
        self.tile(parts)

    # What no server should do

    def do_hang(self, _parts, _headers):
        self.rfile.read(1)
        return False

    def do_hang_after_head(self, _parts, _headers):
        self.head(200, {"Content-Type": "image/png", "Content-Length": 1000})
        self.rfile.read(1)
        return False

    def do_drip(self, parts, _headers):
        self.head(200, {"Content-Type": "image/png"})
        body = picture(int(parts[-2]), int(parts[-1]))
        for i in range(FOR_EVER * 50):
            self.wfile.write(body[i % len(body) :][:1])
            time.sleep(0.02)
        return False

    def do_drip_403(self, _parts, _headers):
        self.head(403, {"Content-Type": "text/html"})
        for _ in range(FOR_EVER * 50):
            self.wfile.write(b".")
            time.sleep(0.02)
        return False

    def do_redirect(self, parts, _headers):
        """/redirect/N/…: N times, then a tile."""
        left = int(parts[2])
        if left == 0:
            self.tile(parts)
        else:
            rest = "/".join(parts[3:])
            self.answer(302, b"elsewhere", {"Location": f"/redirect/{left - 1}/{rest}"})

    def do_circle(self, parts, _headers):
        self.answer(301, b"", {"Location": "/".join(parts)})

    def do_insecure(self, parts, _headers):
        self.answer(302, b"", {"Location": f"http://{self.name()}/ok/{'/'.join(parts[2:])}"})

    def do_password(self, parts, _headers):
        self.answer(302, b"", {"Location": f"http://a:b@{self.name()}/ok/{'/'.join(parts[2:])}"})

    def do_to_file(self, _parts, _headers):
        self.answer(302, b"", {"Location": "file:///etc/passwd"})

    def do_html(self, _parts, _headers):
        self.answer(200, b"<html>Please sign in</html>", {"Content-Type": "text/html"})

    def do_text(self, _parts, _headers):
        self.answer(200, b"No tile today", {"Content-Type": "image/png"})

    def do_vector(self, _parts, _headers):
        self.answer(200, b"\x1a\x02", {"Content-Type": "application/vnd.mapbox-vector-tile"})

    def do_broken(self, parts, _headers):
        """A picture that ends in its middle, and says so of its length."""
        body = picture(int(parts[-2]), int(parts[-1]))
        self.answer(200, body[: len(body) // 2], {"Content-Type": "image/png"})

    def do_half_way(self, parts, _headers):
        body = picture(int(parts[-2]), int(parts[-1]))
        self.head(200, {"Content-Type": "image/png", "Content-Length": len(body)})
        self.wfile.write(body[: len(body) // 2])
        return False

    def do_too_short(self, parts, _headers):
        body = picture(int(parts[-2]), int(parts[-1]))
        self.head(200, {"Content-Type": "image/png", "Content-Length": len(body) // 2})
        self.wfile.write(body)
        return False

    def do_reset(self, _parts, _headers):
        return False

    def do_long(self, _parts, _headers):
        self.head(200, {"Content-Type": "image/png", "Content-Length": 1 << 40})
        self.rfile.read(1)
        return False

    def do_endless(self, _parts, _headers):
        self.head(200, {"Content-Type": "image/png"})
        for _ in range(10000):
            self.wfile.write(bytes(65536))
        return False

    def do_bomb(self, _parts, _headers):
        self.answer(200, BOMB, {"Content-Type": "image/png", "Content-Encoding": "gzip"})

    def name(self):
        return "127.0.0.1:%d" % self.server.server_address[1]


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64

    def get_request(self):
        sock, address = super().get_request()
        if len(sys.argv) == 3:
            # The handshake is the thread's, not the listener's.
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1], sys.argv[2])
            sock = context.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        return sock, address

    def handle_error(self, request, client_address):
        # A client that does not trust us hangs up in the handshake.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


with Server(("127.0.0.1", 0), Handler) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
