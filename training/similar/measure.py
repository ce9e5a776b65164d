"""Asks an atlas about held-out lesions, and counts whose diagnosis its images share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atlas import Atlas, AtlasItem
from core.atlas.paths import plain
from core.atlas.search import Index
from core.errors import UsageError
from core.images import FitSpec
from core.results import Analysis
from training.evaluation import bootstrap
from training.evaluation.figures import Figure
from training.evaluation.predictor import Predictions
from training.labels import LabelledImage
from training.similar.histograms import histograms, intersections
from training.similar.precision import Drawn, Precision, class_means, hits


@dataclass(frozen=True, slots=True)
class SimilarFigures:
    """What similar images are worth.

    Parameters
    ----------
    n, lesions : int
        Images that were asked about, and their lesions.
    gallery_images, gallery_lesions : int
        Images that were searched, and their lesions: none of those asked about.
    gallery : str
        Name of the atlas.
    counts : mapping of str to int
        Images asked about, by diagnosis.
    embeddings, colours : Precision
        Of the most similar lesions by the model's embedding, and by colour histogram.
    chance : mapping of str to float
        Share of each diagnosis among the lesions that were searched.
    gain : Figure
        How much better embeddings are than colours, in the mean over classes.
    """

    n: int
    lesions: int
    gallery_images: int
    gallery_lesions: int
    gallery: str
    counts: Mapping[str, int]
    embeddings: Precision
    colours: Precision
    chance: Mapping[str, float]
    gain: Figure


@dataclass(frozen=True, slots=True, eq=False)
class Gallery:
    """The images of an atlas that may be searched.

    Parameters
    ----------
    name : str
        Of the atlas.
    items : sequence of AtlasItem
        The images.
    index : Index
        Their embeddings and lesions, in the same order.
    """

    name: str
    items: Sequence[AtlasItem]
    index: Index

    @classmethod
    def of(
        cls, atlas: Atlas, asked: Sequence[LabelledImage], *, learned: Collection[Path] | None
    ) -> Gallery:
        """Take what is neither asked about nor of a lesion that is.

        Parameters
        ----------
        atlas : Atlas
            All images.
        asked : sequence of LabelledImage
            Held-out images.
        learned : collection of Path, optional
            Only these files, such as those that the model learned from.

        Raises
        ------
        UsageError
            If nothing is left.
        """
        files = {plain(image.path) for image in asked}
        lesions = {image.lesion_id for image in asked if image.lesion_id is not None}
        wanted = None if learned is None else {plain(path) for path in learned}
        items = atlas.library.every()
        kept = [
            row
            for row, item in enumerate(items)
            if item.path not in files
            and item.lesion_id not in lesions
            and (wanted is None or item.path in wanted)
        ]
        if not kept:
            raise UsageError(
                f"The atlas in {atlas.folder} has no image to search that is not asked about.",
                value=atlas.folder,
            )
        index = Index(atlas.index.vectors[kept], atlas.index.groups[kept])
        return cls(atlas.description.name, [items[row] for row in kept], index)

    @property
    def lesions(self) -> int:
        """How many lesions it shows."""
        return len(np.unique(self.index.groups))

    def shares(self) -> dict[str, float]:
        """Share of each diagnosis among its lesions."""
        of_lesion = dict(
            zip(self.index.groups.tolist(), (item.code for item in self.items), strict=True)
        )
        counts = Counter(of_lesion.values())
        return {code: count / len(of_lesion) for code, count in counts.items()}


def measure_similar(
    predictions: Predictions,
    gallery: Gallery,
    *,
    spec: FitSpec,
    progress: Callable[[int], None],
    resamples: int = bootstrap.RESAMPLES,
) -> SimilarFigures:
    """Measure precision at 10 by embedding and by colour.

    Parameters
    ----------
    predictions : Predictions
        Of a bundle, about the images that are asked about.
    gallery : Gallery
        What is searched.
    spec : FitSpec
        Of the network's input.
    progress : callable
        Told how many images' colours are counted.
    resamples : int
        Of the bootstrap.

    Raises
    ------
    UsageError
        If the answers have no embeddings.
    """
    embeddings = _embeddings(predictions)
    scored = predictions.scored()
    paths = [*(image.path for image in predictions.images), *(one.path for one in gallery.items)]
    colours = histograms(paths, spec, progress=progress)
    asked = len(embeddings)
    number = {code: index for index, code in enumerate(predictions.codes)}
    truth_there = np.array([number.get(one.code, -1) for one in gallery.items], np.intp)

    def drawn(similarities: Iterable[NDArray[np.float32]]) -> Drawn:
        found = hits(
            similarities,
            scored.truth,
            gallery_truth=truth_there,
            gallery_lesions=gallery.index.groups,
        )
        return class_means(
            found,
            scored.truth,
            scored.clusters,
            classes=len(predictions.codes),
            resamples=resamples,
        )

    by_embedding = drawn(gallery.index.similarities(one) for one in embeddings)
    by_colour = drawn(intersections(colours[:asked], colours[asked:]))
    shares = gallery.shares()
    return SimilarFigures(
        n=asked,
        lesions=len(np.unique(scored.clusters)),
        gallery_images=len(gallery.items),
        gallery_lesions=gallery.lesions,
        gallery=gallery.name,
        counts=Counter(image.code for image in predictions.images),
        embeddings=by_embedding.figures(predictions.codes),
        colours=by_colour.figures(predictions.codes),
        chance={code: shares.get(code, 0.0) for code in predictions.codes},
        gain=by_embedding.gain_over(by_colour),
    )


def _embeddings(predictions: Predictions) -> NDArray[np.float32]:
    rows = [answer.embedding for answer in predictions.answers if isinstance(answer, Analysis)]
    if len(rows) != len(predictions.images):
        raise UsageError("Similar images are found by a bundle's embeddings; this is a run.")
    return np.stack(rows)
