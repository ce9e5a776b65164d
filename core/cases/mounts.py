"""Whether a folder lies on another machine, where SQLite's locks do not hold [1]_.

References
----------
.. [1] "SQLite Over a Network, Caveats and Considerations", https://www.sqlite.org/useovernet.html
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    {
        "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse",
        "fuse.rclone", "fuse.smbnetfs", "fuse.sshfs", "glusterfs", "fuse.glusterfs", "gpfs",
        "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
_DRIVE_REMOTE: Final = 4  # GetDriveTypeW
_MOUNTS: Final = Path("/proc/self/mounts")


def network_file_system(folder: Path) -> str | None:
    """Name the network file system that a folder lies on, or would lie on once it is made.

    None where it is local or cannot be known.
    """
    place = _existing(folder.absolute()).resolve()
    if sys.platform == "win32":
        return _windows(place)
    if sys.platform == "darwin":
        return _known(_darwin(place))
    try:
        return _known(type_of(place, _MOUNTS.read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return None


def type_of(place: Path, mounts: str) -> str | None:
    """Type of the file system that a path lies on, from the text of ``/proc/self/mounts``."""
    found: tuple[int, str] | None = None
    for line in mounts.splitlines():
        _, point, kind, *_ = line.split(" ")
        mounted = Path(_unescaped(point))
        # Of two on the same point, the later one hides the earlier.
        if place.is_relative_to(mounted) and (found is None or len(mounted.parts) >= found[0]):
            found = (len(mounted.parts), kind)
    return None if found is None else found[1]


def _unescaped(point: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(code, letter)
    return point


def _known(kind: str | None) -> str | None:
    return kind if kind in _NETWORK else None


def _existing(path: Path) -> Path:
    return next((one for one in (path, *path.parents) if one.exists()), path)


def _windows(place: Path) -> str | None:
    import ctypes

    if str(place).startswith("\\\\"):
        return "SMB"
    remote = ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _DRIVE_REMOTE  # type: ignore[attr-defined,unused-ignore] # on Windows only
    return "SMB" if remote else None


def _darwin(place: Path) -> str | None:
    import subprocess

    said = subprocess.run(
        ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=10
    ).stdout
    # "//host/share on /Volumes/share (smbfs, nodev)"; its longest mount point that holds the place
    rows = (line.rpartition(" (") for line in said.splitlines())
    points = [(Path(left.partition(" on ")[2]), right.split(",")[0]) for left, _, right in rows]
    holding = [(len(point.parts), kind) for point, kind in points if place.is_relative_to(point)]
    return max(holding)[1] if holding else None
