"""Says what a package holds before anything of it is brought in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.learning.package.container import named_failures, opened

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.learning.package.manifest import Manifest, PackedItem


@dataclass(frozen=True, slots=True)
class Inspected:
    """A package that may be brought in.

    Parameters
    ----------
    path : Path
        Where it lies.
    sha256 : str
        Of the whole file, to be compared with what its maker tells by another way.
    manifest : Manifest
        What its maker says of it; nothing of that is believed.
    known, missing : tuple of PackedItem
        Images that are not in it: those that the atlases have, and those that they have not.
    """

    path: Path
    sha256: str
    manifest: Manifest
    known: tuple[PackedItem, ...]
    missing: tuple[PackedItem, ...]

    @property
    def usable(self) -> bool:
        """Whether any of its images is there."""
        return len(self.missing) < len(self.manifest.items)


def inspect_package(path: Path, *, atlases: Sequence[Atlas] = ()) -> Inspected:
    """Open a package, check all but its pictures, and write nothing.

    Parameters
    ----------
    path : Path
        The package.
    atlases : sequence of Atlas
        That may have images which were left out.

    Raises
    ------
    FileMissing, AccessDenied
        If the file cannot be read.
    PackageError
        One of its subclasses says why it cannot be used.
    """
    with opened(path) as package:
        manifest = package.manifest
    with named_failures(path), path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    left_out = [item for item in manifest.items if item.member is None]
    there: set[str] = set()
    for atlas in atlases:
        there.update(atlas.ids_of(item.sha256 for item in left_out))
    return Inspected(
        path,
        sha256,
        manifest,
        known=tuple(item for item in left_out if item.sha256 in there),
        missing=tuple(item for item in left_out if item.sha256 not in there),
    )
