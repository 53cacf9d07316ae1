"""Connections that lead out and nowhere else: what stands between an address and this machine's
own network.

The name is looked up once, what it stands for is checked, and that very address is connected to:
a second look-up, which could give another answer, never happens.
"""

from __future__ import annotations

import socket
import time
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any, TypeAlias

import httpcore
import httpx

if TYPE_CHECKING:
    from ssl import SSLContext

IPAddress: TypeAlias = IPv4Address | IPv6Address
_SocketOptions: TypeAlias = Iterable[Any] | None
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
MAX_TRIED = 4  # addresses of one name, where the first ones do not answer


class RefusedError(Exception):
    """The address leads somewhere that it may not."""


def is_public(address: IPAddress) -> bool:
    """Whether the address is one of the open network, also where it stands for another one."""
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that gateways would connect to."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]


class Wall(httpcore.NetworkBackend):
    """Connects to public addresses, or with `private` to all but groups; and not for ever.

    `deadline` is when every read and write ends, on the clock of `time.monotonic`.
    """

    def __init__(self, private: bool) -> None:
        self._private = private
        self._inner = httpcore.SyncBackend()
        self.deadline = 0.0

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: _SocketOptions = None,
    ) -> httpcore.NetworkStream:
        """A connection to one of the addresses of the host, all of which must be allowed.

        Errors: RefusedError; those of httpcore.
        """
        problem: Exception = httpcore.ConnectError(f"no address is known for {host}")
        for address in list(self._allowed(host, port))[:MAX_TRIED]:
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, self.left(timeout), local_address, socket_options
                )
                return _Stream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
        raise problem

    def _allowed(self, host: str, port: int) -> Iterator[IPAddress]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no address is known for {host}") from error
        addresses = list(dict.fromkeys(ip_address(str(item[4][0])) for item in found))
        for address in addresses:
            if address.is_multicast or not (self._private or is_public(address)):
                raise RefusedError(f"{host} leads to {address}, which is no public address")
        yield from addresses

    def left(self, timeout: float | None) -> float:
        """The seconds that one step may take; at least one thousandth, which ends in a timeout."""
        left = max(0.001, self.deadline - time.monotonic())
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends when its wall's time is over."""

    def __init__(self, inner: httpcore.NetworkStream, wall: Wall) -> None:
        self._inner = inner
        self._wall = wall

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._wall.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._wall.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._wall.left(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._wall)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """What httpx sends its requests by: connections of a wall, none of them kept.

    Proxies that the machine's settings name are not used: who is connected to could not be
    checked.
    """

    def __init__(self, wall: Wall) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=wall,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The response, whose body is still to be read."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=response.status,
            headers=response.headers,
            stream=_Body(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Ends all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()
