"""Prints how fast web archives are read and in how much memory: `python -m benchmarks.warc`.

Two archives, one ten times the other, are made in a temporary folder and read in processes of
their own, by `rashomon.read` and by FastWARC alone, which only goes from record to record. Memory
is constant if the larger archive takes no more than the smaller one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import count, cycle
from pathlib import Path
from typing import Any

from benchmarks.pages import make_pages

ROUND = 200  # made pages, over and over; what makes records differ is their ballast
BALLAST = (5_000, 60_000)  # bytes before they are written as text: real pages are mostly scripts
PACKED = 1  # gzip's fastest level: unpacking costs the same


def make_records() -> Iterator[bytes]:
    """Records without end, each packed by itself, as crawlers write them.

    Of ten, seven are pages; the others are a request, a redirect and a picture.
    """
    chance = random.Random(0)
    pages = cycle([page.text for page in make_pages(ROUND)])
    for number in count():
        address = f"https://outlet-{number % 97}.example/{number}"
        if number % 10 == 7:
            record = _record("request", address, b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")
        elif number % 10 == 8:
            record = _response(address, "301 Moved Permanently", "text/html", b"")
        elif number % 10 == 9:
            picture = chance.randbytes(BALLAST[1] // 2)
            record = _response(address, "200 OK", "image/jpeg", picture)
        else:
            ballast = chance.randbytes(chance.randrange(*BALLAST)).hex()
            page = next(pages)
            markup = page if "<p" in page else f"<pre>{escape(page)}</pre>"
            body = f"<!doctype html><script>x='{ballast}'</script>{markup}"
            record = _response(address, "200 OK", "text/html; charset=utf-8", body.encode())
        yield gzip.compress(record, PACKED)


def _response(address: str, status: str, media_type: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return _record("response", address, head.encode() + body)


def _record(kind: str, address: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2019-05-03T10:00:00Z\r\nContent-Type: application/http; msgtype="
        f"{kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def make_archive(file: Path, size_bytes: int) -> None:
    """Records into the file until it has that size."""
    written = 0
    with file.open("wb") as out:
        for record in make_records():
            written += out.write(record)
            if written >= size_bytes:
                return


def measure(what: str, file: Path) -> dict[str, Any]:
    """What `benchmarks.child` measures on the archive."""
    printed = subprocess.run(
        [sys.executable, "-m", "benchmarks.child", what, str(file)],
        check=True,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parent.parent,
    ).stdout
    found: dict[str, Any] = json.loads(printed)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.warc", description=__doc__)
    parser.add_argument(
        "--megabytes", type=int, nargs="+", default=[100, 1000], help="sizes of packed archives"
    )
    arguments = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} processors, "
        f"{platform.machine()} {platform.system()}\n"
    )
    print("| archive, MB | read by | pages | seconds | processor s | MB a processor s | peak MB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "made.warc.gz")
        for megabytes in arguments.megabytes:
            make_archive(file, megabytes * 1_000_000)
            for what, name in (("warc", "rashomon.read"), ("fastwarc", "FastWARC alone")):
                run = measure(what, file)
                print(
                    f"| {megabytes} | {name} | {run['pages']} | {run['seconds']:.1f} "
                    f"| {run['busy_s']:.1f} | {megabytes / run['busy_s']:.0f} "
                    f"| {run['peak_mb']:.0f} |"
                )


if __name__ == "__main__":
    main()
