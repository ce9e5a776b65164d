"""Embeddings in a package, so that similar images are found where it is brought in.

Only those of pictures that go along: of an image that stays, nothing goes but its labels. Who has
that image in an atlas has its embedding, too, and takes it from there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.atlas.description import MadeWith
from core.learning.package.container import OpenPackage
from core.learning.package.manifest import MOST_BYTES, PackedModel
from core.learning.package.vectors import SIZE, rows_of

if TYPE_CHECKING:
    from core.atlas.atlas import Atlas
    from core.atlas.item import AtlasItem
    from core.learning.package.manifest import PackedItem


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Those of all images that are brought in.

    Parameters
    ----------
    model : MadeWith
        Whose.
    vectors : mapping of str to bytes
        Float16, little-endian, by checksum of the image.
    """

    model: MadeWith
    vectors: Mapping[str, bytes]


def packed_embeddings(atlas: Atlas, items: Sequence[AtlasItem]) -> tuple[PackedModel | None, bytes]:
    """Read the embeddings of what goes along, in order; none where they are of no use.

    Raises
    ------
    AtlasDamaged
        If they cannot be read.
    """
    made = atlas.description.model
    if made is None or not 0 < SIZE * made.channels * len(items) <= MOST_BYTES:
        return None, b""
    data = atlas.library.vectors_of([item.id for item in items]).tobytes()
    if rows_of(data, channels=made.channels, rows=len(items)) is None:
        return None, b""  # who gets them would refuse the whole package
    return (
        PackedModel(
            name=made.name,
            version=made.version,
            sha256=made.sha256,
            channels=made.channels,
            embeddings=hashlib.sha256(data).hexdigest(),
        ),
        data,
    )


def gathered(
    package: OpenPackage, items: Sequence[PackedItem], atlases: Sequence[Atlas]
) -> Embeddings | None:
    """Gather the embeddings of what is brought in: of the package, else of who has the image.

    Parameters
    ----------
    package : OpenPackage
        That is brought in.
    items : sequence of PackedItem
        Whose images are there.
    atlases : sequence of Atlas
        That have the images which are not in the package.

    Returns
    -------
    Embeddings or None
        None where an image has none, or none by the same model.

    Raises
    ------
    PackageDamaged
        If those of the package are not what was packed.
    """
    vectors: dict[str, bytes] = dict(package.embeddings())
    packed = package.manifest.model
    model = None if packed is None else MadeWith(**packed.model_dump(exclude={"embeddings"}))
    for atlas in atlases:
        made = atlas.description.model
        wanted = [item.sha256 for item in items if item.sha256 not in vectors]
        if wanted and made is not None and (model is None or _are_of_one_kind(made, model)):
            found = _of_atlas(atlas, wanted)
            vectors |= found
            model = model or (made if found else None)
    if model is None or any(item.sha256 not in vectors for item in items):
        return None
    return Embeddings(model, vectors)


def _are_of_one_kind(one: MadeWith, other: MadeWith) -> bool:
    """Whether embeddings can be compared: what a package says of its model may be a lie."""
    return (one.sha256, one.channels) == (other.sha256, other.channels)


def _of_atlas(atlas: Atlas, sha256s: Sequence[str]) -> dict[str, bytes]:
    ids = {sha256: numbers[0] for sha256, numbers in atlas.ids_of(sha256s).items()}
    rows = atlas.library.vectors_of(list(ids.values()))
    return {sha256: row.tobytes() for sha256, row in zip(ids, rows, strict=True)}
