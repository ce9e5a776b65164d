"""Names of the files that are written about images."""

from __future__ import annotations

from itertools import count
from pathlib import Path


def readable(name: str) -> str:
    """Give a name that every file and database takes: what is no text in it becomes escapes.

    On Linux a name may be any bytes; Python holds those that are not UTF-8 as lone surrogates.
    """
    return name.encode(errors="backslashreplace").decode()


def is_text(name: str) -> bool:
    """Whether a name is text, as most are."""
    return readable(name) == name


class FileNames:
    """Gives each image its own name, whatever folder it comes from and whatever the file system.

    Parameters
    ----------
    folder : Path, optional
        Whose files are kept: no name is given whose files would replace them. By default they are
        replaced, as whoever runs a command again expects it.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._given = set[str]()
        self._folder = folder

    def of(self, source: Path, *endings: str) -> str:
        """Return the source's name without its suffix; namesakes are numbered.

        Parameters
        ----------
        source : Path
            The image.
        *endings : str
            Of the names of all files that are to be written about it.
        """
        name = source.stem or "image"
        numbered = (name if number == 1 else f"{name}-{number}" for number in count(1))
        given = next(one for one in numbered if self._free(one, endings))
        self._given.add(given.casefold())
        return given

    def _free(self, name: str, endings: tuple[str, ...]) -> bool:
        if name.casefold() in self._given:
            return False
        folder = self._folder
        return folder is None or not any((folder / f"{name}{end}").exists() for end in endings)
