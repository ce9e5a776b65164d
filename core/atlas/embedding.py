"""Embeddings of many images, as the clinic's analysis would have them, and nothing else of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

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
    outcome : ndarray of float32 or LentigoError
        Its embedding, of length 1, (channels,), or why there is none.
    """

    path: Path
    sha256: str
    outcome: NDArray[np.float32] | LentigoError


def embed_many(
    classifier: Classifier, paths: Iterable[Path], *, batch: int = BATCH
) -> Iterator[list[Embedded]]:
    """Read and embed images; decoding goes on while the network works.

    Parameters
    ----------
    classifier : Classifier
        Whose network.
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
    classifier: Classifier, readings: list[tuple[Path, Picture | LentigoError]]
) -> list[Embedded]:
    pictures = [found for _, found in readings if not isinstance(found, LentigoError)]
    vectors = iter(_vectors(classifier, pictures))
    return [
        Embedded(path, "", found)
        if isinstance(found, LentigoError)
        else Embedded(path, found.record.sha256, _checked(next(vectors)))
        for path, found in readings
    ]


def _vectors(classifier: Classifier, pictures: list[Picture]) -> NDArray[np.float32]:
    if not pictures:
        return np.empty((0, 0), np.float32)
    spec = classifier.bundle.card.preprocessing.spec
    pixels = np.stack([fit(picture.pixels, spec).pixels for picture in pictures])
    return unit_length(classifier.runtime.run(pixels).embedding)


def _checked(vector: NDArray[np.float32]) -> NDArray[np.float32] | InferenceError:
    if np.isfinite(vector).all():
        return vector
    return InferenceError(say("The model gave no usable answer for this image."))
