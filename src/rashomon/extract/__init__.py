"""Pages to articles: what a page publishes, told apart from all that stands around it.

extract          an Article, or the Skip of a page that holds none
explain          the same with the reasons for every line and field
Labeller         the loaded line classifier
load_labeller    the classifier that comes with the package
"""

from rashomon.extract.article import extract
from rashomon.extract.explain import Explanation, explain
from rashomon.extract.lines import Labeller, load_labeller

__all__ = ["Explanation", "Labeller", "explain", "extract", "load_labeller"]
