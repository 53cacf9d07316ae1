"""The lines of a plain-text dump, and what each of them is."""

from rashomon.extract.lines.lines import Labeller, label_lines, load_labeller

__all__ = ["Labeller", "label_lines", "load_labeller"]
