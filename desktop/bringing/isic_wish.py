"""Which images of the ISIC archive a user wants, as the settings keep it."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from core.isic.wanted import FREE, Licence

_log = logging.getLogger(__name__)
MOST: Final = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class IsicWish:
    """Images to be fetched.

    Parameters
    ----------
    folder : Path
        Keeps them.
    diagnoses, image_types : tuple of str
        As `core.isic.wanted.Wanted` has them; empty for all.
    licences : tuple of Licence
        Any of these.
    number : int
        How many there shall be in the folder.

    Raises
    ------
    ValueError
        If no licence is named, or the number is out of range.
    """

    folder: Path
    diagnoses: tuple[str, ...] = ()
    image_types: tuple[str, ...] = ()
    licences: tuple[Licence, ...] = FREE
    number: int = 100

    def __post_init__(self) -> None:
        if not self.licences:
            raise ValueError("Without a licence nothing can be wanted.")
        if not 1 <= self.number <= MOST:
            raise ValueError(self.number)

    @property
    def search(self) -> tuple[tuple[str, ...], ...]:
        """What the archive is asked for, wherever the images go."""
        return (self.diagnoses, self.image_types, self.licences)

    def written(self) -> str:
        """Return it as a setting."""
        return json.dumps({**asdict(self), "folder": str(self.folder)})


def read(setting: str) -> IsicWish | None:
    """Return what a setting holds; nothing, with a line in the log, where that is no such wish."""
    if not setting:
        return None
    try:
        values = json.loads(setting)
        return IsicWish(
            folder=Path(values["folder"]),
            diagnoses=tuple(str(one) for one in values["diagnoses"]),
            image_types=tuple(str(one) for one in values["image_types"]),
            licences=tuple(Licence(one) for one in values["licences"]),
            number=int(values["number"]),
        )
    except (ValueError, TypeError, KeyError):
        _log.warning("The setting isic is not usable and was left out.")
        return None
