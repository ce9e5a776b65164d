"""Which images a batch is about, what they are called, and where what comes of them goes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.batch.naming import plain_name, safe_name
from core.errors import UsageError
from core.images import find_images
from core.language import say


@dataclass(frozen=True, slots=True)
class BatchJob:
    """Folders, their table, and perhaps heat maps.

    Parameters
    ----------
    folders : tuple of Path
        Walked with all that is below them.
    table : Path
        Of the results; what is there is gone on with.
    overlays : Path, optional
        Folder for heat maps.
    """

    folders: tuple[Path, ...]
    table: Path
    overlays: Path | None = None

    @property
    def base(self) -> Path:
        """Folder that the names in the table begin at: the one, or the nearest above all."""
        if len(self.folders) == 1:
            return self.folders[0]
        return Path(os.path.commonpath([folder.absolute() for folder in self.folders]))

    def require_usable(self) -> None:
        """Check that there are folders, and that heat maps would not be taken for images of them.

        Raises
        ------
        UsageError
            If not.
        """
        if missing := next((one for one in self.folders if not one.is_dir()), None):
            raise UsageError(say("{path} is no folder.", path=missing), value=missing)
        try:
            base = self.base
        except ValueError as error:  # Windows' drives
            message = say("The folders lie on different drives: make a table of each.")
            raise UsageError(message, value=self.folders) from error
        if self.overlays is not None:
            self._require_apart(self.overlays.resolve(), base)

    def images(self) -> Iterator[Path]:
        """Find the images, each once."""
        found = find_images(self._roots())
        if len(self.folders) == 1:  # whose images come once, without any being remembered
            yield from found
            return
        seen = set[Path]()
        for path in found:
            if path not in seen:
                seen.add(path)
                yield path

    def name(self, image: Path) -> str:
        """Name an image as it stands in the table."""
        return safe_name(image.relative_to(self.base).parts)

    def path(self, name: str) -> Path:
        """Return the image of a name in the table."""
        return self.base / plain_name(name)

    def overlay(self, image: Path) -> Path | None:
        """Return where the heat map of an image goes, in folders like those of the images."""
        if self.overlays is None:
            return None
        relative = image.relative_to(self.base)
        return self.overlays / relative.with_name(f"{relative.name}.heatmap.png")

    def _roots(self) -> tuple[Path, ...]:
        several = len(self.folders) > 1  # whose base is absolute
        return tuple(folder.absolute() if several else folder for folder in self.folders)

    def _require_apart(self, overlays: Path, base: Path) -> None:
        walked = [folder.resolve() for folder in self.folders]
        if any(overlays.is_relative_to(folder) for folder in walked):
            raise UsageError(
                say(
                    "{maps} lies in {folder}: the next time, its heat maps would be taken for "
                    "images.",
                    maps=self.overlays,
                    folder=base,
                ),
                value=self.overlays,
            )
