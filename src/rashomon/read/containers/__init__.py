"""Archives and packed files, web archives and saved pages: what holds pages in it.

find_container   what a file holds pages in, told by its first bytes
read_container   the pages that it holds
look_ahead       a stream's first bytes, and a stream that begins with them
Inside           how what lies inside is read
"""

from rashomon.read.containers.container import Inside, find_container, read_container
from rashomon.read.containers.streams import look_ahead

__all__ = ["Inside", "find_container", "look_ahead", "read_container"]
