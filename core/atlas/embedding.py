"""Reads many images for an atlas: their checksums, what their copies are known by, embeddings.

Embeddings are as the clinic's analysis would have them; without a model there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.copies.signatures import small_grey
from core.errors import InferenceError, LentigoError
from core.images import ImageReader, Picture, fit
from core.language import say
from core.model import Classifier
from core.model.preparation import BOUNDED_SIDE
from core.trust.novelty import unit_length

BATCH: Final = 16


class Embedded(NamedTuple):
    """What came of one image.

    Parameters
    ----------
    path : Path
        As given.
    sha256 : str
        Of its file; empty where it could not be read.
    grey : ndarray of uint8, optional
        What its copies are known by, (96, 96); None where it could not be read.
    vector : ndarray of float32, optional
        Its embedding, of length 1, (channels,); None without a model, or where there is an error.
    error : LentigoError, optional
        Why it cannot be used.
    """

    path: Path
    sha256: str = ""
    grey: NDArray[np.uint8] | None = None
    vector: NDArray[np.float32] | None = None
    error: LentigoError | None = None


def embed_many(
    classifier: Classifier | None, paths: Iterable[Path], *, batch: int = BATCH
) -> Iterator[list[Embedded]]:
    """Read and embed images; decoding goes on while the network works.

    Parameters
    ----------
    classifier : Classifier, optional
        Whose network; None where the images are only read.
    paths : iterable of Path
        Image files.
    batch : int
        How many go into the network at once.

    Yields
    ------
    list of Embedded
        A batch, in the order of `paths`.

    Raises
    ------
    InferenceError
        If the runtime fails.
    """
    with ImageReader() as reader:
        readings = reader.read_many(paths, max_side=BOUNDED_SIDE)
        while some := list(islice(readings, batch)):
            yield _embedded(classifier, [(path, outcome) for path, outcome in some])


def _embedded(
    classifier: Classifier | None, readings: list[tuple[Path, Picture | LentigoError]]
) -> list[Embedded]:
    pictures = [found for _, found in readings if not isinstance(found, LentigoError)]
    vectors = iter(_vectors(classifier, pictures))
    return [
        Embedded(path, error=found)
        if isinstance(found, LentigoError)
        else _checked(path, found, None if classifier is None else next(vectors))
        for path, found in readings
    ]


def _vectors(classifier: Classifier | None, pictures: list[Picture]) -> NDArray[np.float32]:
    if classifier is None or not pictures:
        return np.empty((0, 0), np.float32)
    spec = classifier.bundle.card.preprocessing.spec
    pixels = np.stack([fit(picture.pixels, spec).pixels for picture in pictures])
    return unit_length(classifier.runtime.run(pixels).embedding)


def _checked(path: Path, picture: Picture, vector: NDArray[np.float32] | None) -> Embedded:
    if vector is not None and not np.isfinite(vector).all():
        error = InferenceError(say("The model gave no usable answer for this image."))
        return Embedded(path, error=error)
    return Embedded(path, picture.record.sha256, small_grey(picture.pixels), vector)
