"""Images of a batch that the engine was asked about, with the pictures that have come of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from core.images import Picture
    from core.results import Precision
    from desktop.engine.bridge import EngineBridge

_BEHIND: Final = -1  # an image that somebody looks at goes first


class Asked:
    """What is out at the engine.

    Parameters
    ----------
    engine : EngineBridge
        Analyses.
    """

    def __init__(self, engine: EngineBridge) -> None:
        self._engine = engine
        self._paths: dict[int, Path] = {}
        self._pictures: dict[int, Picture] = {}

    def __len__(self) -> int:
        return len(self._paths)

    def ask(self, path: Path, *, thorough: bool, quick: Precision | None) -> None:
        """Ask about an image."""
        job = next(self._engine.numbers)
        self._paths[job] = path
        self._engine.submit(path, job=job, priority=_BEHIND, thorough=thorough, quick=quick)

    def keep(self, job: int, picture: Picture) -> None:
        """Keep the picture of a job, if it is one of these."""
        if job in self._paths:
            self._pictures[job] = picture

    def take(self, job: int) -> tuple[Path | None, Picture | None]:
        """Take a job off, as it is answered; None if it is none of these."""
        return self._paths.pop(job, None), self._pictures.pop(job, None)

    def take_all(self, *, cancelling: bool) -> list[Path]:
        """Take all off, in the order in which they were asked; have the engine forget them, too."""
        if cancelling:
            for job in self._paths:
                self._engine.cancel(job)
        paths = list(self._paths.values())
        self._paths.clear()
        self._pictures.clear()
        return paths
