"""Small invented pages that the command line's tests read."""

from __future__ import annotations

from pathlib import Path

FIRE = """Fire destroys grain store at Tollen harbour
By Asta Merel
The Tollen Post
4 March 2031

A fire destroyed a grain store at the harbour of Tollen on Monday night, and 12 people were hurt.

"We saw the roof fall in at about ten," said Ivo Karsten, the harbour master.

The owner, Brandt Milling, denied that the alarm had been switched off. The fire service said \
on Tuesday that the alarm was switched off before the fire.

More than 300 tonnes of barley were lost, the company said in a statement.
"""
STRIKE = """Bus drivers in Oslund end their strike
By Tomas Reev
The Oslund Journal
9 June 2031

Bus drivers in Oslund voted on Monday to end a strike of three weeks, their union said.

"We got what we came for," said Pia Sund, who leads the union of transport workers.

The city council declined to comment on the cost of the settlement. About 1,400 drivers had \
stayed away from work since 19 May.
"""


def write_pages(folder: Path, **texts: str) -> Path:
    """The folder with a text file a name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder
