"""SmoothGrad: the pixels on which the score depends most, averaged over noisy copies."""

from __future__ import annotations

from typing import Final

import numpy as np

from core.explain.methods.answering import BATCH
from core.explain.methods.interface import Floats, Network, Target, View, Watch

SAMPLES: Final = 24
NOISE: Final = 0.15
_SEED: Final = 20170612  # the same image has the same map


def smooth_grad(view: View, *, target: Target, network: Network, watch: Watch) -> Floats:
    """Explain by SmoothGrad [1]_; tf-keras-vis computes the gradients.

    The gradients of noisy copies are averaged with their signs, so that what is only noise
    cancels; the map is the largest magnitude of the three colours, (height, width).

    Notes
    -----
    It tells where a small change would matter, not in which direction, hence is never negative.
    tf-keras-vis can draw the noise itself, but neither repeatably nor with a way to stop.

    References
    ----------
    .. [1] Smilkov et al., "SmoothGrad: removing noise by adding noise", 2017,
       doi:10.48550/arXiv.1706.03825.
    """
    generator = np.random.default_rng(_SEED)
    spread = NOISE * float(np.ptp(view.pixels[view.inside]))
    total = np.zeros(view.pixels.shape, np.float64)
    watch.step(0, SAMPLES)
    for done in range(0, SAMPLES, BATCH):
        count = min(BATCH, SAMPLES - done)
        noise = generator.normal(0, spread, (count, *view.pixels.shape))
        noisy = (view.pixels + noise).astype(np.float32)
        total += network.gradients.saliency(noisy, target).sum(axis=0)
        watch.step(done + count, SAMPLES)
    return np.asarray(np.abs(total / SAMPLES).max(axis=-1), np.float32)
