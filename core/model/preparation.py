"""From a decoded picture to the network's input."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.images import Picture, Placement, fit
from core.model.card import Card
from core.model.cautions import cautions_of
from core.results import Caution
from core.trust.quality import quality_of
from core.trust.verdicts import QualityFinding

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


def prepare(picture: Picture, card: Card, *, thorough: bool = False) -> Prepared:
    """Bring a picture to the network's input.

    Parameters
    ----------
    picture : Picture
        Decoded, of any size.
    card : Card
        Of the model that will see it.
    thorough : bool
        Whether to add the seven other views that quarter turns and mirroring give: a lesion has
        no upper side, so they should be answered alike.
    """
    begun = time.perf_counter()
    fitted = fit(picture.pixels, card.preprocessing.spec)
    views = fitted.pixels[np.newaxis]
    if thorough:
        turned = fit(np.rot90(picture.pixels), card.preprocessing.spec)
        views = np.concatenate([_mirrored(fitted.pixels), _mirrored(turned.pixels)])
    cautions = cautions_of(picture, fitted.placement)
    quality = quality_of(picture, fitted.placement)
    elapsed = (time.perf_counter() - begun) * 1e3
    return Prepared(views, fitted.placement, cautions, quality, elapsed)


def _mirrored(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Stack the picture as it is, mirrored left to right, top to bottom, and both."""
    return np.stack([pixels, pixels[:, ::-1], pixels[::-1], pixels[::-1, ::-1]])
