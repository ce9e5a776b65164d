"""``python -m scripts.freezing.oldest_system FOLDER``: the oldest Linux a build runs on, and why.

A program runs with the C library whose symbols it names, or a newer one.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

Version = tuple[int, ...]

_NEEDED: Final = re.compile(r"\bGLIBC_(\d+(?:\.\d+)+)\b")
_ELF: Final = b"\x7fELF"
_SHOWN: Final = 8
# The C library of releases, the oldest first: https://distrowatch.com/search.php?pkg=glibc
RELEASES: Final[dict[Version, str]] = {
    (2, 28): "Debian 10, RHEL 8",
    (2, 31): "Debian 11, Ubuntu 20.04",
    (2, 34): "RHEL 9",
    (2, 35): "Ubuntu 22.04",
    (2, 36): "Debian 12",
    (2, 39): "Ubuntu 24.04, RHEL 10",
    (2, 41): "Debian 13",
}


def versions_needed(folder: Path) -> dict[Version, list[Path]]:
    """Tell which version of the C library the files of a build need, each at least."""
    found: defaultdict[Version, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _is_program(path):
            found[needed_by(path)].append(path)
    return dict(found)


def needed_by(path: Path) -> Version:
    """Tell which version of the C library a program or library needs; (0,) for any."""
    tool = shutil.which("objdump")
    if tool is None:
        sys.exit("This needs objdump (on Debian: apt-get install binutils).")
    command = [tool, "--private-headers", str(path)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    versions = (tuple(map(int, text.split("."))) for text in _NEEDED.findall(told))
    return max(versions, default=(0,))


def first_release(version: Version) -> str:
    """Name the first releases that have this version, or a newer one."""
    fitting = [name for known, name in RELEASES.items() if known >= version]
    return fitting[0] if fitting else "none that is known here"


def _is_program(path: Path) -> bool:
    with path.open("rb") as opened:
        return opened.read(len(_ELF)) == _ELF


def _words(version: Version) -> str:
    return ".".join(map(str, version))


def _lines(needed: dict[Version, list[Path]], folder: Path) -> Iterable[str]:
    newest = max(needed)
    yield f"{folder} needs glibc {_words(newest)} or newer: {first_release(newest)} or later."
    for version in sorted(needed, reverse=True)[:3]:
        files = [path.relative_to(folder).as_posix() for path in needed[version]]
        yield f"  {_words(version)}: {len(files)} files, among them {', '.join(files[:_SHOWN])}"


def main() -> int:
    """Print it.

    Returns
    -------
    int
        0.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print("\n".join(_lines(versions_needed(folder), folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
