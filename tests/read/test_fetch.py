from __future__ import annotations

import ast
import gzip
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

import rashomon
from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read, wall
from rashomon.read.fetch import Fetched, Fetcher, Patience, is_address
from rashomon.read.wall import is_public

HTML = b"<!doctype html><title>Ferry</title><p>A ferry ran aground off M\xf6we Head.</p>"
FEED = "<rss><channel><title>Post</title><item><description>{}</description></item></channel></rss>"
IMPATIENT = Patience(step_s=0.3, whole_s=0.6, delay_s=0.0)


class Handler(BaseHTTPRequestHandler):
    """Answers as each of the paths says, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str]] = []  # noqa: RUF012

    def do_GET(self) -> None:
        Handler.asked.append((self.path, self.headers["User-Agent"]))
        answer = getattr(self, "get_" + self.path.strip("/").replace(".", "_").split("?")[0], None)
        if answer is None:
            self.send(404, b"nothing here")
        else:
            answer()

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        headers.setdefault("content_type", "text/html")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    robots = (200, b"User-agent: *\nDisallow: /secret*end$\n")

    def get_robots_txt(self) -> None:
        self.send(*self.robots, content_type="text/plain")

    def get_page(self) -> None:
        self.send(200, HTML, content_type="text/html; charset=iso-8859-1")

    def get_packed(self) -> None:
        self.send(200, gzip.compress(HTML), content_encoding="gzip", content_type="text/html")

    def get_bomb(self) -> None:
        packed = gzip.compress(bytes(30_000_000))
        self.send(200, packed, content_encoding="gzip", content_type="text/html")

    def get_feed(self) -> None:
        body = FEED.format("word " * 200).encode()
        self.send(200, body, content_type="application/rss+xml")

    def get_record(self) -> None:
        self.send(200, b'{"title": "Ferry", "body": "It sank."}', content_type="application/json")

    def get_picture(self) -> None:
        self.send(200, b"\x89PNG", content_type="image/png")

    def get_hop(self) -> None:
        self.send(302, b"", location="/page#top")

    def get_loop(self) -> None:
        self.send(302, b"", location="/loop")

    def get_file(self) -> None:
        self.send(302, b"", location="file:///etc/hostname")

    def get_user(self) -> None:
        self.send(302, b"", location=f"http://me:secret@127.0.0.1:{self.server.server_port}/page")  # type: ignore[attr-defined]

    def get_other(self) -> None:
        self.send(302, b"", location="http://router.example/page")

    def get_secret_end(self) -> None:
        self.send(200, HTML)

    def get_slow(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"<p>")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass
        self.close_connection = True

    def get_drip(self) -> None:
        try:
            for byte in b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n":
                self.wfile.write(bytes([byte]))
                time.sleep(0.1)
        except OSError:
            pass
        self.close_connection = True

    def log_message(self, *arguments: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Says nothing of clients that hang up, as those that have read enough do."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    now = datetime(2031, 5, 12, 6, 30, tzinfo=UTC)
    made = Fetcher(Limits(page_bytes=100_000), private=True, patience=IMPATIENT, now=lambda: now)
    yield made
    made.close()


def test_a_page_has_its_address_and_the_moment(host: str, fetcher: Fetcher) -> None:
    fetched = fetcher.fetch(f"{host}/hop")
    assert isinstance(fetched, Fetched)
    assert fetched.raw == HTML
    origin = fetched.origin
    assert (origin.url, origin.captured) == (f"{host}/page", "2031-05-12T06:30:00Z")
    assert origin.charset == "iso-8859-1"
    assert all(agent.startswith("Rashomon/") for _, agent in Handler.asked)
    packed = fetcher.fetch(f"{host}/packed")
    assert isinstance(packed, Fetched)
    assert packed.raw == HTML


def test_read_fetches_what_it_is_given_and_nothing_else(host: str) -> None:
    for address in (f"{host}/page", f"{host}/feed", f"{host}/record"):
        [page] = read(address, allow_private=True)
        assert isinstance(page, Page), page
        if address.endswith("page"):
            assert (page.id, page.url, page.form) == (address, address, Form.HTML)
            assert "Möwe Head" in page.text
            assert page.captured is not None
    assert not is_address(Path("http://127.0.0.1/page"))
    assert not is_address("ftp://127.0.0.1/page")


@pytest.mark.parametrize(
    ("path", "cause", "reason"),
    [
        ("none", Cause.FETCH_FAILED, "the answer is 404 Not Found"),
        ("secret_end", Cause.FETCH_FAILED, "robots.txt of its host disallows it"),
        ("picture", Cause.FETCH_FAILED, "it is image/png, which holds no page"),
        ("loop", Cause.FETCH_FAILED, "more than 5 redirects"),
        ("file", Cause.FETCH_FAILED, "file:/etc/hostname is no address of a page"),
        ("user", Cause.FETCH_FAILED, "a user's name or password"),
        ("bomb", Cause.TOO_LARGE, "more than 100000 bytes"),
        ("slow", Cause.FETCH_FAILED, "in 0.6 s"),
        ("drip", Cause.FETCH_FAILED, "in 0.6 s"),
    ],
)
def test_what_gives_no_page_is_a_skip(
    host: str, fetcher: Fetcher, path: str, cause: Cause, reason: str
) -> None:
    began = time.monotonic()
    skip = fetcher.fetch(f"{host}/{path}")
    assert isinstance(skip, Skip)
    assert (skip.subject, skip.cause) == (f"{host}/{path}", cause)
    assert reason in skip.detail
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("status", "body", "allowed"),
    [
        (404, b"", True),
        (403, b"no", True),
        (503, b"", False),
        (200, b"User-agent: rashomon\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        (200, b"User-agent: other\nDisallow: /", True),
        (200, b"# " + b"x" * 600_000 + b"\nUser-agent: *\nDisallow: /", True),
        (200, b"\xff\xfe\x00<html>", True),
    ],
)
def test_robots_txt_is_heard(
    host: str, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, allowed: bool
) -> None:
    monkeypatch.setattr(Handler, "robots", (status, body))
    fetcher = Fetcher(Limits(), private=True, patience=IMPATIENT)
    fetched = [fetcher.fetch(f"{host}/page") for _ in range(2)]
    assert [isinstance(each, Fetched) for each in fetched] == [allowed] * 2


@pytest.mark.parametrize(
    "address",
    [
        "http://[::1",
        "http://",
        "https://a b/",
        "http://x.invalid/",
        "http://127.0.0.1:1/",
        "http://\udc80/",
    ],
)
def test_bad_addresses_are_skips(fetcher: Fetcher, address: str) -> None:
    skip = fetcher.fetch(address)
    assert isinstance(skip, Skip)
    assert skip.cause is Cause.FETCH_FAILED
    assert skip.detail
    skip.subject.encode()


def test_private_addresses_are_refused_unless_they_are_allowed(host: str) -> None:
    asked = len(Handler.asked)
    for address in (
        host,
        host.replace("127.0.0.1", "localhost"),
        host.replace("127.0.0.1", "0x7f.1"),
    ):
        [skip] = read(f"{address}/page")
        assert isinstance(skip, Skip)
        assert skip.cause is Cause.FETCH_FAILED
        assert (
            "leads to 127.0.0.1, which is no public address" in skip.detail or "::1" in skip.detail
        )
    assert len(Handler.asked) == asked


def look_up(names: dict[str, list[str]], asked: list[str]) -> object:
    def answer(host: str, port: int, *_: object, **__: object) -> list[object]:
        asked.append(host)
        address = names[host].pop(0) if len(names.get(host, ())) > 1 else names.get(host, [host])[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    return answer


def test_a_redirect_into_the_private_network_is_refused(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hop is checked: the first host counts as public here, the second one does not."""
    monkeypatch.setattr(wall, "is_public", lambda a: a == ip_address("127.0.0.1"))
    names = {"router.example": ["192.168.1.1"]}
    monkeypatch.setattr(socket, "getaddrinfo", look_up(names, []))
    skip = Fetcher(Limits(), patience=IMPATIENT).fetch(f"{host}/other")
    assert isinstance(skip, Skip)
    assert skip.detail == "router.example leads to 192.168.1.1, which is no public address"


def test_what_was_checked_is_what_is_connected_to(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that stands for another address at its second look-up gains nothing by it."""
    checked = []

    def public(address: object) -> bool:
        checked.append(str(address))
        return str(address) == "127.0.0.1"

    monkeypatch.setattr(wall, "is_public", public)
    asked: list[str] = []
    names = {"turning.example": ["127.0.0.1", "127.0.0.1", "10.0.0.1"]}
    monkeypatch.setattr(socket, "getaddrinfo", look_up(names, asked))
    fetched = Fetcher(Limits(), patience=IMPATIENT).fetch(
        host.replace("127.0.0.1", "turning.example") + "/page"
    )
    assert isinstance(fetched, Fetched)
    assert [name for name in asked if name != "127.0.0.1"] == ["turning.example"] * 2
    assert checked == ["127.0.0.1"] * 2  # once for robots.txt, once for the page


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *((a, False) for a in ("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "0.0.0.0")),
        *((a, False) for a in ("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255")),
        *((a, False) for a in ("::1", "::", "fe80::1", "fc00::1", "ff02::1", "fec0::1")),
        *((a, False) for a in ("::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1")),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


def test_a_host_is_left_alone_between_pages(host: str) -> None:
    patience = Patience(step_s=1, whole_s=1, delay_s=0.2)
    fetcher = Fetcher(Limits(), private=True, patience=patience)
    began = time.monotonic()
    for _ in range(3):
        assert isinstance(fetcher.fetch(f"{host}/page"), Fetched)
    assert 0.4 <= time.monotonic() - began < 1.5
    fetcher.close()


def test_nothing_else_in_the_package_knows_the_network() -> None:
    package = Path(rashomon.__file__).parent
    networks = {"socket", "ssl", "httpx", "httpcore", "http", "urllib", "ftplib", "requests"}
    networks |= {"protego", "asyncio", "smtplib", "socketserver", "xmlrpc", "aiohttp"}
    found = {}
    for file in sorted(package.rglob("*.py")):
        names = set()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
        used = {name for name in names if name.partition(".")[0] in networks}
        if used - {"urllib.parse"}:  # takes addresses apart, and goes nowhere
            found[file.relative_to(package).as_posix()] = used
        assert "rashomon.read.wall" not in names or file.name == "fetch.py"
        assert "rashomon.read.fetch" not in names or file.name == "pages.py"
    assert set(found) == {"read/fetch.py", "read/wall.py"}
