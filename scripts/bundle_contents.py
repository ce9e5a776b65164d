"""What goes into a frozen build and what stays out; `build.spec` asks, PyInstaller collects.

PyInstaller follows imports. It must be told what is imported by name, and it takes along what
libraries only might import: other back ends, plotting, tests, the toolkit of another desktop.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path, PurePath
from typing import Final

Entry = tuple[str, str, str]
"""One file, as PyInstaller lists it: where it goes, where it is, of what kind."""

RUNTIMES: Final = {"onnxruntime": ("onnxruntime",), "tensorflow": ("keras", "tensorflow")}
"""The packages that an edition without a runtime leaves out."""

EDITIONS: Final[dict[str, Sequence[str]]] = {
    "full": ("onnxruntime", "tensorflow"),
    "slim": ("onnxruntime",),
}
"""The runtimes of each edition, the usual one first."""

MIGRATIONS: Final = ("core/cases/migrations", "core/learning/store/migrations")
"""Code that goes in as files, because it is read, not imported."""

UNUSED_HOOKS: Final = ("pyi_rth_mplconfig",)
"""For programs that unpack themselves: a folder, which helper processes would leave behind."""

_LINK: Final = "SYMLINK"
_OURS: Final = ("core", "desktop")

# pydicom, pylibjpeg and SQLAlchemy find these by name, and native modules import the last ones.
_NAMED: Final = (
    *("gdcm", "jpeg_ls", "openjpeg", "pi_heif", "pylibjpeg"),
    *("logging.config", "psycopg", "psycopg_binary", "sqlalchemy.dialects.postgresql.psycopg"),
    *("_cffi_backend", "sqlcipher3.dbapi2"),
)

_UNUSED: Final = (
    # not part of the program
    *("benchmarks", "scripts", "tests", "training"),
    # what Keras would use if it were there: other back ends and file formats
    *("h5py", "jax", "onnx", "pandas", "scipy", "sklearn", "tf_keras_vis", "torch"),
    *(f"keras.src.backend.{name}" for name in ("jax", "numpy", "openvino", "torch")),
    # matplotlib's own windows
    "tkinter",
    # distributed training and its board
    *("grpc", "tensorboard"),
    # tools
    *("IPython", "clang", "mypy", "pip", "pytest", "setuptools", "wheel", "yaml"),
)

_UNUSED_DATA: Final = (
    # traces of the machine that built, and lists of files that are not here
    *("*.dist-info/direct_url.json", "*.dist-info/RECORD", "*.dist-info/INSTALLER"),
    *("*.dist-info/REQUESTED", "*.dist-info/uv_*.json"),
    *("*.h", "*.pyi"),
    # what people translate: programs read what it is compiled to
    *("resources/translations/*.po", "resources/translations/*.ts"),
)

# Screens without a desktop, the network, and GTK's look, which would bring GTK itself: a copy that
# does not fit the modules and themes of the system it then runs on.
_UNUSED_PLUGINS: Final = tuple(
    f"*/plugins/{name}*"
    for name in (
        *("egldeviceintegrations/", "generic/", "networkinformation/", "tls/"),
        *("platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqminimal"),
        *("platforms/libqvkkhrdisplay", "platforms/libqvnc", "platformthemes/libqgtk3"),
    )
)

_WORTH_STRIPPING: Final = 1 << 20  # bytes


def excluded(edition: str) -> list[str]:
    """Name the packages that an edition leaves out."""
    absent = [name for name in RUNTIMES if name not in EDITIONS[edition]]
    return [*_UNUSED, *(package for name in absent for package in RUNTIMES[name])]


def hidden(root: Path) -> list[str]:
    """Name the modules that may be imported by name: all of ours, decoders and drivers."""
    files = (file for package in _OURS for file in sorted((root / package).rglob("*.py")))
    ours = (file.relative_to(root) for file in files)
    imported = (file for file in ours if not any(map(file.is_relative_to, MIGRATIONS)))
    return [*(_module(file) for file in imported), *_NAMED]


def _module(file: PurePath) -> str:
    return ".".join(file.with_suffix("").parts).removesuffix(".__init__")


def documents(entries: Iterable[Entry]) -> list[Entry]:
    """List name, version and licences of every library that is inside.

    Parameters
    ----------
    entries : iterable of Entry
        The modules, by name, and the libraries.
    """
    owners = metadata.packages_distributions()
    names = {PurePath(name).parts[0].partition(".")[0] for name, _, _ in entries}
    inside = {owner for name in names for owner in owners.get(name, ())}
    return [entry for name in sorted(inside) for entry in _documents(metadata.distribution(name))]


def _documents(distribution: metadata.Distribution) -> list[Entry]:
    return [
        (str(file), str(distribution.locate_file(file)), "DATA")
        for file in distribution.files or ()
        if file.parts[0].endswith(".dist-info")
    ]


def used_data(entries: Iterable[Entry], *, libraries: Iterable[Entry]) -> list[Entry]:
    """Leave out the data that nothing reads, and links to what was left out; list each file once.

    Parameters
    ----------
    entries : iterable of Entry
        Data, and symbolic links to data and libraries.
    libraries : iterable of Entry
        Those that are inside.
    """
    used = {entry[0]: entry for entry in entries if not _matches(entry, _UNUSED_DATA)}
    inside = {
        PurePath(name).name for name, _, kind in [*libraries, *used.values()] if kind != _LINK
    }
    return [one for one in used.values() if one[2] != _LINK or PurePath(one[1]).name in inside]


def used_libraries(entries: Iterable[Entry], *, needs: Callable[[str], set[str]]) -> list[Entry]:
    """Leave out plugins of Qt that are not used, and the libraries that came only for them.

    Parameters
    ----------
    entries : iterable of Entry
        Libraries, plugins and extension modules.
    needs : callable
        Gives the names of the libraries that the one at a path is linked to.
    """
    kept = list(entries)
    dropped = [entry for entry in kept if _matches(entry, _UNUSED_PLUGINS)]
    links = {path: needs(path) for _, path, kind in kept if kind != _LINK}
    while dropped:
        kept = [entry for entry in kept if entry not in dropped]
        needed = set().union(*(links.get(path, set()) for _, path, _ in kept))
        orphaned = set().union(*(links.get(path, set()) for _, path, _ in dropped)) - needed
        dropped = [entry for entry in kept if PurePath(entry[0]).name in orphaned]
    return kept


def _matches(entry: Entry, patterns: Iterable[str]) -> bool:
    path = PurePath(entry[0]).as_posix()
    return any(fnmatch(path, pattern) for pattern in patterns)


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
    size = 0 if kind == _LINK else Path(path).stat().st_size
    # What lies in such folders was rearranged for its wheel, and breaks when rearranged again.
    if size < _WORTH_STRIPPING or PurePath(name).parent.name.endswith(".libs"):
        return entry
    subprocess.run([tool, "--strip-unneeded", "-o", str(copy), path], check=True)
    return (name, str(copy), kind) if copy.stat().st_size < 0.9 * size else entry
