"""From a decoded picture to the network's input."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.images import FitSpec, Picture, Placement, fit
from core.images.fit import fit_image
from core.model.cautions import cautions_of
from core.results import Caution
from core.trust.quality import quality_of
from core.trust.verdicts import QualityFinding

if TYPE_CHECKING:
    from core.model.card import Card

BOUNDED_SIDE = 2048
"""Longest side, in pixels, that is decoded for the network: many times its input's."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A picture on its way into the network, and what its analysis will need of it.

    Parameters
    ----------
    views : ndarray of uint8
        RGB, (views, height, width, 3) of the network's input. The first is the picture itself.
    placement : Placement
        Where the picture lies in the first view.
    cautions : tuple of Caution
        What a reader should know about how the picture was read and shown to the network.
    quality : tuple of QualityFinding
        What about the picture makes its finding less reliable.
    milliseconds : float
        What preparing took.
    """

    views: NDArray[np.uint8]
    placement: Placement
    cautions: tuple[Caution, ...]
    quality: tuple[QualityFinding, ...]
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Preparation:
    """How pictures are brought to a network's input; it can be sent to where they are decoded.

    Parameters
    ----------
    spec : FitSpec
        The input.
    thorough : bool
        Whether to add the seven other views that quarter turns and mirroring give: a lesion has
        no upper side, so they should be answered alike.
    """

    spec: FitSpec
    thorough: bool = False

    def __call__(self, picture: Picture) -> Prepared:
        """Prepare a picture of any size."""
        begun = time.perf_counter()
        image = Image.fromarray(picture.pixels)
        fitted = fit_image(image, self.spec)
        views = fitted.pixels[np.newaxis]
        if self.thorough:
            turned = fit(np.rot90(picture.pixels), self.spec)
            views = np.concatenate([_mirrored(fitted.pixels), _mirrored(turned.pixels)])
        cautions = cautions_of(picture, fitted.placement)
        quality = quality_of(picture, fitted.placement, image=image)
        elapsed = (time.perf_counter() - begun) * 1e3
        return Prepared(views, fitted.placement, cautions, quality, elapsed)


def prepare(picture: Picture, card: Card, *, thorough: bool = False) -> Prepared:
    """Bring a picture to the input of the model that a card describes: see `Preparation`."""
    return Preparation(card.preprocessing.spec, thorough)(picture)


def _mirrored(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Stack the picture as it is, mirrored left to right, top to bottom, and both."""
    return np.stack([pixels, pixels[:, ::-1], pixels[::-1], pixels[::-1, ::-1]])
