"""What a build takes from the system it runs on, as Debian's packages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from scripts.freezing.libraries import linked
from scripts.freezing.parts import native_files

PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "ld-linux-x86-64.so.2": "libc6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
"""Libraries that no build brings, because they belong to the system's screen and drivers."""

OPTIONAL: Final = {"libcups.so.2": "libcups2"}
"""Without which something is missing, but Lentigo works: printing."""

FONTS: Final = "fonts-dejavu-core"


def wanted(folder: Path) -> set[str]:
    """Name the libraries that a build is linked to and does not hold."""
    files = list(native_files(folder))
    needed = set().union(*(linked(str(path)) for path in [*files, folder / "lentigo"]))
    return needed - {path.name for path in folder.rglob("*.so*")}


def depends(folder: Path) -> list[str]:
    """Name the packages that a build needs.

    Raises
    ------
    KeyError
        If it needs a library of which this does not know the package.
    """
    libraries = wanted(folder) - OPTIONAL.keys()
    return sorted({FONTS, *(PACKAGES[name] for name in libraries)})
