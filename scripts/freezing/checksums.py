"""``SHA256SUMS`` of a folder: what `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

NAME: Final = "SHA256SUMS"
"""Of the file, at the top of the folder."""


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def write_checksums(folder: Path) -> Path:
    """List every file below a folder, but not links and the list itself."""
    listed = folder / NAME
    listed.unlink(missing_ok=True)
    lines = (f"{checksum(path)}  {path.relative_to(folder).as_posix()}" for path in _files(folder))
    listed.write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")
    return listed


def _files(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(files, key=lambda path: path.relative_to(folder).as_posix())
