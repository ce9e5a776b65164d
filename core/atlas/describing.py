"""What ``atlas.json`` says of an atlas that has just been built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from core.atlas.description import AtlasClass, Description, MadeWith
from core.atlas.item import AtlasItem, Likeness, Pair
from core.atlas.nearness import usual_distance
from core.atlas.search import Index
from core.datasets.statement import Statement
from core.errors import DatasetError
from core.model import Bundle

Entry = tuple[AtlasItem, bytes | None]


def description_of(
    statement: Statement,
    entries: Sequence[Entry],
    *,
    bundle: Bundle | None,
    library: tuple[str, str],
    skipped: int,
    pairs: Sequence[Pair],
    compared: bool,
) -> Description:
    """Describe an atlas.

    Parameters
    ----------
    statement : Statement
        About its data set.
    entries : sequence of (AtlasItem, bytes or None)
        What it holds, with the embeddings.
    bundle : Bundle, optional
        The model whose embeddings they are.
    library : (str, str)
        Name of the file with the items, and its checksum.
    skipped : int
        How many images were left out.
    pairs : sequence of Pair
        What shows the same.
    compared : bool
        Whether pictures that look alike were looked for.
    """
    items = [item for item, _ in entries]
    lesions = [item.lesion_id for item in items]
    return Description(
        name=statement.name,
        licence=statement.licence,
        source=statement.source,
        created=datetime.now(UTC).date().isoformat(),
        images=len(items),
        skipped=skipped,
        lesions=None if None in lesions else len(set(lesions)),
        classes=_classes(statement, Counter(item.code for item in items)),
        model=None if bundle is None else _made_with(bundle),
        usual_distance=None if bundle is None else usual_distance_among(entries),
        synthetic=statement.synthetic,
        copies=sum(pair.likeness is not Likeness.ONE_LESION for pair in pairs),
        contradicting=sum(pair.contradicting for pair in pairs),
        compared=compared,
        library=library[0],
        library_sha256=library[1],
    )


def _made_with(bundle: Bundle) -> MadeWith:
    card = bundle.card
    return MadeWith(
        name=card.name,
        version=card.version,
        sha256=bundle.sha256,
        channels=card.network.blocks[-1][1],
    )


def usual_distance_among(entries: Sequence[Entry]) -> float | None:
    """Find how near items lie to each other that all have embeddings; see `usual_distance`."""
    vectors = np.stack([np.frombuffer(vector or b"", "<f2") for _, vector in entries])
    return usual_distance(Index.of(vectors, [item.lesion_id for item, _ in entries]))


def _classes(statement: Statement, images: Mapping[str, int]) -> dict[str, AtlasClass]:
    classes = {}
    for code in sorted(images):
        try:
            known = statement.describe(code)
        except DatasetError:  # nobody has said what it means: the code must do
            classes[code] = AtlasClass(name=code, images=images[code])
        else:
            classes[code] = AtlasClass(
                name=known.name, images=images[code], malignant=known.malignant
            )
    return classes
