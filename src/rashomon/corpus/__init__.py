"""The same steps for any number of pages: one Daft plan, on one machine or on a Ray cluster.

run_corpus    reads IN and writes Parquet tables to OUT; goes on where it was interrupted
Config        what such a run can be told
TABLES        the tables with their columns
"""

import os

# Daft and Ray tell their makers that they were started; no step of ours may use a network.
os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")

from rashomon.corpus.run import Config, run_corpus
from rashomon.corpus.tables import TABLES

__all__ = ["TABLES", "Config", "run_corpus"]
