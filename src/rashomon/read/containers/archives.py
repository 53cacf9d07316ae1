"""The members of tar and ZIP archives, each read like a file, and nothing written anywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from rashomon.model.skip import Cause, Skip, Stage
from rashomon.read.containers.streams import Damaged, buffered
from rashomon.read.limits import Limits
from rashomon.read.records import Input

ReadMember: TypeAlias = Callable[[BinaryIO, str], Iterator[Input]]
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its name there and its bytes; or why it cannot be read."""

    name: str
    part: io.RawIOBase | None
    problem: str = ""


def read_members(
    members: Iterator[Member], name: str, limits: Limits, read_member: ReadMember
) -> Iterator[Input]:
    """What every member holds, as if the archive were a folder.

    A member that is damaged is a Skip, and the next ones are read if they can be found.
    Order: of the archive.
    """
    count = 0
    try:
        for member in members:
            count += 1
            if count > limits.members:
                detail = f"more than {limits.members} members; the first ones are read"
                raise Damaged(detail, Cause.TOO_LARGE)
            yield from _read_member(member, name, read_member)
    except Damaged as damage:
        after = f" (behind {count} members)" if count else ""
        yield Skip(name, Stage.READ, damage.cause, damage.detail + after)
        return
    if not count:
        yield Skip(name, Stage.READ, Cause.EMPTY, "an archive without a file in it")


def _read_member(member: Member, archive: str, read_member: ReadMember) -> Iterator[Input]:
    path = member.name.replace("\\", "/")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    place = "/".join([archive, *parts])
    if _ABSOLUTE.match(path) or ".." in parts:
        yield _unreadable(place, "its path leads out of the archive")
    elif any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return  # the machine's own files, as in folders
    elif member.part is None:
        yield _unreadable(place, member.problem)
    else:
        try:
            yield from read_member(buffered(member.part), place)
        except Damaged as damage:
            yield Skip(place, Stage.READ, damage.cause, damage.detail)


def _unreadable(place: str, detail: str) -> Skip:
    return Skip(place, Stage.READ, Cause.UNREADABLE, detail)
