"""What the system says of a process and of those that it started; nothing but on Linux."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Taken:
    """What some processes take.

    Parameters
    ----------
    own_mb : float
        Memory that is theirs alone (USS), in MB of 10**6 bytes.
    shared_mb : float
        Resident memory, what they share with others divided among all who share it (PSS).
    handles, threads : int
        Open ones.
    processes : int
        How many these are.
    """

    own_mb: float
    shared_mb: float
    handles: int
    threads: int
    processes: int


def taken_by(*processes: int) -> Taken:
    """Ask what processes take together; one that has ended meanwhile takes nothing."""
    memory = [_memory(one) for one in processes]
    return Taken(
        own_mb=round(sum(own for own, _ in memory), 2),
        shared_mb=round(sum(shared for _, shared in memory), 2),
        handles=sum(_entries(one, "fd") for one in processes),
        threads=sum(_entries(one, "task") for one in processes),
        processes=len(processes),
    )


def started_by(process: int) -> tuple[int, ...]:
    """Return all processes below one."""
    return tuple(_below(process, dict(_parents())))


def _below(process: int, parents: dict[int, int]) -> Iterator[int]:
    for child in [one for one, parent in parents.items() if parent == process]:
        yield child
        yield from _below(child, parents)


def _parents() -> Iterator[tuple[int, int]]:
    for folder in _PROC.iterdir() if _PROC.is_dir() else ():
        if folder.name.isdigit():
            try:
                said = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue  # it has just ended
            yield int(folder.name), int(said.rpartition(")")[2].split()[1])


def _memory(process: int) -> tuple[float, float]:
    try:
        said = (_PROC / str(process) / "smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0, 0.0
    kilobytes = {
        line.split()[0].rstrip(":"): int(line.split()[1])
        for line in said.splitlines()
        if line.endswith("kB")
    }
    own = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return own * 1024 / 1e6, kilobytes["Pss"] * 1024 / 1e6


def _entries(process: int, name: str) -> int:
    try:
        return len(os.listdir(_PROC / str(process) / name))  # noqa: PTH208  # Path.iterdir opens one more
    except OSError:
        return 0
