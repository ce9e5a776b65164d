"""The images whose explanations are judged: drawn, read, with their lesion and their finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.engine.explainer import Explainer
from core.errors import DatasetError, ImageError, LentigoError
from core.explain.methods import Target, View
from core.images import ImageReader
from core.model.preparation import BOUNDED_SIDE, Prepared, prepare
from training.believe.masks import find_masks, read_mask
from training.evaluation.bootstrap import SEED
from training.labels import LabelledImage


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One image whose explanations are judged.

    Parameters
    ----------
    image : LabelledImage
        Which.
    prepared : Prepared
        As the network sees it.
    mask : ndarray of bool
        Its lesion in the network's input, (height, width).
    target : Target
        The finding, which is what a user sees explained.
    """

    image: LabelledImage
    prepared: Prepared
    mask: NDArray[np.bool_]
    target: Target

    @property
    def view(self) -> View:
        """The image itself."""
        return View(self.prepared.views[0], self.prepared.placement)


def drawn_subjects(
    images: Sequence[LabelledImage], masks: Path, *, count: int
) -> list[tuple[LabelledImage, Path]]:
    """Draw images that have a mask, at most `count`, in their order.

    Raises
    ------
    DatasetError
        If none has one.
    """
    found = find_masks(masks, [image.path for image in images])
    known = [(image, found[image.path]) for image in images if image.path in found]
    order = np.random.default_rng(SEED).permutation(len(known))[:count]
    return [known[position] for position in np.sort(order)]


def read_subjects(
    chosen: Sequence[tuple[LabelledImage, Path]], explainer: Explainer
) -> Iterator[Subject]:
    """Read what was drawn; what cannot be read is left out.

    Raises
    ------
    DatasetError
        If nothing can.
    """
    spec = explainer.card.preprocessing.spec
    done = False
    with ImageReader() as reader:
        pictures = reader.read_many([image.path for image, _ in chosen], max_side=BOUNDED_SIDE)
        for (image, mask), (_, picture) in zip(chosen, pictures, strict=True):
            if isinstance(picture, LentigoError):
                continue
            prepared = prepare(picture, explainer.card)
            finding = int(explainer.run(prepared.views).logits[0].argmax())
            try:
                lesion = read_mask(mask, spec, reader=reader)
            except ImageError:
                continue
            done = True
            yield Subject(image, prepared, lesion, Target(finding))
    if not done:
        raise DatasetError("None of the images or their masks can be read.", value=len(chosen))
