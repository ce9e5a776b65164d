"""What a user wants of the archive, as its search understands it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import UsageError
from core.isic.names import LEVELS, archive_names, levels_of
from core.language import say

if TYPE_CHECKING:
    from core.isic.record import Record


class Licence(StrEnum):
    """Licences of the archive's images."""

    CC_0 = "CC-0"
    CC_BY = "CC-BY"
    CC_BY_NC = "CC-BY-NC"


FREE = (Licence.CC_0, Licence.CC_BY)
"""Those that allow every use; others only where they are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which images.

    Parameters
    ----------
    diagnoses : sequence of str
        Codes or names of `core.taxonomy`, or names of the archive's own; empty for all.
    image_types : sequence of str
        As the archive has them, such as ``dermoscopic``; empty for all.
    licences : sequence of Licence
        Any of these.
    number : int
        How many, at most, with those that are there already.

    Raises
    ------
    UsageError
        If a name cannot be looked for.
    """

    diagnoses: Sequence[str] = ()
    image_types: Sequence[str] = ()
    licences: Sequence[Licence] = FREE
    number: int = 100

    def __post_init__(self) -> None:
        for name in (*self.diagnoses, *self.image_types):
            if not name.strip() or set('"\\\n') & set(name):
                raise UsageError(say("{name!r} cannot be looked for.", name=name), value=name)

    @property
    def query(self) -> str:
        """What is sent to the archive's search."""
        names = [name for wanted in self.diagnoses for name in archive_names(wanted)]
        parts = (
            _any((level, name) for name in names for level in LEVELS),
            _any(("image_type", one) for one in self.image_types),
            _any(("copyright_license", one) for one in self.licences),
        )
        return " AND ".join(part for part in parts if part)

    def admits(self, record: Record) -> bool:
        """Whether a record is what was asked for: its licence is not left to the search."""
        if record.licence not in set(self.licences):
            return False
        if self.image_types and record.image_type not in self.image_types:
            return False
        names = [name for wanted in self.diagnoses for name in archive_names(wanted)]
        said = levels_of(record.metadata.clinical)
        return not names or any(_matches(level, name) for level in said for name in names)


def _matches(level: str, name: str) -> bool:
    if name.endswith("*"):
        return level.casefold().startswith(name[:-1].casefold())
    return level.casefold() == name.casefold()


def _any(terms: Iterable[tuple[str, str]]) -> str:
    words = [f'{key}:"{value}"' for key, value in terms]
    return f"({' OR '.join(words)})" if words else ""
