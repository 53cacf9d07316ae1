from __future__ import annotations

import gzip
import io
import zlib

import pytest
from fastwarc.stream_io import BrotliWriter
from hypothesis import given
from hypothesis import strategies as st
from read.containers.packs import causes, make_record, read_bytes, texts

from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits
from rashomon.read.containers.warc import MOST_DAMAGES

HTML = b"<html><p>The dam held.</p></html>"
RECORDS = [make_record(f"https://a.example/{n}") for n in range(4)]


def addresses(raw: bytes, *, pipe: bool = True) -> list[str]:
    return list(texts(read_bytes(raw, pipe=pipe)))


def test_a_response_is_a_page_with_its_address_and_its_day() -> None:
    [page] = read_bytes(RECORDS[0])
    assert isinstance(page, Page)
    assert (page.id, page.url) == ("https://a.example/0", "https://a.example/0")
    assert (page.captured, page.form) == ("2019-05-03T10:00:00Z", Form.HTML)


@pytest.mark.parametrize("pipe", [False, True])
@pytest.mark.parametrize(
    "raw",
    [
        b"".join(RECORDS),
        gzip.compress(b"".join(RECORDS)),
        b"".join(gzip.compress(record) for record in RECORDS),
    ],
)
def test_records_come_in_order_however_they_are_packed(raw: bytes, pipe: bool) -> None:
    assert addresses(raw, pipe=pipe) == [f"https://a.example/{n}" for n in range(4)]


def test_what_is_no_page_is_counted_by_reason() -> None:
    raw = (
        make_record("https://a.example/", status="301 Moved")
        + make_record("https://a.example/b", status="404 Not Found") * 2
        + make_record("https://a.example/c.png", b"\x89PNG", media_type="image/png")
        + make_record("https://a.example/d", b"", kind="revisit")
        + make_record("dns:a.example", b"192.0.2.1", kind="metadata", media_type="text/dns")
        + make_record("metadata://a/log", b"x", kind="resource", media_type="text/plain")
        + make_record("https://a.example/e", b"A text.", kind="conversion", media_type="text/plain")
        + make_record("https://a.example/f", HTML, kind="resource", media_type="text/html")
    )
    items = read_bytes(raw)
    assert list(texts(items)) == ["https://a.example/e", "https://a.example/f"]
    details = {item.detail: item.cause for item in items if isinstance(item, Skip)}
    assert details == {
        "records without a page of their own, 1 in all: revisit (1)": Cause.NO_PAGE,
        "responses with a status other than 200, 3 in all: 404 (2), 301 (1)": Cause.NO_PAGE,
        "records that are neither HTML nor plain text, 1 in all: image/png (1)": Cause.NOT_TEXT,
    }


def test_a_later_visit_to_one_address_has_an_id_of_its_own() -> None:
    raw = RECORDS[0] + make_record("https://a.example/0", date="2019-05-04T10:00:00Z")
    items = read_bytes(raw + RECORDS[0])
    assert list(texts(items)) == [
        "https://a.example/0",
        "https://a.example/0@2019-05-04T10:00:00Z",
        "https://a.example/0@2019-05-03T10:00:00Z",
    ]
    assert causes(read_bytes(raw + RECORDS[0] * 2))[0][1] is Cause.DUPLICATE_ID


def chunked(raw: bytes) -> bytes:
    pieces = [raw[n : n + 7] for n in range(0, len(raw), 7)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def pack_brotli(raw: bytes) -> bytes:
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(raw)
    writer.close()
    return out.getvalue()


def raw_deflate(raw: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(raw) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(HTML)),
        ("Content-Encoding: br", pack_brotli(HTML)),
        ("Content-Encoding: deflate", zlib.compress(HTML)),
        ("Content-Encoding: deflate", raw_deflate(HTML)),
        ("Transfer-Encoding: chunked", chunked(HTML)),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(HTML))),
        ("Content-Encoding: gzip", HTML),
        ("Transfer-Encoding: chunked", HTML),
        ("Content-Encoding: identity, made-up", HTML),
    ],
)
def test_a_body_is_unpacked_as_its_headers_say_where_they_are_right(
    headers: str, body: bytes
) -> None:
    raw = make_record("https://a.example/", body, headers=headers + "\r\n")
    assert list(texts(read_bytes(raw)).values()) == [HTML.decode()]


def test_the_charset_of_the_response_is_heard() -> None:
    body = "<html><p>Река поднимается</p></html>"
    raw = make_record(
        "https://a.example/", body.encode("koi8-r"), media_type="text/html;charset=KOI8-R"
    )
    assert list(texts(read_bytes(raw)).values()) == [body]


def test_records_that_are_too_large_do_not_hide_the_others() -> None:
    bomb = make_record(
        "https://a.example/bomb",
        gzip.compress(bytes(9_000_000)),
        headers="Content-Encoding: gzip\r\n",
    )
    large = make_record("https://a.example/large", b"<p>" + b"word " * 50_000)
    items = read_bytes(bomb + large + RECORDS[0], limits=Limits(page_bytes=100_000))
    assert list(texts(items)) == ["https://a.example/0"]
    assert causes(items) == [
        ("https://a.example/bomb", Cause.TOO_LARGE),
        ("https://a.example/large", Cause.TOO_LARGE),
    ]


def test_damage_among_small_records_is_told_of_once_and_repeats_none() -> None:
    kinds = ["response", "request", "response", "request", "response", "response"]
    records = [
        make_record(f"https://a.example/{n}", kind=kind) for n, kind in enumerate(kinds, start=1)
    ]
    packed = [gzip.compress(record) for record in records]
    packed[4] = packed[4][:60] + b"\xff\xff" + packed[4][62:]
    for raw in (b"".join(packed), b"".join([*records[:4], b"junk " * 20, *records[5:]])):
        items = read_bytes(raw)
        assert list(texts(items)) == [f"https://a.example/{n}" for n in (1, 3, 6)]
        [detail] = [item.detail for item in items if isinstance(item, Skip)]
        assert "times" not in detail


def test_what_the_server_calls_html_is_html() -> None:
    [page] = read_bytes(make_record("https://a.example/", b"<p>The dam held."))
    assert isinstance(page, Page)
    assert page.form is Form.HTML


@pytest.mark.parametrize("pipe", [False, True])
def test_behind_damage_the_records_that_are_whole_are_read(pipe: bool) -> None:
    packed = [gzip.compress(record) for record in RECORDS]
    torn = packed[1][:60] + b"\xff\xff" + packed[1][62:]
    raw = packed[0] + torn + packed[2] + packed[3]
    assert addresses(raw, pipe=pipe) == [f"https://a.example/{n}" for n in (0, 2, 3)]
    raw = RECORDS[0] + b"junk\r\n" * 20_000 + RECORDS[1] + RECORDS[2][:40] + RECORDS[3]
    items = read_bytes(raw, pipe=pipe)
    assert [f"https://a.example/{n}" for n in (0, 1, 3)] == list(texts(items))
    assert Cause.UNREADABLE in [cause for _, cause in causes(items)]


def test_the_last_record_of_an_archive_that_is_cut_off_is_a_skip() -> None:
    items = read_bytes((RECORDS[0] + RECORDS[1])[:-20])
    assert list(texts(items)) == ["https://a.example/0"]
    assert causes(items) == [("https://a.example/1", Cause.UNREADABLE)]
    assert causes(read_bytes(b"WARC/1.0\r\n"))[0][0] == "-"


def test_an_archive_of_nothing_but_damage_ends() -> None:
    items = read_bytes(b"WARC/1.0\r\nWARC-Type: response\r\n\r\njunk" * (2 * MOST_DAMAGES))
    *empty, last = causes(items)
    assert {cause for _, cause in empty} == {Cause.EMPTY}
    assert (len(empty), last) == (MOST_DAMAGES, ("-", Cause.UNREADABLE))


TOKENS = (
    b"WARC/1.0\r\n",
    b"Content-Length: 9\r\n",
    b"\r\n\r\n",
    b"HTTP/1.1 200\r\n",
    b"\x1f\x8b\x08",
)


@given(
    st.booleans(),
    st.lists(
        st.tuples(st.integers(0), st.binary(max_size=3) | st.sampled_from(TOKENS)), max_size=5
    ),
)
def test_whatever_happened_to_a_web_archive_it_gives_pages_and_skips(
    packed: bool, changes: list[tuple[int, bytes]]
) -> None:
    records = [gzip.compress(record) if packed else record for record in RECORDS]
    raw = bytearray(b"".join(records))
    for place, content in changes:
        at = place % (len(raw) + 1)
        raw[at : at + place % 40] = content
    for item in read_bytes(bytes(raw), pipe=True):
        assert isinstance(item, (Page, Skip))


@given(st.binary(max_size=400))
def test_any_bytes_behind_a_first_line_give_pages_and_skips(raw: bytes) -> None:
    assert read_bytes(b"WARC/1.0\r\n" + raw)
