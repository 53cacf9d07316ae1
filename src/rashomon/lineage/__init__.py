"""Who copied whom: pairs of articles that share text, and the texts that they carry."""

from rashomon.lineage.find import find_lineages, join_lineages, judge_related, sift_related
from rashomon.lineage.index import Index, add_keys, relate_one
from rashomon.lineage.keys import Keys, read_keys
from rashomon.lineage.related import Related, find_related
from rashomon.lineage.unshared import find_unshared

__all__ = [
    "Index",
    "Keys",
    "Related",
    "add_keys",
    "find_lineages",
    "find_related",
    "find_unshared",
    "join_lineages",
    "judge_related",
    "read_keys",
    "relate_one",
    "sift_related",
]
