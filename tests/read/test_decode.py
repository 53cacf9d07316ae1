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


def declared(head: str, text: str, encoding: str) -> bytes:
    return head.encode("ascii") + text.encode(encoding)


NEWS = "Премьер: река поднимается быстро"


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("koi8-r", "koi8-r", NEWS),
        ("cp1251", "cp1251", NEWS),
        ("x-mac-cyrillic", "mac-cyrillic", NEWS),
        ("gb2312", "gb18030", "河水上涨，省长说。㐀"),
        ("Big5", "big5hkscs", "河水上漲，官員說。"),
        ("x-sjis", "cp932", "①川の水位が上がる"),
        ("ks_c_5601-1987", "cp949", "강물이 불어난다 똠방"),
        ("iso-2022-jp", "iso2022_jp", "川の水位が上がる"),
        ("tis-620", "cp874", "แม่น้ำกำลังสูงขึ้น"),
        ("iso-8859-9", "cp1254", "Nehir yükseliyor, dedi “başkan”"),
        ("visual", "iso8859-8", "הנהר עולה"),
    ],
)
def test_labels_mean_what_browsers_take_them_for(label: str, encoding: str, text: str) -> None:
    assert text in decode(declared(f'<meta charset="{label}"><p>', text, encoding))
    assert decode(text.encode(encoding), label) == text


def test_the_server_is_heard_before_the_page_and_a_mark_before_both() -> None:
    page = declared('<meta charset="windows-1251"><p>', NEWS, "koi8-r")
    assert NEWS in decode(page, "koi8-r")
    assert NEWS not in decode(page)
    assert decode(codecs.BOM_UTF8 + NEWS.encode(), "koi8-r") == NEWS
    assert decode(NEWS.encode("utf-16-le"), "utf-16le") == NEWS
    assert decode(b"<p>River", "utf-16le") == "<p>River"


@pytest.mark.parametrize(
    "head",
    [
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
        "<meta name=x content='text/html; charset=koi8-r'><meta charset='windows-1251'>",
        "<META content='text/html; charset=windows-1251' HTTP-EQUIV='Content-Type'>",
        "<meta charset=nonsense><meta charset=windows-1251>",
        "<?xml version='1.0' encoding='windows-1251'?>",
        "<?xml version='1.0' encoding='koi8-r'?><meta charset=windows-1251>",
    ],
)
def test_only_a_meta_element_that_says_so_declares(head: str) -> None:
    assert NEWS in decode(declared(head + "<p>", NEWS, "cp1251"))


def test_a_byte_that_an_encoding_leaves_free_does_not_change_it() -> None:
    raw = b"<meta charset=windows-1252><p>\x93Wasser\x94 \x9d caf\xe9"
    assert decode(raw).endswith("“Wasser” \x9d café")
    raw = declared("<meta charset=shift_jis><p>", "川の水位" * 20, "cp932") + b"\x80\xff"
    assert "川の水位" in decode(raw)


@given(st.binary(max_size=200), st.sampled_from(["", "gbk", "utf-16le", "iso-2022-jp", "nonsense"]))
def test_any_bytes_under_any_charset_can_be_decoded(raw: bytes, charset: str) -> None:
    decode(raw, charset).encode()
    decode(f"<meta charset={charset}>".encode() + raw).encode()
