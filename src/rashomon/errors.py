"""What can be wrong outside the data: the program's use, its configuration, its disk.

    RashomonError
    |-- UsageError     a path, option or configuration that cannot be used
    |-- ModelError     a language model or weights that cannot be loaded
    `-- WorkerError    a process that ended before its work was done

Bad data is never an error: it is a `Skip`. Every message holds the offending value and the
way out.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Whatever the caller can put right; the message says how."""


class UsageError(RashomonError):
    """A path, option or configuration that cannot be used."""


class ModelError(RashomonError):
    """A language model or weights that cannot be loaded."""


class WorkerError(RashomonError):
    """A process that ended before its work was done: killed, most often for its memory."""
