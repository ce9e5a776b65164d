"""What Qt and the tests need from the system, found by asking the loader, not a package list."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

# What PySide6-Essentials loads on a bare Debian 12 or Ubuntu: the answer of `ldd` for the libraries
# below, as packages. Later releases provide the same names.
WINDOW_PACKAGES = (
    "fonts-dejavu-core",
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
TEST_PACKAGES = (
    *("binutils", "postgresql", "xvfb"),
    *("dcmtk", "dicom3tools", "orthanc", "orthanc-dicomweb"),
)
_TEST_PROGRAMS = ("Xvfb", "dciodvfy", "dcm2pnm", "objcopy")  # of xvfb, dicom3tools, dcmtk, binutils

_POSTGRESQL = Path("/usr/lib/postgresql")  # Debian keeps the server's programs out of the path
_ORTHANC = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")

_LOADED_BY_THE_WINDOW = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Network.so.6",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqwayland.so",
    "plugins/platforms/libqxcb.so",
    "plugins/xcbglintegrations/libqxcb-egl-integration.so",
    "plugins/xcbglintegrations/libqxcb-glx-integration.so",
)
_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")


def packages(*, for_tests: bool) -> tuple[str, ...]:
    """Return the Debian packages of everything that `missing` looks for."""
    return WINDOW_PACKAGES + (TEST_PACKAGES if for_tests else ())


def missing(python: Path, *, for_tests: bool) -> list[str]:
    """Name what the system lacks for Qt as installed beside `python`.

    Parameters
    ----------
    python : Path
        Interpreter of the environment that holds PySide6.
    for_tests : bool
        Whether to look for the tests' needs as well.

    Returns
    -------
    list of str
        Sorted names of libraries and programs; empty on systems other than Linux, where PySide6
        brings all it needs.
    """
    if sys.platform != "linux":
        return []
    names = missing_libraries(_qt_files(python))
    if not any(_has_fonts(folder) for folder in _FONT_FOLDERS):
        names.add("a font")
    if for_tests:
        names.update(program for program in _TEST_PROGRAMS if shutil.which(program) is None)
        if shutil.which("initdb") is None and not list(_POSTGRESQL.glob("*/bin/initdb")):
            names.add("initdb")
        if not _ORTHANC.exists():
            names.add("Orthanc")
    return sorted(names)


def missing_libraries(files: Iterable[Path]) -> set[str]:
    """Return the shared libraries that `files` want and the loader does not find."""
    loader = shutil.which("ldd")
    if loader is None:
        return set()
    command = [loader, *map(str, files)]
    answer = subprocess.run(command, capture_output=True, check=False, text=True)
    lines = answer.stdout.splitlines()
    return {line.split()[0] for line in lines if line.endswith("=> not found")}


def _qt_files(python: Path) -> list[Path]:
    qt = next(python.parent.parent.glob("lib/python3*/site-packages/PySide6/Qt"), None)
    return [qt / name for name in _LOADED_BY_THE_WINDOW] if qt else []


def _has_fonts(folder: Path) -> bool:
    return any(path.suffix in {".ttf", ".otf", ".ttc"} for path in folder.rglob("*"))


def install(names: Sequence[str]) -> bool:
    """Install Debian packages, as root or through sudo; return whether that worked."""
    apt = shutil.which("apt-get")
    if apt is None or (os.geteuid() != 0 and shutil.which("sudo") is None):
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    # Without a person at a terminal, asking for a password would hang.
    if as_root and not sys.stdin.isatty():
        as_root.append("--non-interactive")
    quietly = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", apt, "--quiet=2", "--yes"]
    commands = [[*quietly, "update"], [*quietly, "install", "--no-install-recommends", *names]]
    return all(_succeeds(command) for command in commands)


def _succeeds(command: Sequence[str]) -> bool:
    # What dpkg unpacks interests nobody; what it complains of stays visible.
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode == 0
