"""Pages by their address: the only place that touches the network, and only for addresses that
the caller names. No address in a page, a feed or a record ever comes here.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from importlib.metadata import version
from typing import TYPE_CHECKING

from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.decode import canonical
from rashomon.read.limits import Limits
from rashomon.read.origin import Origin

if TYPE_CHECKING:
    import httpx
    from protego import Protego

    from rashomon.read.wall import Wall

_ADDRESS = re.compile(r"https?://", re.I)
_JSON = ("application/json", "application/feed+json", "application/ld+json")
_TEXTS = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    *_JSON,
)
_REDIRECTS = (301, 302, 303, 307, 308)
MAX_REDIRECTS = 5  # browsers follow 20; who names a page needs one or two
MAX_ROBOTS = 512_000  # bytes; Source: RFC 9309, section 2.5, asks for 500 KiB at least
MAX_DELAY_S = 30.0  # what robots.txt can ask for; who asks for more is asked one page in a run


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a fetch may take, and how long a host is left alone between two of them.

    Units: seconds.
    """

    step_s: float = 10.0
    whole_s: float = 30.0
    delay_s: float = 1.0


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes that an address gave, and whether their server calls them JSON."""

    raw: bytes
    origin: Origin
    is_json: bool


class FetchError(Exception):
    """Why an address gives no page."""


class TooLargeError(FetchError):
    """The answer is larger than a page may be."""


def is_address(path: object) -> bool:
    """Whether an argument is an address and no path."""
    return isinstance(path, str) and bool(_ADDRESS.match(path))


class Fetcher:
    """Fetches pages for one run, politely: it knows robots.txt and when a host was asked last.

    With `private`, addresses of this machine and its network are allowed.
    """

    def __init__(
        self,
        limits: Limits,
        private: bool = False,
        patience: Patience = PATIENCE,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._limits = limits
        self._private = private
        self._patience = patience
        self._now = now
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        self._open: tuple[httpx.Client, Wall] | None = None

    def close(self) -> None:
        """Ends all connections."""
        if self._open:
            self._open[0].close()
            self._open = None

    def fetch(self, address: str) -> Fetched | Skip:
        """What the address gives in the end, or why it gives nothing.

        Errors: none.
        """
        import httpcore
        import httpx

        from rashomon.read.wall import RefusedError

        try:
            return self._follow(address)
        except TooLargeError as error:
            cause, reason = Cause.TOO_LARGE, str(error)
        except (FetchError, RefusedError) as error:
            cause, reason = Cause.FETCH_FAILED, str(error)
        except (httpx.TimeoutException, httpcore.TimeoutException):
            cause, reason = Cause.FETCH_FAILED, f"no answer in {self._patience.whole_s:g} s"
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            cause, reason = Cause.FETCH_FAILED, str(error)
        except (
            httpcore.NetworkError,
            httpcore.ProtocolError,
            httpcore.UnsupportedProtocol,
        ) as error:
            cause, reason = Cause.FETCH_FAILED, str(error)
        except (OSError, ValueError) as error:  # of certificates and of what no host can be called
            cause, reason = Cause.FETCH_FAILED, str(error)
        detail = canonical(reason or "the connection broke")[:500]
        return Skip(canonical(address), Stage.READ, cause, detail)

    def _follow(self, address: str) -> Fetched:
        import httpx

        url = httpx.URL(address)
        for _ in range(MAX_REDIRECTS + 1):
            self._ask(_checked(url))
            response, raw = self._get(url, self._limits.page_bytes)
            if response.status_code not in _REDIRECTS:
                return self._fetched(response, raw, url)
            url = url.join(response.headers.get("location", ""))
        raise FetchError(f"more than {MAX_REDIRECTS} redirects")

    def _fetched(self, response: httpx.Response, raw: bytes, url: httpx.URL) -> Fetched:
        if not response.is_success:
            raise FetchError(_status(response))
        kind, charset = _content_type(response)
        if kind and kind not in _TEXTS:
            raise FetchError(f"it is {kind:.80}, which holds no page")
        captured = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        origin = Origin(str(url.copy_with(fragment=None)), captured, charset)
        return Fetched(raw, origin, kind in _JSON)

    def _get(self, url: httpx.URL, most: int, *, cut: bool = False) -> tuple[httpx.Response, bytes]:
        """The response and its body, which is not read where nobody wants it.

        Errors: TooLargeError for a larger body, which with `cut` is cut off instead.
        """
        client, wall = self._client()
        wall.deadline = time.monotonic() + self._patience.whole_s
        with client.stream("GET", url) as response:
            raw = bytearray()
            if response.is_success:
                for piece in response.iter_bytes():
                    raw += piece
                    if len(raw) > most and cut:
                        break
                    if len(raw) > most:
                        raise TooLargeError(f"more than {most} bytes")
                    if time.monotonic() > wall.deadline:
                        raise FetchError(f"no end in {self._patience.whole_s:g} s")
            return response, bytes(raw[:most])

    def _ask(self, url: httpx.URL) -> None:
        """Nothing, when robots.txt allows the address and its host was left alone long enough.

        Errors: FetchError where it is disallowed.
        """
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(url)
        rules = self._robots[origin]
        if not rules.can_fetch(str(url), _agent()):
            raise FetchError("robots.txt of its host disallows it")
        asked_for = rules.crawl_delay(_agent()) or 0.0
        delay = max(self._patience.delay_s, min(MAX_DELAY_S, asked_for))
        since = time.monotonic() - self._asked.get(url.host, float("-inf"))
        if since < delay:
            time.sleep(delay - since)
        self._asked[url.host] = time.monotonic()

    def _read_robots(self, url: httpx.URL) -> Protego:
        """The rules of a host. Source: RFC 9309, section 2.3.1: none where there is no such file;
        and where the host cannot say, nothing is allowed."""
        from protego import Protego

        robots = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        for _ in range(MAX_REDIRECTS + 1):
            response, raw = self._get(robots, MAX_ROBOTS, cut=True)
            if response.status_code not in _REDIRECTS:
                break
            robots = _checked(robots.join(response.headers.get("location", "")))
        if response.status_code == 429 or response.is_server_error:
            raise FetchError(f"its robots.txt cannot be read: {_status(response)}")
        return Protego.parse(raw.decode("utf-8", "replace") if response.is_success else "")

    def _client(self) -> tuple[httpx.Client, Wall]:
        if self._open is None:
            import httpx  # takes its time, which nobody waits for who gives files

            from rashomon.read.wall import Transport, Wall

            wall = Wall(self._private)
            client = httpx.Client(
                transport=Transport(wall),
                trust_env=False,
                follow_redirects=False,
                timeout=self._patience.step_s,
                headers={
                    "User-Agent": f"{_agent()}/{version('rashomon')} (reads named pages only)",
                    "Accept": ", ".join(_TEXTS[:2]) + ", */*;q=0.5",
                    "Accept-Encoding": "gzip, deflate",
                },
            )
            self._open = client, wall
        return self._open


def _agent() -> str:
    """The name that robots.txt would call this program by."""
    return "Rashomon"


def _checked(url: httpx.URL) -> httpx.URL:
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError(f"{url!s:.200} is no address of a page")
    if url.userinfo:
        raise FetchError("an address with a user's name or password is not fetched")
    return url


def _status(response: httpx.Response) -> str:
    return f"the answer is {response.status_code} {response.reason_phrase}".strip()


def _content_type(response: httpx.Response) -> tuple[str, str | None]:
    """What the server calls the answer, and the encoding that it names."""
    message = Message()
    message["content-type"] = response.headers.get("content-type", "")
    charset = message.get_param("charset")
    kind = message.get_content_type() if message["content-type"] else ""
    return kind, charset if isinstance(charset, str) else None
