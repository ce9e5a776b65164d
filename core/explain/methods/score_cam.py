"""Score-CAM: what the score is when only the places of one channel are left to see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.explain.methods.answering import scores
from core.explain.methods.interface import Floats, Network, Target, View, Watch
from core.explain.skin import surrounding_colour
from core.images import map_back
from core.images.placement import covering

CHANNELS: Final = 64
"""How many channels are asked about: those that differ most from place to place."""


def score_cam(view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
    """Explain by Score-CAM [1]_ with few channels: forward passes alone.

    A channel's activations, scaled to 0 to 1, tell how much of each place is left; the rest is
    painted in the colour around the lesion. Its weight is by how much the score then exceeds
    that of paint alone (the paper's increase of confidence); the map is the mean of the scaled
    activations times their weights, in logit units, signed.

    Notes
    -----
    The paper's softmax over the weights is left out: it makes a positive map of any weights, even
    of none. tf-keras-vis's Score-CAM is not used, because it has it too (over classes, on logits),
    paints black, and runs under TensorFlow only.

    References
    ----------
    .. [1] Wang et al., "Score-CAM: Score-Weighted Visual Explanations for Convolutional Neural
       Networks", CVPR Workshops 2020, doi:10.1109/CVPRW50498.2020.00020.
    """
    watch.step(0, 1)
    activations = network.features(view.pixels[np.newaxis])[0]
    shares = scaled_channels(activations)
    found = scores(
        _copies(view, shares), count=len(shares) + 1, target=target, network=network, watch=watch
    )
    if not len(shares):
        return np.zeros(activations.shape[:2], np.float32)
    weights = found[1:] - found[0]
    return np.tensordot(weights, shares, axes=1).astype(np.float32) / np.float32(len(shares))


def scaled_channels(activations: Floats, *, most: int = CHANNELS) -> Floats:
    """Choose channels and scale each to 0 to 1.

    Parameters
    ----------
    activations : ndarray of float32
        (rows, columns, channels).
    most : int
        How many at most.

    Returns
    -------
    ndarray of float32
        (chosen, rows, columns), those that vary most first; channels that are even are left out.
    """
    planes = np.moveaxis(activations, -1, 0)
    order = np.argsort(-planes.std(axis=(1, 2)), kind="stable")[:most]
    low = planes[order].min(axis=(1, 2), keepdims=True)
    span = np.ptp(planes[order], axis=(1, 2), keepdims=True)
    varied = span[:, 0, 0] > 0
    scaled: Floats = (planes[order][varied] - low[varied]) / span[varied]
    return scaled


def _copies(view: View, shares: Floats) -> Iterator[NDArray[np.uint8]]:
    """Give paint alone, then what each channel leaves; padding stays as it is."""
    placement = covering(*view.pixels.shape[:2])
    paint = surrounding_colour(view).astype(np.float32)
    for share in (np.zeros((1, 1), np.float32), *shares):
        left = map_back(share, placement)[..., np.newaxis]
        shown = paint + left * (view.pixels - paint)
        copy = view.pixels.copy()
        copy[view.inside] = np.rint(shown[view.inside]).astype(np.uint8)
        yield copy
