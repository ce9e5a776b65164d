"""``python -m scripts.freezing.compare ONE OTHER``: in what two builds differ, and why.

With ``--build`` it builds the slim edition twice first, each in folders of its own.
"""

from __future__ import annotations

import argparse
import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from scripts.freezing.checksums import checksum

ROOT: Final = Path(__file__).resolve().parents[2]
KNOWN: Final[dict[str, str]] = {}
"""Files that may differ, as patterns, and why: none."""


def differences(one: Path, other: Path) -> dict[str, str]:
    """Tell in which files two folders differ, and how."""
    files = _entries(one) | _entries(other)
    told = {name: _difference(one / name, other / name) for name in sorted(files)}
    return {name: words for name, words in told.items() if words}


def unexplained(found: dict[str, str]) -> dict[str, str]:
    """Leave out the differences that are known."""
    return {
        name: words
        for name, words in found.items()
        if not any(fnmatch(name, pattern) for pattern in KNOWN)
    }


def _entries(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def _difference(one: Path, other: Path) -> str:
    if not (_there(one) and _there(other)):
        return f"only in {(one if _there(one) else other).parent}"
    if one.is_symlink() or other.is_symlink():
        same = one.is_symlink() and other.is_symlink() and one.readlink() == other.readlink()
        return "" if same else "leads elsewhere"
    if one.stat().st_mode != other.stat().st_mode:
        return "may be used otherwise"
    if one.is_dir():
        return ""
    if one.stat().st_mtime != other.stat().st_mtime:
        return "bears another date"
    return "" if checksum(one) == checksum(other) else "holds something else"


def _there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _built_twice() -> tuple[Path, Path]:
    from scripts.bundle import build

    work = ROOT / "build" / "twice"
    made = [
        build(work / name / "dist", work=work / name / "work", edition="slim")
        for name in ("one", "another-place")
    ]
    return made[0], made[1]


def main() -> int:
    """Compare, and say what came of it.

    Returns
    -------
    int
        0; 1 if there is a difference that is not known.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--build", action="store_true", help="build the slim edition twice first")
    given = parser.parse_args()
    if not given.build and len(given.folders) != 2:
        parser.error("two folders, or --build")
    one, other = _built_twice() if given.build else given.folders
    found = differences(one, other)
    for name, words in found.items():
        print(f"{name}: {words}")
    strange = unexplained(found)
    count = len(_entries(one))
    print(f"{count} files: {len(found)} differ, {len(strange)} of them for no known reason.")
    return int(bool(strange))


if __name__ == "__main__":
    sys.exit(main())
