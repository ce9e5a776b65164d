"""Takes an atlas as labelled images, so that another one can be built of it.

One that came in a package, or was built without a model or with another one, gets embeddings so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from core.datasets import Dataset, Sample
from core.datasets.statement import ClassStatement, Statement
from core.taxonomy import KNOWN

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.atlas.description import AtlasClass, Description
    from core.atlas.item import AtlasItem

_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")


def dataset_of(atlas: Atlas) -> Dataset:
    """Read the items of an atlas, with all that is known of each.

    Raises
    ------
    AtlasDamaged
        If they cannot be read.
    """
    samples = tuple(_sample(item) for item in atlas.library.every())
    return Dataset(atlas.folder, _statement(atlas.description), samples)


def _statement(described: Description) -> Statement:
    return Statement(
        name=described.name,
        licence=described.licence,
        source=described.source,
        synthetic=described.synthetic,
        classes={
            code: ClassStatement(name=one.name, explanation=one.name, malignant=one.malignant)
            for code, one in described.classes.items()
            if one.malignant is not None and _CODE.fullmatch(code) and not _is_ours(code, one)
        },
    )


def _is_ours(code: str, one: AtlasClass) -> bool:
    """Whether a class means what we mean by its code: a data set may mean something else."""
    known = KNOWN.get(code)
    return known is not None and (known.name, known.malignant) == (one.name, one.malignant)


def _sample(item: AtlasItem) -> Sample:
    return Sample(
        image_id=str(item.id),
        path=item.path,
        code=item.code,
        lesion_id=item.lesion_id,
        age=item.age,
        sex=item.sex,
        site=item.site,
        confirmation=item.confirmation,
        diagnosis=item.diagnosis,
        image_type=item.image_type,
        skin_type=item.skin_type,
        licence=item.licence,
        attribution=item.attribution,
        sha256=item.sha256,
    )
