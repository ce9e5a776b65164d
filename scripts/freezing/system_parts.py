"""Which packages of a Debian system the libraries come from that a build took along."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

UNSAID: Final = "see its text"
"""Where nobody says a licence's name."""

_DOCUMENTS: Final = Path("/usr/share/doc")
_SHORT: Final = re.compile(r"^License: *(\S.*)$", re.MULTILINE)
_OWN: Final = "libpython"


@dataclass(frozen=True, slots=True)
class Owner:
    """A package.

    Parameters
    ----------
    package, version, licence : str
        The licence in Debian's short names.
    texts : tuple of Path
        Its copyright file.
    """

    package: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def owners(libraries: Sequence[str]) -> list[Owner]:
    """Find the packages of libraries, by the names of their files.

    On other systems, each library is named as if it were a package, of no known licence.
    """
    wanted = [name for name in libraries if not name.startswith(_OWN)]
    found = _packages(wanted)
    packaged = {package for packages in found.values() for package in packages}
    alone = [Owner(name, "", UNSAID, ()) for name in wanted if not found.get(name)]
    return [*map(_owner, sorted(packaged)), *alone]


def _packages(libraries: Sequence[str]) -> dict[str, set[str]]:
    tool = shutil.which("dpkg-query")
    found: dict[str, set[str]] = {name: set() for name in libraries}
    if tool is None or not libraries:
        return found
    command = [tool, "--search", *(f"*/{name}" for name in libraries)]
    told = subprocess.run(command, capture_output=True, check=False, text=True).stdout
    for line in told.splitlines():
        packages, _, path = line.partition(": ")
        if Path(path).name in found and "/lib" in path and ", " not in packages:
            found[Path(path).name].add(packages.partition(":")[0])
    return found


def _owner(package: str) -> Owner:
    command = ["dpkg-query", "--show", "--showformat", "${Version}\n", package]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    text = _DOCUMENTS / package / "copyright"
    there = text.is_file()
    return Owner(package, told.split()[0], _licence(text) if there else UNSAID, (text,) * there)


def _licence(text: Path) -> str:
    names = {name.strip() for name in _SHORT.findall(text.read_text("utf-8", "replace"))}
    return " / ".join(sorted(names)) if 0 < len(names) < 4 else UNSAID
