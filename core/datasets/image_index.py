"""Finds image files by the many names that labels files use for them.

Public data sets name an image by its stem, its file name or its path, and spread the files over
folders. Asking the file system once per row and suffix takes minutes on a network drive; walking
the folder once takes a second.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from core.images import find_images


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
        """Walk `folder` once, as `core.images.find_images` does.

        A folder that is not there gives an empty index.
        """
        tiers: tuple[dict[str, list[Path]], ...] = tuple(defaultdict(list) for _ in range(4))
        for path in find_images([folder]) if folder.is_dir() else ():
            relative = PurePosixPath(path.relative_to(folder).as_posix())
            for tier, key in zip(tiers, _keys(relative), strict=True):
                tier[key].append(path)
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
