"""What several tests share: the language models and one run of the sample, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import rashomon
from rashomon.model.dossier import Report
from rashomon.text.parse import Parser
from rashomon.workers import Models

# How long an example takes is the machine's affair, and a matter for benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "dam" / "pages"


@pytest.fixture(scope="session")
def models() -> Models:
    """The models of a run."""
    return Models()


@pytest.fixture(scope="session")
def parser(models: Models) -> Parser:
    """The English parser."""
    return models.parser


@pytest.fixture(scope="session")
def sample_report(models: Models) -> Report:
    """The dossiers of the bundled sample."""
    return rashomon.dossiers(rashomon.read(SAMPLE), models=models)
