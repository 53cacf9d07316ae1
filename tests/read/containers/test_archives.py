from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fastwarc.stream_io import ZstdWriter
from hypothesis import given
from hypothesis import strategies as st
from read.containers.packs import FILES, causes, make_record, make_tar, make_zip, read_bytes, texts

from rashomon.model.page import Form, Page
from rashomon.model.skip import Cause, Skip
from rashomon.read import Limits, read


def pack_zstandard(raw: bytes) -> bytes:
    out = io.BytesIO()
    writer = ZstdWriter(out)
    writer.write(raw)
    writer.close()
    return out.getvalue()


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": pack_zstandard,
}
SMALL = Limits(page_bytes=2000, record_bytes=4000, members=3, unpacked_bytes=200_000)


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("pipe", [False, True])
def test_a_tar_is_read_like_a_folder(packing: str, pipe: bool) -> None:
    items = read_bytes(PACKINGS[packing](make_tar(FILES)), pipe=pipe)
    assert texts(items) == {f"-/{name}": raw.decode() for name, raw in FILES.items()}
    assert list(texts(items)) == ["-/b/2.html", "-/a.txt"]


@pytest.mark.parametrize("pipe", [False, True])
def test_a_zip_is_read_like_a_folder(pipe: bool) -> None:
    items = read_bytes(make_zip(FILES), pipe=pipe)
    assert list(texts(items)) == ["-/b/2.html", "-/a.txt"]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_packed_file_is_read_as_what_it_holds(packing: str, tmp_path: Path) -> None:
    pack = PACKINGS[packing]
    (tmp_path / f"1.html{packing}").write_bytes(pack(b"Story <p>One</p>"))
    (tmp_path / f"2.jsonl{packing}").write_bytes(pack(b'{"id": "x", "text": "One."}\n[]'))
    page, record, skip = read(tmp_path)
    assert isinstance(page, Page)
    assert (page.id, page.form) == (f"1.html{packing}", Form.HTML)
    assert isinstance(record, Page)
    assert isinstance(skip, Skip)
    assert (record.id, skip.cause) == ("x", Cause.BAD_RECORD)


@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_what_folders_pass_over_archives_pass_over(make: Callable[..., bytes]) -> None:
    names = (".git/a", "__MACOSX/._b.txt", "c/.DS_Store", "./d.txt")
    items = read_bytes(make(dict.fromkeys(names, b"Text.")))
    assert texts(items) == {"-/d.txt": "Text."}
    assert causes(items) == []


@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_no_path_leads_out_of_an_archive(make: Callable[..., bytes]) -> None:
    names = ("../a.txt", "b/../../c", "/etc/d", "C:\\e", "fine.txt")
    items = read_bytes(make(dict.fromkeys(names, b"Text.")))
    assert texts(items) == {"-/fine.txt": "Text."}
    assert [cause for _, cause in causes(items)] == [Cause.UNREADABLE] * 4


def test_links_and_devices_are_not_followed() -> None:
    link, device = tarfile.TarInfo("link"), tarfile.TarInfo("device")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
    device.type = tarfile.CHRTYPE
    items = read_bytes(make_tar(FILES, link, device))
    assert len(texts(items)) == 2
    assert causes(items) == [("-/link", Cause.UNREADABLE), ("-/device", Cause.UNREADABLE)]


def test_archives_in_archives_are_read_until_they_are_too_deep() -> None:
    inner = make_zip({"deep.txt": b"Text."})
    record = b'{"id": "1", "text": "One."}'
    files = {
        "in.zip": inner,
        "r.jsonl": record,
        "w.warc.gz": gzip.compress(make_record("http://x/")),
    }
    items = read_bytes(gzip.compress(make_tar(files)), pipe=True)
    assert list(texts(items)) == ["-/in.zip/deep.txt", "1", "http://x/"]
    for _ in range(5):
        inner = make_zip({"z": inner})
    assert causes(read_bytes(inner)) == [("-/z/z/z/z", Cause.NOT_TEXT)]


def test_an_office_document_is_no_archive_of_pages() -> None:
    document = make_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<p>Text</p>"})
    assert causes(read_bytes(document)) == [("-", Cause.NOT_TEXT)]


def test_of_a_collection_of_web_archives_the_archives_are_read() -> None:
    record = gzip.compress(make_record("http://x/"))
    collection = {"datapackage.json": b"{}", "archive/a.warc.gz": record, "indexes/i.cdx": b"x 1"}
    items = read_bytes(make_zip(collection))
    assert list(texts(items)) == ["http://x/"]
    assert causes(items) == []


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, pack_zstandard])
def test_a_bomb_is_told_by_its_proportion(pack: Callable[[bytes], bytes]) -> None:
    limits = Limits(page_bytes=10_000, record_bytes=10_000)
    bomb = pack(b'{"id": "1", "text": "One."}' + b"\n" + b" " * 8_000_000)
    items = read_bytes(bomb, limits=limits)
    assert list(texts(items)) == ["1"]
    assert causes(items) == [("-", Cause.TOO_LARGE)]


@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_a_large_member_does_not_hide_the_others(make: Callable[..., bytes]) -> None:
    items = read_bytes(make({"a.txt": b"word " * 1000, "b.txt": b"Text."}), limits=SMALL)
    assert texts(items) == {"-/b.txt": "Text."}
    assert causes(items) == [("-/a.txt", Cause.TOO_LARGE)]


@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_members_are_counted(make: Callable[..., bytes]) -> None:
    items = read_bytes(make({f"{n}.txt": b"Text." for n in range(9)}), limits=SMALL)
    assert list(texts(items)) == ["-/0.txt", "-/1.txt", "-/2.txt"]
    assert causes(items) == [("-", Cause.TOO_LARGE)]


def test_all_that_comes_out_of_an_archive_is_counted() -> None:
    line = b'{"id": "%d", "text": "One."}\n'
    files = {f"{n}.jsonl": b"".join(line % i for i in range(n, n + 4000)) for n in (0, 4000)}
    for raw in (gzip.compress(make_tar(files)), make_zip(files)):
        items = read_bytes(raw, limits=SMALL)
        assert 4000 < len(texts(items)) < 8000
        assert {cause for _, cause in causes(items)} == {Cause.TOO_LARGE}


def test_a_zip_in_a_pipe_is_held_in_memory_up_to_a_bound() -> None:
    raw = make_zip({"a.txt": bytes(range(256)) * 40}, zipfile.ZIP_STORED)
    assert causes(read_bytes(raw, pipe=True, limits=SMALL)) == [("-", Cause.TOO_LARGE)]


def test_encrypted_damaged_and_oddly_packed_members_are_skips() -> None:
    raw = bytearray(make_zip({"locked": b"Text.", "torn": b"word " * 90, "fine": b"Text."}))
    directory = raw.index(b"PK\x01\x02")
    raw[directory + 8] |= 1
    raw[raw.index(b"torn") + 10] ^= 0x55
    items = read_bytes(bytes(raw))
    assert texts(items) == {"-/fine": "Text."}
    assert causes(items) == [("-/locked", Cause.UNREADABLE), ("-/torn", Cause.UNREADABLE)]
    bomb = make_zip({"a.txt": bytes(5_000_000)}, zipfile.ZIP_BZIP2)
    assert causes(read_bytes(bomb)) == [("-/a.txt", Cause.UNREADABLE)]


def test_a_member_without_a_name_is_read_as_the_archive() -> None:
    nameless = make_zip({"x": b"Text."}).replace(b"x", b"\0")
    assert texts(read_bytes(nameless)) == {"-": "Text."}


def test_members_of_a_zip_that_overlap_are_a_bomb() -> None:
    raw = bytearray(make_zip({"a.txt": b"One.", "b.txt": b"Two.", "c.txt": b"Three."}))
    second = raw.index(b"PK\x01\x02", raw.index(b"PK\x01\x02") + 4)
    struct.pack_into("<L", raw, second + 42, 0)  # where the second begins: at the first
    items = read_bytes(bytes(raw))
    assert texts(items) == {"-/c.txt": "Three."}
    assert len(causes(items)) == 2


def test_behind_a_damaged_header_of_a_tar_the_rest_is_read() -> None:
    raw = bytearray(make_tar({"a.txt": b"One.", "b.txt": b"Two.", "c.txt": b"Three."}))
    raw[1024 + 5] ^= 0xFF
    items = read_bytes(bytes(raw))
    assert list(texts(items)) == ["-/a.txt", "-/c.txt"]
    assert causes(items) == [("-", Cause.UNREADABLE)]


@pytest.mark.parametrize("comment", ["7" * 50_000, "x" * 70_000])
def test_a_tar_header_that_keeps_a_reader_busy_is_no_header(comment: str) -> None:
    member = tarfile.TarInfo("a.txt")
    member.pax_headers = {"comment": comment}
    assert causes(read_bytes(make_tar(FILES, member)))[-1][0] == "-"


def test_of_an_archive_that_is_cut_off_the_first_part_is_read() -> None:
    raw = make_tar({"a.txt": b"One.", "b.txt": b"word " * 900})
    items = read_bytes(raw[:3000])
    assert texts(items) == {"-/a.txt": "One."}
    assert causes(items) == [("-/b.txt", Cause.UNREADABLE), ("-", Cause.UNREADABLE)]
    assert causes(read_bytes(make_zip(FILES)[:-30])) == [("-", Cause.UNREADABLE)]
    assert causes(read_bytes(gzip.compress(b"word " * 900)[:-9])) == [("-", Cause.UNREADABLE)]


def test_an_archive_without_a_file_is_empty() -> None:
    assert causes(read_bytes(make_zip({}))) == [("-", Cause.EMPTY)]
    folder = tarfile.TarInfo("a")
    folder.type = tarfile.DIRTYPE
    assert causes(read_bytes(make_tar({}, folder))) == [("-", Cause.EMPTY)]


WHOLE = [
    make_tar(FILES),
    make_zip(FILES),
    *(pack(make_tar(FILES)) for pack in list(PACKINGS.values())[1:]),
    gzip.compress(FILES["a.txt"]),
]


@given(
    st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0), st.binary(max_size=3)), max_size=4)
)
def test_whatever_happened_to_an_archive_it_gives_pages_and_skips(
    raw: bytes, changes: list[tuple[int, bytes]]
) -> None:
    broken = bytearray(raw)
    for place, content in changes:
        at = place % (len(broken) + 1)
        broken[at : at + 1 + place % 3] = content
    for item in read_bytes(bytes(broken), limits=SMALL):
        assert isinstance(item, (Page, Skip))


@given(
    st.binary(max_size=600),
    st.sampled_from([b"\x1f\x8b\x08", b"PK\x03\x04", b"BZh9", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"]),
)
def test_any_bytes_behind_magic_ones_give_pages_and_skips(raw: bytes, magic: bytes) -> None:
    assert read_bytes(magic + raw)


NAMES = [
    *("a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.warc", "a.warc.gz", "a.warc.zst", "a.mhtml"),
    *("a.html.gz", "a.jsonl.xz", "a.json", "a.csv", "a.csv.gz", "a.xml", "a.txt.bz2", "a.wacz"),
]


@given(st.sampled_from(NAMES), st.binary(max_size=300))
def test_any_bytes_under_any_name_give_pages_and_skips(name: str, raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, name).write_bytes(raw)
        assert list(read(folder))
