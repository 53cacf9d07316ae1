from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read.containers.packs import causes, read_bytes, texts

from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits

BODY = "<html><p>Der Fluss steigt, sagte die Bürgermeisterin.</p></html>"


def make_saved(
    content: bytes, encoding: str, charset: str = "utf-8", kind: str = "text/html"
) -> bytes:
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://a.example/one\r\n"
        "Subject: The dam\r\nDate: Fri, 3 May 2019 12:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="--x"\r\n\r\n'
        "----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n"
        f'----x\r\nContent-Type: {kind}; charset="{charset}"\r\n'
        f"Content-Transfer-Encoding: {encoding}\r\n"
        "Content-Location: https://a.example/one\r\n\r\n"
    )
    return head.encode() + content + b"\r\n----x--\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        make_saved(quopri.encodestring(BODY.encode()), "quoted-printable"),
        make_saved(base64.encodebytes(BODY.encode()), "base64"),
        make_saved(BODY.encode("cp1252"), "8bit", "iso-8859-1"),
        b"\r\n\r\n" + make_saved(BODY.encode(), "binary"),
    ],
)
def test_a_saved_page_is_its_html_part(raw: bytes) -> None:
    [page] = read_bytes(raw, pipe=True)
    assert isinstance(page, Page)
    assert page.text.strip() == BODY
    assert (page.url, page.captured) == ("https://a.example/one", "2019-05-03T10:00:00Z")
    assert page.form is Form.HTML


def test_a_saved_page_without_html_and_one_that_is_too_large_are_skips() -> None:
    raw = make_saved(b"%PDF", "8bit", kind="application/pdf")
    assert causes(read_bytes(raw)) == [("-", Cause.NOT_TEXT)]
    large = make_saved(b"word " * 500, "8bit")
    assert causes(read_bytes(large, limits=Limits(record_bytes=2000)))[0][1] is Cause.TOO_LARGE


def test_parts_in_parts_without_end_are_a_skip() -> None:
    raw = b"".join(
        b"Content-Type: multipart/related; boundary=%d\r\n\r\n--%d\r\n" % (n, n)
        for n in range(3000)
    )
    assert causes(read_bytes(raw)) == [("-", Cause.NOT_TEXT)]


def test_a_text_that_speaks_of_headers_is_a_text() -> None:
    assert list(texts(read_bytes(b"Note: the dam held.\nContent-Type: unknown\n"))) == ["-"]


@given(st.lists(st.tuples(st.integers(0), st.binary(max_size=4)), max_size=4))
def test_whatever_happened_to_a_saved_page_it_is_a_page_or_a_skip(
    changes: list[tuple[int, bytes]],
) -> None:
    raw = bytearray(make_saved(quopri.encodestring(BODY.encode()), "quoted-printable"))
    for place, content in changes:
        at = place % (len(raw) + 1)
        raw[at : at + place % 9] = content
    [item] = read_bytes(bytes(raw))
    assert isinstance(item, (Page, Skip))
