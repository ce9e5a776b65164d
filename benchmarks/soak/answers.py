"""Answers the system's dialogs in the user's place; none of them is shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop.shell.dialogs import SystemDialogs

_UNANSWERED = (
    *("open_csv", "backup", "open_backup", "table", "package", "open_package", "logo"),
    *("printer", "case_mix"),
)


def _think_better_of_it(*_values: object, **_named: object) -> None:
    """Answer nothing."""


class Answers:
    """What is chosen next, and where things are saved.

    Parameters
    ----------
    folder : Path
        For what is saved; each has a name of its own.
    """

    def __init__(self, folder: Path) -> None:
        self.images: list[Path] = []
        self.folder: Path | None = None
        self._out = folder
        self._numbers = count(1)

    def path(self, ending: str) -> Path:
        """Name a file that is not there yet."""
        self._out.mkdir(exist_ok=True)
        return self._out / f"{next(self._numbers):06}.{ending}"

    def forget_files(self) -> None:
        """Remove what was saved, else a long run would fill the disk."""
        for path in self._out.glob("*"):
            path.unlink()

    def answer(self) -> None:
        """Answer from now on, whichever window asks."""
        answers: dict[str, Callable[..., object]] = {
            "images": lambda _dialogs, _folder: list(self.images),
            "folder": lambda _dialogs, _title, _folder: self.folder,
            "png": lambda _dialogs, _proposal: self.path("png"),
            "pdf": lambda _dialogs, _proposal: self.path("pdf"),
            "csv": lambda _dialogs, _proposal: self.path("csv"),
        }
        for name in _UNANSWERED:
            answers[name] = _think_better_of_it
        for name, one in answers.items():
            setattr(SystemDialogs, name, one)
