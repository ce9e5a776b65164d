"""Names of the files that are written about images."""

from __future__ import annotations

from collections import Counter
from pathlib import Path


class FileNames:
    """Gives each image its own name, whatever folder it comes from and whatever the file system."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def of(self, source: Path) -> str:
        """Return the source's name without its suffix; namesakes are numbered."""
        name = source.stem or "image"
        self._given[name.casefold()] += 1
        count = self._given[name.casefold()]
        return name if count == 1 else f"{name}-{count}"
