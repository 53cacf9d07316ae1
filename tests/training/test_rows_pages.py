from __future__ import annotations

from pathlib import Path

from training.rows.pages import readability_pages


def test_only_whole_articles_with_an_address_are_learnt_from(tmp_path: Path) -> None:
    long = "<p>" + "The ferry ran aground and nobody was hurt. " * 50 + "</p>"
    for name, address, body in (
        ("whole", "https://ferry.example/1", long),
        ("short", "https://ferry.example/2", "<p>One element.</p>"),
        ("nowhere", "", long),
    ):
        folder = tmp_path / "test" / "test-pages" / name
        folder.mkdir(parents=True)
        link = f'<link rel="canonical" href="{address}">' if address else ""
        (folder / "source.html").write_text(f"<html><head>{link}</head><body>{body}</body></html>")
        (folder / "expected.html").write_text(f"<div>{body}</div>")
    assert [page.url for page in readability_pages(tmp_path)] == ["https://ferry.example/1"]
