"""Similar images as the commands give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from core.atlas import Atlas, Neighbour
from core.errors import UsageError
from core.language import say
from core.model import Bundle
from core.model.classifier import Answer
from core.results import Analysis

COUNT: Final = 10


class SimilarImages:
    """Finds what is similar to images that were analysed.

    Parameters
    ----------
    atlas : Atlas
        Of the model that analysed them.
    count : int
        How many, at most.
    """

    def __init__(self, atlas: Atlas, *, count: int = COUNT) -> None:
        self.atlas = atlas
        self._count = count

    def find(self, answer: Answer) -> list[Neighbour]:
        """Find them; images of the same file and of its lesion are left out.

        Raises
        ------
        AtlasDamaged
            If the atlas has changed since it was opened.
        """
        if not isinstance(answer.outcome, Analysis):
            raise UsageError(
                say("{source} was not analysed.", source=answer.source), value=answer.source
            )
        sha256 = None if answer.picture is None else answer.picture.record.sha256
        return self.atlas.similar(answer.outcome.embedding, count=self._count, sha256=sha256)

    def as_json(self, answer: Answer) -> list[dict[str, Any]]:
        """Find them, as plain values."""
        return [self._values(one) for one in self.find(answer)]

    def _values(self, one: Neighbour) -> dict[str, Any]:
        item = one.item
        return {
            "image": str(item.path),
            "sha256": item.sha256,
            "diagnosis": item.code,
            "label": self.atlas.description.name_of(item.code),
            "distance": one.distance,
            "confirmation": item.confirmation,
            "lesion": item.lesion_id,
            "age": item.age,
            "sex": item.sex,
            "site": item.site,
            "licence": item.licence,
            "attribution": item.attribution,
        }


def open_similar(
    folder: Path | None, bundle: Bundle, *, count: int = COUNT
) -> SimilarImages | None:
    """Open the atlas that was named; None where none was.

    Raises
    ------
    AtlasError
        If it cannot be used with this model.
    """
    if folder is None:
        return None
    atlas = Atlas.open(folder)
    atlas.require_model(bundle.sha256)
    return SimilarImages(atlas, count=count)
