"""How much memory processes have; 0 where the system does not say."""

from __future__ import annotations

from pathlib import Path


def resident_mb(pid: int | None) -> float:
    """Memory of a process that is in use, with what it shares with others."""
    return _fields(pid, "status").get("VmRSS", 0.0)


def peak_mb(pid: int | None) -> float:
    """Most that `resident_mb` ever was."""
    return _fields(pid, "status").get("VmHWM", 0.0)


def own_mb(pid: int) -> float:
    """Memory of a process; what it shares with others counts in parts."""
    return _fields(pid, "smaps_rollup").get("Pss", 0.0)


def tree_mb(pid: int) -> float:
    """Memory of a process and all that it started; what several share counts in parts.

    Parameters
    ----------
    pid : int
        Of the process at the root.
    """
    return sum(map(own_mb, tree(pid)))


def tree(pid: int) -> list[int]:
    """Numbers of a process and of all that it started, as far as the system says."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue  # it has just ended
        found += [one for child in children for one in tree(int(child))]
    return found


def _fields(pid: int | None, file: str) -> dict[str, float]:
    """Read the megabytes in a file of the system about a process."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text(encoding="ascii").splitlines()
    except OSError:
        return {}
    fields = [line.split() for line in lines]
    return {
        words[0].rstrip(":"): int(words[1]) * 1024 / 1e6 for words in fields if words[-1] == "kB"
    }
