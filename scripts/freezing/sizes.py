"""``python -m scripts.freezing.sizes``: how large the builds in ``dist`` are, into ``docs``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Final

from scripts.bundle_contents import EDITIONS

ROOT: Final = Path(__file__).resolve().parents[2]
REPORT: Final = ROOT / "docs" / "bundle_size.md"
AIMS: Final = {"full": 950, "slim": 350}
"""Megabytes on disk, without the model."""
MODEL: Final = "resources/model"

_SHOWN: Final = 12
_PROGRAM: Final = "our code and that of all libraries"
_SYSTEM: Final = "libraries of the system"
_OTHER: Final = "everything else"
_LEAST: Final = 2e6  # bytes that are worth a row of the table
_NAMES: Final = {
    "_gdcm": "GDCM",
    "gdcm": "GDCM",
    "python_gdcm": "GDCM",
    "psycopg_binary": "psycopg",
    "shiboken6": "PySide6",
    "pypdfium2_raw": "pypdfium2",
    "PIL": "pillow",
}
_HEAD: Final = """# How large the frozen builds are

Written by `python -m scripts.freezing.sizes` after `make bundle`: megabytes on disk, by package.

"""


def sizes(folder: Path) -> Counter[str]:
    """Bytes by package."""
    counted: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            counted[_package(file.relative_to(folder))] += file.stat().st_size
    return counted


def _package(file: Path) -> str:
    if len(file.parts) == 1 and not file.suffix:
        return _PROGRAM
    if len(file.parts) == 1 or file.parts[0] == "licences" or ".dist-info" in file.parts[1]:
        return "licences and lists"
    name = "/".join(file.parts[1:3]) if "resources" in file.parts[:2] else file.parts[1]
    if len(file.parts) == 2:
        return "Python" if "python" in name else _SYSTEM
    known = name.removesuffix(".libs")
    return _NAMES.get(known, "Python" if known.startswith("python3") else known)


def report(folder: Path) -> str:
    """Say where it is and how large, in all and by package."""
    counted = sizes(folder)
    largest = counted.most_common(_SHOWN)
    rest = counted.total() - sum(size for _, size in largest)
    lines = [f"{size / 1e6:8.1f} MB  {name}" for name, size in [*largest, (_OTHER, rest)]]
    return "\n".join([f"{folder}: {counted.total() / 1e6:.0f} MB", *lines])


def table(builds: dict[str, Path]) -> str:
    """Compare editions by package, in Markdown."""
    counted = {edition: sizes(folder) for edition, folder in builds.items()}
    most = Counter[str]()
    for one in counted.values():
        most |= one
    names = [name for name, size in most.most_common() if size >= _LEAST and name != MODEL]
    rows = [[name, *(_mega(one[name]) for one in counted.values())] for name in names]
    rest = [
        sum(size for name, size in one.items() if most[name] < _LEAST) for one in counted.values()
    ]
    rows.append([_OTHER, *map(_mega, rest)])
    rows.append(["**without the model**", *(f"**{_bare(one):.0f}**" for one in counted.values())])
    rows.append(["aim", *(str(AIMS[edition]) for edition in counted)])
    rows.append(["with the model", *(f"{one.total() / 1e6:.0f}" for one in counted.values())])
    head = [["", *counted], ["---", *("---:" for _ in counted)]]
    return "\n".join(f"| {' | '.join(row)} |" for row in [*head, *rows])


def _bare(counted: Counter[str]) -> float:
    return (counted.total() - counted[MODEL]) / 1e6


def _mega(size: int) -> str:
    return f"{size / 1e6:.1f}" if size else ""


def main() -> int:
    """Write the report of what `make bundle` has built.

    Returns
    -------
    int
        0; 2 if an edition is missing.
    """
    from scripts.bundle import place

    builds = {edition: place(edition) / "lentigo" for edition in EDITIONS}
    missing = [edition for edition, folder in builds.items() if not folder.is_dir()]
    if missing:
        sys.stderr.write(f"Not built: {', '.join(missing)}. Run `make bundle` first.\n")
        return 2
    text = f"{_HEAD}{table(builds)}\n"
    notes = REPORT.read_text("utf-8").partition("\n## ") if REPORT.is_file() else ("", "", "")
    REPORT.write_text(f"{text}{notes[1]}{notes[2]}", "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
