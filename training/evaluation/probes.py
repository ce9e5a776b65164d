"""How far answers move when a picture gets what should not matter: ink, a ruler, hair, other light.

Held-out images are asked about again with artefacts drawn over them, to three degrees each
(`training.artefacts`), through the same code as before, and each answer is compared with the one
about the image as it is. Nobody has to know the diagnosis for that [1]_.

References
----------
.. [1] Maron et al., "A benchmark for neural network robustness in skin cancer classification",
   European Journal of Cancer 155, 2021, doi:10.1016/j.ejca.2021.06.047.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import DatasetError
from core.images import ImageReader
from core.model.preparation import BOUNDED_SIDE
from training.artefacts import ARTEFACTS, ArtefactName, spoiled
from training.evaluation import bootstrap
from training.evaluation.figures import ClassLike, Figure
from training.evaluation.metrics import Scored
from training.evaluation.predictor import Predictions, Predictor, predict
from training.evaluation.rates import mean_among, share_among
from training.evaluation.sklearn_scores import Floats, Indices
from training.labels import LabelledImage

Pixels = NDArray[np.uint8]

DEGREES = sum(len(artefact.degrees) for artefact in ARTEFACTS.values())
"""How often each image is asked about again."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What one artefact of one degree did.

    Parameters
    ----------
    name : ArtefactName
        The artefact.
    degree : float
        In the artefact's own unit.
    n : int
        Images that were answered with it.
    changed : Figure
        Share of images whose finding is another one, 0 to 1.
    moved : Figure
        Mean absolute change of the probability of what was found without it, 0 to 1.
    malignant : Figure
        Mean absolute change of the malignant total, 0 to 1.
    shift : Figure
        Mean change of the malignant total, -1 to 1: whether the artefact looks malignant.
    """

    name: ArtefactName
    degree: float
    n: int
    changed: Figure
    moved: Figure
    malignant: Figure
    shift: Figure

    @property
    def label(self) -> str:
        """Artefact and degree in words."""
        return ARTEFACTS[self.name].label(self.degree)


def probe(
    predictor: Predictor,
    plain: Predictions,
    *,
    classes: Sequence[ClassLike],
    progress: Callable[[int], None],
    resamples: int = bootstrap.RESAMPLES,
) -> tuple[Probe, ...]:
    """Ask about images again, with every artefact to every degree.

    Parameters
    ----------
    predictor : Predictor
        Who answered.
    plain : Predictions
        Its answers about the images as they are.
    classes : sequence of ClassLike
        The model's, in the order of the probabilities.
    progress : callable
        Told how many answers have come.
    resamples : int
        Of the bootstrap.

    Raises
    ------
    DatasetError
        If an image cannot be read any more.
    LentigoError
        If the model gives no answer at all.
    """
    malignant = [index for index, entry in enumerate(classes) if entry.malignant]
    probes: list[Probe] = []
    with ImageReader() as reader:
        for how in ((name, degree) for name in ARTEFACTS for degree in ARTEFACTS[name].degrees):
            further = partial(_further, progress, len(probes) * len(plain.images))
            with TemporaryDirectory(prefix="lentigo-probe-") as scratch:
                images = _written(plain.images, how, Path(scratch), reader=reader)
                changed = predict(predictor, images=images, codes=plain.codes, progress=further)
            probes.append(_compared(how, plain, changed, malignant=malignant, resamples=resamples))
    return tuple(probes)


def _further(progress: Callable[[int], None], before: int, done: int) -> None:
    progress(before + done)


def sample(plain: Predictions, *, limit: int) -> Predictions:
    """Keep the answers about at most `limit` images, drawn at random."""
    if limit >= len(plain.images):
        return plain
    generator = np.random.default_rng(bootstrap.SEED)
    return _rows(plain, np.sort(generator.choice(len(plain.images), size=limit, replace=False)))


def _rows(plain: Predictions, rows: Indices) -> Predictions:
    images = tuple(plain.images[row] for row in rows)
    return Predictions(images, plain.probabilities[rows], plain.codes, ())


def _written(
    images: Sequence[LabelledImage],
    how: tuple[ArtefactName, float],
    folder: Path,
    *,
    reader: ImageReader,
) -> list[LabelledImage]:
    """Spoil images into a folder, without loss."""
    written = []
    readings = reader.read_many([image.path for image in images], max_side=BOUNDED_SIDE)
    for number, (image, (path, outcome)) in enumerate(zip(images, readings, strict=True)):
        if isinstance(outcome, Exception):
            raise DatasetError(f"{path} cannot be read: {outcome}", value=path)
        pixels = spoiled(outcome.pixels, how[0], degree=how[1], number=number)
        written.append(replace(image, path=_saved(pixels, folder / f"{number:05d}.bmp")))
    return written


def _saved(pixels: Pixels, path: Path) -> Path:
    try:
        Image.fromarray(pixels).save(path)
    except OSError as error:
        reason = error.strerror or error
        raise DatasetError(f"{path.parent} cannot be written: {reason}.", value=path) from error
    return path


def _compared(
    how: tuple[ArtefactName, float],
    plain: Predictions,
    changed: Predictions,
    *,
    malignant: Sequence[int],
    resamples: int,
) -> Probe:
    rows = {image.image_id: row for row, image in enumerate(plain.images)}
    same = np.array([rows[image.image_id] for image in changed.images], np.intp)
    before = _rows(plain, same).scored()
    after = changed.scored()
    finding = before.finding[:, np.newaxis]
    moved = np.take_along_axis(after.probabilities - before.probabilities, finding, axis=1)[:, 0]
    shift = _total(after, malignant) - _total(before, malignant)

    every = np.ones(len(same), np.bool_)

    def mean(values: Floats) -> Figure:
        return mean_among(values, every, clusters=before.clusters, resamples=resamples)

    return Probe(
        name=how[0],
        degree=how[1],
        n=len(changed.images),
        changed=share_among(
            after.finding != before.finding, every, clusters=before.clusters, resamples=resamples
        ),
        moved=mean(np.abs(moved)),
        malignant=mean(np.abs(shift)),
        shift=mean(shift),
    )


def _total(scored: Scored, malignant: Sequence[int]) -> Floats:
    return np.asarray(scored.probabilities[:, list(malignant)].sum(axis=1), np.float64)
