"""What several tests share: the language models, loaded once."""

from __future__ import annotations

import pytest

from rashomon.text.parse import Parser, load_parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The English parser."""
    return load_parser()
