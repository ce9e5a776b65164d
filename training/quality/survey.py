"""Every number of the quality gate over many images, as they are and spoiled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.datasets import Sample
from core.errors import DatasetError
from core.images import ImageReader
from core.model.preparation import BOUNDED_SIDE
from core.trust.quality import MEASURED, QualityCode, measure
from core.trust.quality.colour import mean_chroma
from core.trust.quality.frame import frame_of
from core.trust.quality.lesion import outline_of
from core.trust.quality.view import View, view_of
from training.artefacts import ARTEFACTS, ArtefactName, spoiled
from training.artefacts.geometry import cut
from training.pages.text import plural
from training.quality.masks import Mask, Truth, read_masks

Floats = NDArray[np.float64]
Pixels = NDArray[np.uint8]

FOUND_BY: Mapping[ArtefactName, QualityCode] = {
    ArtefactName.BLUR: QualityCode.BLURRED,
    ArtefactName.DARKER: QualityCode.TOO_DARK,
    ArtefactName.BRIGHTER: QualityCode.TOO_BRIGHT,
    ArtefactName.CAST: QualityCode.COLOUR_CAST,
    ArtefactName.HAIR: QualityCode.HEAVY_HAIR,
    ArtefactName.INK: QualityCode.INK,
    ArtefactName.RULER: QualityCode.RULER,
    ArtefactName.FRAME: QualityCode.BLACK_FRAME,
}
CUT_SHARES = (0.1, 0.25, 0.5)
_AT_ONCE = 256


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """What was measured on images as they are.

    Parameters
    ----------
    numbers : ndarray of float64
        (images, codes), in the order of `MEASURED`; NaN where there is nothing to measure.
    chroma : ndarray of float64
        Mean a* and b*, (images, 2).
    truths : tuple of Truth or None
        What each image's mask says; None where there is none.
    overlaps : ndarray of float64
        Intersection over union of outline and mask, (images,); NaN without a mask.
    """

    numbers: Floats
    chroma: Floats
    truths: tuple[Truth | None, ...]
    overlaps: Floats


def look(
    samples: Sequence[Sample], masks: Mapping[str, Path], *, progress: Callable[[int], None]
) -> Looks:
    """Measure images as they are.

    Parameters
    ----------
    samples : sequence of Sample
        The images.
    masks : mapping of str to Path
        Mask files by image id, of all or some of them.
    progress : callable
        Told the number of images done.

    Raises
    ------
    DatasetError
        If an image or a mask cannot be read, or an image is too small to be measured.
    """
    numbers, chroma, truths, overlaps = [], [], [], []
    for _, pixels, mask in _pictures(samples, masks):
        view = _view(pixels)
        numbers.append([measure(view)[code] for code in MEASURED])
        chroma.append(mean_chroma(view))
        truths.append(None if mask is None else Truth.of(mask))
        overlaps.append(np.nan if mask is None else _overlap(view, mask))
        progress(len(numbers))
    return Looks(np.array(numbers), np.array(chroma), tuple(truths), np.array(overlaps))


def look_spoiled(
    samples: Sequence[Sample], masks: Mapping[str, Path], *, progress: Callable[[int], None]
) -> dict[tuple[QualityCode, str], Floats]:
    """Measure spoiled images, each artefact by the number that should find it.

    Returns
    -------
    dict of (QualityCode, str) to ndarray
        Numbers of the images by finding and degree in words, (images,); of the cut lesion, of
        those images whose lesion is whole.
    """
    found: dict[tuple[QualityCode, str], list[float]] = {}
    for number, pixels, mask in _pictures(samples, masks):
        for code, label, changed in _spoiled(pixels, mask, number=number):
            found.setdefault((code, label), []).append(measure(_view(changed))[code])
        progress(number + 1)
    return {key: np.array(values) for key, values in found.items()}


def _spoiled(
    pixels: Pixels, mask: Mask | None, *, number: int
) -> Iterator[tuple[QualityCode, str, Pixels]]:
    for name, code in FOUND_BY.items():
        for degree in ARTEFACTS[name].degrees:
            changed = spoiled(pixels, name, degree=degree, number=number)
            yield code, ARTEFACTS[name].label(degree), changed
    if mask is not None and not Truth.of(mask).cut:
        for share in CUT_SHARES:
            yield (
                QualityCode.LESION_CUT_OFF,
                f"{share:.0%} of the lesion cut away",
                cut(pixels, mask, share=share),
            )


def _pictures(
    samples: Sequence[Sample], masks: Mapping[str, Path]
) -> Iterator[tuple[int, Pixels, Mask | None]]:
    """Give number, pixels and mask of each image; a part of the masks in memory at a time."""
    with ImageReader() as reader:
        for start in range(0, len(samples), _AT_ONCE):
            part = samples[start : start + _AT_ONCE]
            wanted = {one.image_id: masks[one.image_id] for one in part if one.image_id in masks}
            read = read_masks(wanted, reader=reader)
            readings = reader.read_many([one.path for one in part], max_side=BOUNDED_SIDE)
            for number, (sample, (_, outcome)) in enumerate(
                zip(part, readings, strict=True), start=start
            ):
                if isinstance(outcome, Exception):
                    raise DatasetError(f"{sample.path} cannot be read: {outcome}", value=sample)
                yield number, outcome.pixels, _fitting(read.get(sample.image_id), outcome.pixels)


def _fitting(mask: Mask | None, pixels: Pixels) -> Mask | None:
    if mask is not None and mask.shape != pixels.shape[:2]:
        raise DatasetError(f"A mask of {mask.shape} does not fit an image of {pixels.shape[:2]}.")
    return mask


def _view(pixels: Pixels) -> View:
    view = view_of(pixels)
    if view is None:
        size = f"{pixels.shape[1]} x {plural(pixels.shape[0], 'pixel')}"
        raise DatasetError(f"An image of {size} is too small to measure its quality.")
    return view


def _overlap(view: View, mask: Mask) -> float:
    found = outline_of(view, frame_of(view)).mask
    rows, columns = (
        (np.arange(small) * large + large // 2) // small
        for small, large in zip(found.shape, mask.shape, strict=True)
    )
    truth = mask[np.ix_(rows, columns)]
    return float((found & truth).sum() / (found | truth).sum()) if (found | truth).any() else 0.0
