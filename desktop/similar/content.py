"""What the part "Similar images" shows: plain values, made by pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from core.language import again
from core.report.similar_words import (
    NOTE,
    attribution,
    confirmed_words,
    distance_words,
    patient_words,
    summary,
)
from desktop.language.words import mark, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from core.atlas import Neighbour
    from core.atlas.description import Description

NO_ATLAS: Final = mark(
    "Choose an atlas of labelled images, and those that are most like this one stand here."
)
HOW_TO_BUILD: Final = mark(
    "Atlas > Build an atlas makes one of your own labelled images, which stay where they are."
)
SEARCHING: Final = mark("Searching…")
STRANGE: Final = mark("This does not look like a lesion, so what is similar to it says nothing.")
MISSING: Final = mark("The image file is missing")


class Offer(StrEnum):
    """What the button offers."""

    NOTHING = ""
    CHOOSE = mark("Choose an atlas…")
    ANOTHER = mark("Choose another atlas…")


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """One labelled image.

    Parameters
    ----------
    path : Path
        Its file.
    diagnosis : str
        Full name.
    malignant : bool
        Whether that counts as malignant.
    distance : str
        From the image that is looked at, in words.
    confirmed, patient : str
        How the diagnosis was confirmed; who it is, as far as is known.
    lesion : str
        Name of the lesion in its data set; empty where the set has none.
    thumbnail : QImage, optional
        Small picture, once it is read.
    missing : str
        Why there is none.
    """

    path: Path
    diagnosis: str
    malignant: bool
    distance: str
    confirmed: str
    patient: str
    lesion: str = ""
    thumbnail: QImage | None = None
    missing: str = ""

    @property
    def spoken(self) -> str:
        """The row in a few sentences, for screen readers and tooltips."""
        named = self.diagnosis
        if self.malignant:
            named = tr("{finding}, counted as malignant", finding=named)
        known = ", ".join(filter(None, [named, self.confirmed, self.patient, self.missing]))
        return tr("{known}. Distance {distance}", known=known, distance=self.distance)


@dataclass(frozen=True, slots=True)
class SimilarContent:
    """Everything that the part shows.

    Parameters
    ----------
    sentence : str
        What stands first.
    rows : tuple of SimilarRow
        The nearest first.
    notes : tuple of str
        What stands below them.
    offer : Offer
        What the button does.
    narrowable : bool
        Whether only those of another diagnosis can be wanted.
    """

    sentence: str
    rows: tuple[SimilarRow, ...] = ()
    notes: tuple[str, ...] = ()
    offer: Offer = Offer.NOTHING
    narrowable: bool = False


def content_of(
    neighbours: Sequence[Neighbour], description: Description, *, strange: bool
) -> SimilarContent:
    """Say what was found.

    Parameters
    ----------
    neighbours : sequence of Neighbour
        The nearest first.
    description : Description
        Of their atlas.
    strange : bool
        Whether the image that is looked at is none of a lesion.
    """
    return SimilarContent(
        sentence=tr(STRANGE) if strange else summary(neighbours, description),
        rows=tuple(_row(one, description) for one in neighbours),
        notes=(
            tr("{note} Distance 0 is the same picture.", note=again(NOTE)),
            attribution(description),
        ),
        narrowable=True,
    )


def _row(neighbour: Neighbour, description: Description) -> SimilarRow:
    item = neighbour.item
    entry = description.classes.get(item.code)
    return SimilarRow(
        path=item.path,
        diagnosis=again(description.name_of(item.code)),
        malignant=bool(entry and entry.malignant),
        distance=distance_words(neighbour),
        confirmed=confirmed_words(item),
        patient=patient_words(item),
        lesion=item.lesion_id or "",
    )
