"""What goes into a frozen build and what stays out; `build.spec` asks, PyInstaller collects.

PyInstaller follows imports. It must be told what is imported by name, and it takes along what
libraries only might import: other back ends, plotting, tests, the toolkit of another desktop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path, PurePath
from typing import Final

from scripts.freezing.libraries import LINK, Entry, without

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
    # matplotlib's own windows, and what it needs for fonts in PDF and for plots in space
    *("fontTools", "mpl_toolkits", "tkinter"),
    # what shows code, text and objects in a terminal, and the help of the interpreter
    *("markdown_it", "mdurl", "pydoc_data", "pygments"),
    # lines edited in a terminal: GPL
    "readline",
    # what libraries bring for their own tests and their users' tests
    *("hypothesis", "numpy.f2py", "sortedcontainers", "threadpoolctl"),
    # distributed training and its board
    *("grpc", "tensorboard"),
    # tools
    *("IPython", "clang", "mypy", "pip", "pytest", "setuptools", "wheel", "yaml"),
)

_UNUSED_DATA: Final = (
    # traces of the machine that built, and lists of files that are not here
    *("*.dist-info/direct_url.json", "*.dist-info/RECORD", "*.dist-info/INSTALLER"),
    *("*.dist-info/REQUESTED", "*.dist-info/uv_*.json"),
    *("*.h", "*.proto", "*.pyi"),
    # Qt's own words are among ours
    "*/Qt/translations/*",
    # of plots, only their own font is drawn, and only into pictures
    *(f"matplotlib/mpl-data/fonts/{name}" for name in ("afm/*", "pdfcorefonts/*", "ttf/STIX*")),
    *(f"matplotlib/mpl-data/fonts/ttf/{name}*" for name in ("cm", "DejaVuSansMono", "DejaVuSerif")),
    *(f"matplotlib/mpl-data/{name}*" for name in ("images/", "plot_directive/", "sample_data/")),
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

_UNUSED_LIBRARIES: Final = (
    # printing asks the system's own CUPS, which is there where there is a printer
    "libcups.so*",
    # never loaded: compilers for other accelerators, and what libraries test themselves with
    *("tensorflow/compiler/mlir/stablehlo/*", "tensorflow/compiler/tf2xla/ops/*"),
    *("numpy/*_tests.*", "tensorflow/*/testing/*"),
)


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
    inside = {PurePath(name).name for name, _, kind in [*libraries, *used.values()] if kind != LINK}
    return [one for one in used.values() if one[2] != LINK or PurePath(one[1]).name in inside]


def used_libraries(entries: Iterable[Entry], *, needs: Callable[[str], set[str]]) -> list[Entry]:
    """Leave out plugins and libraries that are not used, and what came only for them.

    Parameters
    ----------
    entries : iterable of Entry
        Libraries, plugins and extension modules.
    needs : callable
        Gives the names of the libraries that the one at a path is linked to.
    """
    known = list(entries)
    unused = [entry for entry in known if _matches(entry, (*_UNUSED_PLUGINS, *_UNUSED_LIBRARIES))]
    return without(known, unused, needs=needs)


def _matches(entry: Entry, patterns: Iterable[str]) -> bool:
    path = PurePath(entry[0]).as_posix()
    return any(fnmatch(path, pattern) for pattern in patterns)


def mac_properties() -> dict[str, object]:
    """Say to macOS which files Lentigo can open; it stays nobody's usual program for them."""
    opened = {
        "CFBundleTypeName": "Picture",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Alternate",
        "LSItemContentTypes": ["public.image", "org.nema.dicom"],
    }
    package = {
        "CFBundleTypeName": "Labelled images for Lentigo",
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": "Owner",
        "CFBundleTypeExtensions": ["lentigo"],
    }
    return {
        "CFBundleDocumentTypes": [opened, package],
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
    }
