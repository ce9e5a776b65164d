"""What the large view says of an item: plain values, made outside the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.atlas.browse import Facet
from core.atlas.criteria import criteria_of
from core.language import again
from core.report.atlas_words import facet_name, facet_words
from desktop.atlas.words import Cell, capital, cell_of
from desktop.language.words import tr
from desktop.similar.content import SimilarRow, content_of

if TYPE_CHECKING:
    from core.atlas import Atlas, AtlasItem
    from core.atlas.description import Description


@dataclass(frozen=True, slots=True)
class LargeContent:
    """One item.

    Parameters
    ----------
    item : AtlasItem
        The item.
    cell : Cell
        As the grid shows it.
    facts : tuple of str
        What is known of it besides, a line each.
    credit : str
        Whose image it is, and under which licence.
    criteria : tuple of (str, str)
        What to look for in such a diagnosis: a name and a sentence each.
    sources : str
        Who describes that.
    """

    item: AtlasItem
    cell: Cell
    facts: tuple[str, ...]
    credit: str
    criteria: tuple[tuple[str, str], ...]
    sources: str


def content_for(atlas: Atlas, number: int) -> LargeContent:
    """Collect what is known of an item.

    Raises
    ------
    AtlasError
        If the atlas cannot be read.
    """
    (item,) = atlas.library.items([number])
    criteria = criteria_of(item.code)
    sources = dict.fromkeys(one.citation for each in criteria for one in each.sources)
    return LargeContent(
        item=item,
        cell=cell_of(item, atlas.description),
        facts=_facts(item, atlas.description),
        credit=_credit(item, atlas.description),
        criteria=tuple((one.shown_name, one.shown_explanation) for one in criteria),
        sources="; ".join(sources),
    )


def similar_rows(
    atlas: Atlas, item: AtlasItem, *, other_diagnosis: bool
) -> tuple[tuple[SimilarRow, ...], list[int]]:
    """Find the labelled images that are most like an item, and their numbers.

    Raises
    ------
    AtlasError
        If the atlas cannot be read.
    """
    found = atlas.similar_to(item, count=8, other_diagnosis=other_diagnosis)
    rows = content_of(found, atlas.description, strange=False).rows
    return rows, [one.item.id for one in found]


def _facts(item: AtlasItem, described: Description) -> tuple[str, ...]:
    cell = cell_of(item, described)
    known = {Facet.IMAGE_TYPE: item.image_type, Facet.SKIN_TYPE: item.skin_type}
    lines = (
        cell.patient,
        cell.confirmed,
        item.diagnosis and capital(again(item.diagnosis)),
        *(
            tr("{name}: {value}", name=facet_name(facet), value=facet_words(facet, one, described))
            for facet, one in known.items()
            if one
        ),
        item.lesion_id and tr("Lesion {name}", name=item.lesion_id),
        item.path.name,
    )
    return tuple(line for line in lines if line)


def _credit(item: AtlasItem, described: Description) -> str:
    return tr(
        "Image: {source}. {licence}",
        source=again(item.attribution or described.source),
        licence=again(item.licence or described.licence),
    )
