from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.page import Form
from rashomon.read.decode import canonical, decode
from rashomon.read.sniff import find_form, is_binary

TEXT = "“Der Fluss steigt”, sagte die Bürgermeisterin – „zu schnell“."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_one_text_in_many_encodings(raw: bytes) -> None:
    assert decode(raw) == TEXT


def test_utf_16_without_a_mark() -> None:
    text = "The river rises, she said."
    assert decode(text.encode("utf-16-le")) == decode(text.encode("utf-16-be")) == text


def test_a_page_is_believed_what_it_declares_unless_it_is_utf_8() -> None:
    page = '<meta charset="{}"><p>Премьер: река поднимается быстро</p>'
    assert "Премьер" in decode(page.format("windows-1251").encode("cp1251"))
    assert "Премьер" in decode(page.format("windows-1251").encode())


def test_latin_1_means_what_browsers_take_it_for() -> None:
    raw = b'<meta charset="iso-8859-1"><p>\x93Water\x94 \x96 caf\xe9</p>'
    assert decode(raw).endswith("“Water” – café</p>")


def test_one_broken_byte_does_not_change_the_encoding() -> None:
    assert decode(TEXT.encode() * 50 + b"\xff") == TEXT * 50 + "\ufffd"


@given(st.text())
def test_every_canonical_text_can_be_written(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text) or text.startswith("\ufeff\ufeff")
    canonical(text).encode()


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("<!DOCTYPE html><html><p>x</p>", "page.txt", Form.HTML),
        ("\n<!-- saved --><HTML><body>x", "dump", Form.HTML),
        ("<div class='story'><p>x</p></div>", "page.txt", Form.HTML),
        ("A line that quotes <b>markup</b> and goes on.", "page.txt", Form.TEXT),
        ("No markup at all", "page.html", Form.TEXT),
        ("Story <p>One</p>", "page.html", Form.HTML),
        ("<3 this town", "page.txt", Form.TEXT),
    ],
)
def test_markup_is_known_by_its_looks(text: str, name: str, form: Form) -> None:
    assert find_form(text, name) is form


def test_binary_is_no_text() -> None:
    assert is_binary("\x00\x01\x02abc" * 10)
    assert not is_binary("Tabs\tand\nlines with \x0c one form feed in a long enough text")
