"""Finds image files by the many names that labels files use for them.

Public data sets name an image by its stem, its file name or its path, and spread the files over
folders. Asking the file system once per row and suffix takes minutes on a network drive; walking
the folder once takes a second.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

IMAGE_SUFFIXES = frozenset(
    f".{name}"
    for name in (
        *("avif", "bmp", "dcm", "dicom", "heic", "heif", "jfif"),
        *("jpe", "jpeg", "jpg", "png", "tif", "tiff", "webp"),
    )
)


@dataclass(frozen=True, slots=True)
class ImageIndex:
    """The image files below one folder, by four kinds of name.

    Parameters
    ----------
    tiers : tuple of dict
        From the most to the least exact name: path relative to the folder, the same without
        suffix, file name, file name without suffix. Each name leads to every file that bears it.
    """

    tiers: tuple[dict[str, list[Path]], ...]

    @classmethod
    def of(cls, folder: Path) -> Self:
        """Walk `folder` once. A folder that is not there gives an empty index.

        Hidden files are passed over: macOS leaves a ``._`` file beside each image it copies.
        """
        tiers: tuple[dict[str, list[Path]], ...] = tuple(defaultdict(list) for _ in range(4))
        for directory, _, names in os.walk(folder):
            here = PurePosixPath(Path(directory).relative_to(folder).as_posix())
            for name in sorted(names):
                if not name.startswith(".") and Path(name).suffix.lower() in IMAGE_SUFFIXES:
                    for tier, key in zip(tiers, _keys(here / name), strict=True):
                        tier[key].append(Path(directory) / name)
        return cls(tuple(dict(tier) for tier in tiers))

    def find(self, name: str) -> list[Path]:
        """All files that `name` may mean, by its most exact reading; empty if there is none.

        A name never leads out of the folder: only files that the walk has met are known.
        """
        key = str(PurePosixPath(name.replace("\\", "/")))
        return next((tier[key] for tier in self.tiers if key in tier), [])


def _keys(relative: PurePosixPath) -> tuple[str, str, str, str]:
    bare = relative.with_suffix("")
    return str(relative), str(bare), relative.name, bare.name
