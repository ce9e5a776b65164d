"""A frozen build as one file, to unpack anywhere."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

from scripts.freezing.checksums import checksum

_FIXED: Final = (*("--sort=name", "--owner=0", "--group=0", "--numeric-owner"),)
LEVEL: Final = 3
"""How much installers are compressed: 6 takes three times as long for a tenth less."""


def archive(folder: Path, path: Path, *, seconds: int, level: int = LEVEL) -> Path:
    """Pack a build, and write its checksum beside it.

    Parameters
    ----------
    folder : Path
        The build; the archive holds a folder of this name.
    path : Path
        Of the archive, ``.tar.xz``.
    seconds : int
        The moment that everything in it bears.
    level : int
        How much to compress it, from 0 (quickly) to 9.
    """
    # With threads named, it is the same on every machine, however many cores that has.
    packer = ("--use-compress-program", f"xz -{level} --threads=2")
    command = ("tar", *_FIXED, *packer, f"--mtime=@{seconds}", "-C", str(folder.parent))
    subprocess.run([*command, "--create", "--file", str(path), folder.name], check=True)
    note_checksum(path)
    return path


def note_checksum(path: Path) -> Path:
    """Write the checksum of a file beside it, as `sha256sum --check` reads it."""
    noted = path.with_name(f"{path.name}.sha256")
    noted.write_text(f"{checksum(path)}  {path.name}\n", "utf-8", newline="\n")
    return noted
