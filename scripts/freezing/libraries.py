"""The files of a frozen build: which library goes with which, and none larger than need be."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePath
from typing import Final

Entry = tuple[str, str, str]
"""One file, as PyInstaller lists it: where it goes, where it is, of what kind."""

LINK: Final = "SYMLINK"
"""The kind of symbolic links, whose second part is what they lead to."""

_WORTH_STRIPPING: Final = 1 << 16  # bytes
_WORTH_REWRITING: Final = 1 << 20


def without(
    entries: Sequence[Entry], dropped: Sequence[Entry], *, needs: Callable[[str], set[str]]
) -> list[Entry]:
    """Leave out some libraries, and those that only they needed."""
    kept, links = list(entries), _links(entries, needs)
    while dropped:
        kept = [entry for entry in kept if entry not in dropped]
        needed = set().union(*(links.get(path, set()) for _, path, _ in kept))
        orphaned = set().union(*(links.get(path, set()) for _, path, _ in dropped)) - needed
        dropped = [entry for entry in kept if PurePath(entry[0]).name in orphaned]
    return kept


def _links(entries: Iterable[Entry], needs: Callable[[str], set[str]]) -> dict[str, set[str]]:
    return {path: needs(path) for _, path, kind in entries if kind != LINK}


def linked(path: str) -> set[str]:
    """Name the libraries that one is linked to itself; none where `readelf` cannot tell."""
    reader = shutil.which("readelf")
    if reader is None:
        return set()
    command = [reader, "--wide", "--dynamic", path]
    told = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    named = (line for line in told.splitlines() if "(NEEDED)" in line)
    return {line.partition("[")[2].rstrip("] ") for line in named}


def stripped(entries: Iterable[Entry], *, folder: Path) -> list[Entry]:
    """Take the tables of symbols out of large libraries, in copies; TensorFlow's is 200 MB.

    Parameters
    ----------
    entries : iterable of Entry
        Linux libraries.
    folder : Path
        For the copies.
    """
    tool = shutil.which("strip")
    if tool is None:
        return list(entries)
    folder.mkdir(parents=True, exist_ok=True)
    return [_stripped(tool, entry, folder / entry[0].replace("/", "+")) for entry in entries]


def _stripped(tool: str, entry: Entry, copy: Path) -> Entry:
    name, path, kind = entry
    size = 0 if kind == LINK else Path(path).stat().st_size
    # What lies in such folders was rearranged for its wheel, and breaks when rearranged again.
    if size < _WORTH_STRIPPING or PurePath(name).parent.name.endswith(".libs"):
        return entry
    subprocess.run([tool, "--strip-unneeded", "-o", str(copy), path], check=True)
    return (name, str(copy), kind) if copy.stat().st_size < 0.9 * size else entry


def compacted(entries: Iterable[Entry], *, folder: Path) -> list[Entry]:
    """Write large JSON files without their indentation, in copies; highdicom's is 7 MB of it."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_compacted(entry, folder / entry[0].replace("/", "+")) for entry in entries]


def _compacted(entry: Entry, copy: Path) -> Entry:
    name, path, kind = entry
    if kind == LINK or not name.endswith(".json") or Path(path).stat().st_size < _WORTH_REWRITING:
        return entry
    content = json.loads(Path(path).read_text("utf-8"))
    copy.write_text(json.dumps(content, separators=(",", ":")), "utf-8")
    return (name, str(copy), kind)
