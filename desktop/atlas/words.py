"""What the place "Atlas" says of items, of choices, and of what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from core.atlas.browse import Facet, Sort
from core.language import again
from core.report.atlas_words import facet_words
from core.report.similar_words import confirmed_words, patient_words
from desktop.language.words import count, mark, tr
from desktop.look.words import images_words

if TYPE_CHECKING:
    from core.atlas import AtlasItem
    from core.atlas.description import Description

INVITING: Final = mark("Learn from labelled images")
PURPOSE: Final = mark(
    "An atlas is a folder of images whose diagnoses are known. Open one, or make one of your own "
    "labelled images: a folder for each class, a table, or HAM10000."
)
OPENING: Final = mark("Opening the atlas…")
NOTHING_FITS: Final = mark("No image fits. Take a filter away, or look for other words.")
FACETS: Final = {
    Facet.DIAGNOSIS: mark("All diagnoses"),
    Facet.SITE: mark("All body sites"),
    Facet.SEX: mark("All sexes"),
    Facet.CONFIRMATION: mark("However confirmed"),
    Facet.SKIN_TYPE: mark("All skin types"),
    Facet.IMAGE_TYPE: mark("All kinds of image"),
    Facet.LICENCE: mark("All licences"),
}
"""What is chosen by, and what stands there while nothing is chosen."""


class Order(NamedTuple):
    """In which order items come.

    Parameters
    ----------
    sort : Sort
        By what.
    descending : bool
        Whether in the opposite order.
    """

    sort: Sort
    descending: bool = False


ORDERS: Final = {
    Order(Sort.SOURCE): mark("As in the source"),
    Order(Sort.DIAGNOSIS): mark("By diagnosis"),
    Order(Sort.SITE): mark("By body site"),
    Order(Sort.AGE): mark("Youngest first"),
    Order(Sort.AGE, descending=True): mark("Oldest first"),
    Order(Sort.NAME): mark("By file name"),
}
GROUPS: Final = {
    None: mark("Not grouped"),
    Facet.DIAGNOSIS: mark("Grouped by diagnosis"),
    Facet.SITE: mark("Grouped by body site"),
    Facet.SEX: mark("Grouped by sex"),
    Facet.CONFIRMATION: mark("Grouped by confirmation"),
    Facet.SKIN_TYPE: mark("Grouped by skin type"),
    Facet.IMAGE_TYPE: mark("Grouped by kind of image"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One item as it is shown.

    Parameters
    ----------
    id : int
        Its number in the atlas.
    path : Path
        Its file.
    title : str
        Its diagnosis.
    malignant : bool
        Whether that counts as malignant.
    patient, confirmed : str
        Who it is, as far as is known; how the diagnosis was confirmed.
    """

    id: int
    path: Path
    title: str
    malignant: bool
    patient: str
    confirmed: str

    @property
    def spoken(self) -> str:
        """All of it, for screen readers and tooltips."""
        named = self.title
        if self.malignant:
            named = tr("{finding}, counted as malignant", finding=named)
        return ", ".join(filter(None, (named, self.patient, self.confirmed)))


def cell_of(item: AtlasItem, described: Description) -> Cell:
    """Say what is known of an item."""
    entry = described.classes.get(item.code)
    return Cell(
        id=item.id,
        path=item.path,
        title=again(described.name_of(item.code)),
        malignant=bool(entry and entry.malignant),
        patient=capital(patient_words(item)),
        confirmed=capital(confirmed_words(item)),
    )


def value_words(facet: Facet, value: str | None, described: Description) -> str:
    """Name a choice, as it stands alone."""
    return capital(facet_words(facet, value, described))


def shown_words(shown: int, total: int, chosen: int) -> str:
    """Say how many items are seen of how many."""
    every = images_words(total)
    words = every if shown == total else tr("{n:,} of {images}", n=shown, images=every)
    return tr("{words}, {n:,} chosen", words=words, n=chosen) if chosen > 1 else words


def title_words(described: Description) -> str:
    """Name an atlas."""
    name = again(described.name)
    return tr("{name} (drawn)", name=name) if described.synthetic else name


def about_words(described: Description) -> str:
    """Say what an atlas is made of, and whose its images are."""
    return tr(
        "{diagnoses} · {licence} · {source}",
        diagnoses=count("{n:,} diagnosis", "{n:,} diagnoses", n=len(described.classes)),
        licence=again(described.licence),
        source=again(described.source),
    )


def capital(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]
