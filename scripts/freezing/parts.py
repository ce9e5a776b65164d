"""The parts of a frozen build that others made, read from what lies in it."""

from __future__ import annotations

import platform
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path, PurePath
from typing import Final

from scripts.freezing.system_parts import UNSAID, owners

INSIDE: Final = "_internal"
"""Where PyInstaller puts everything but the program."""

_TEXTS: Final = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "THIRDPARTY", "THIRD_PARTY")
_FOLDERS: Final = frozenset({"licenses", "licences"})
_LONGEST: Final = 80  # letters: longer ones are the text itself


class Kind(StrEnum):
    """What a part is."""

    LIBRARY = "Python libraries"
    SYSTEM = "Libraries of the system"
    LANGUAGE = "Python"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that others made.

    Parameters
    ----------
    name, version : str
        As its maker calls it.
    kind : Kind
        What it is.
    licence : str
        An SPDX expression where its maker gives one, else the words given.
    texts : tuple of Path
        Files with licences and notices.
    home : str
        Where it comes from; empty where that is not said.
    needs : tuple of str
        Names of what it says to need, as it writes them.
    """

    name: str
    version: str
    kind: Kind
    licence: str
    texts: tuple[Path, ...] = ()
    home: str = ""
    needs: tuple[str, ...] = ()


def parts_of(folder: Path) -> list[Part]:
    """List the parts of a build, by kind and name."""
    found = [*_libraries(folder / INSIDE), *_system(folder / INSIDE), _python()]
    return sorted(found, key=lambda part: (part.kind, part.name.lower()))


def native_files(folder: Path) -> Iterator[Path]:
    """Give every library and extension module inside."""
    for path in sorted((folder / INSIDE).rglob("*")):
        names = path.suffixes
        if (
            path.is_file()
            and not path.is_symlink()
            and {".so", ".dll", ".dylib", ".pyd"} & {*names}
        ):
            yield path


def _libraries(inside: Path) -> Iterator[Part]:
    for info in sorted(inside.glob("*.dist-info")):
        here = metadata.Distribution.at(info)
        if here.name != "lentigo":
            yield _library(here)


def _library(here: metadata.Distribution) -> Part:
    fields = here.metadata.json
    return Part(
        name=here.name,
        version=here.version,
        kind=Kind.LIBRARY,
        licence=_licence(here),
        texts=_texts(here.name),
        home=str(fields.get("home_page") or _project(fields.get("project_url", []))),
        needs=tuple(here.requires or ()),
    )


def _licence(here: metadata.Distribution) -> str:
    fields = here.metadata.json
    written = str(fields.get("license_expression") or fields.get("license", "")).strip()
    if written and "\n" not in written and len(written) < _LONGEST and written != "LICENSE":
        return written
    kinds = [line for line in fields.get("classifier", []) if line.startswith("License ::")]
    first = written.partition("\n")[0].strip(" =")
    return kinds[0].rpartition(" :: ")[2] if kinds else first or UNSAID


def _texts(name: str) -> tuple[Path, ...]:
    """Find them where it is installed: some lie among its modules, which are not inside."""
    here = metadata.distribution(name)
    named = (file for file in here.files or () if _is_text(file))
    texts = (Path(str(here.locate_file(file))) for file in named)
    return tuple(sorted(path for path in texts if path.is_file()))


def _is_text(file: PurePath) -> bool:
    if file.suffix in {".py", ".pyc", ".pyi"}:
        return False
    folders = {part.lower() for part in file.parts[:-1]}
    return file.name.upper().startswith(_TEXTS) or not folders.isdisjoint(_FOLDERS)


def _project(links: Iterable[str]) -> str:
    named = dict(link.split(", ", 1) for link in links if ", " in link)
    wanted = ("Homepage", "homepage", "Home", "Repository", "Source", "Source Code", "repository")
    return next((named[name] for name in wanted if name in named), "")


def _system(inside: Path) -> Iterator[Part]:
    files = [path for path in inside.iterdir() if path.is_file() and not path.is_symlink()]
    names = sorted(path.name for path in files if ".so" in path.suffixes)
    for owner in owners([name for name in names if name.startswith("lib")]):
        yield Part(
            name=owner.package,
            version=owner.version,
            kind=Kind.SYSTEM,
            licence=owner.licence,
            texts=owner.texts,
        )


def _python() -> Part:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    return Part(
        name="Python",
        version=platform.python_version(),
        kind=Kind.LANGUAGE,
        licence="PSF-2.0",
        texts=(text,) if text.is_file() else (),
        home="https://www.python.org",
    )
