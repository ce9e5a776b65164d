"""What is fitted after training, on validation lesions: temperature and heat-map scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_TEMPERATURES = np.geomspace(0.25, 8.0, 501)
_FULL_STRENGTH = 99.0  # percentile of the maps' own maxima


def fit_temperature(logits: Floats, labels: NDArray[np.int64]) -> float:
    """Find the temperature that makes the labels most likely [1]_.

    Parameters
    ----------
    logits : ndarray of float32
        (n, classes).
    labels : ndarray of int64
        Class indices, (n,).

    Returns
    -------
    float
        Between 0.25 and 8; over 1 where the network is too sure.

    References
    ----------
    .. [1] Guo et al., "On Calibration of Modern Neural Networks", ICML 2017,
       doi:10.48550/arXiv.1706.04599.
    """
    losses = [_negative_log_likelihood(logits / t, labels) for t in _TEMPERATURES]
    return float(_TEMPERATURES[int(np.argmin(losses))])


def _negative_log_likelihood(logits: Floats, labels: NDArray[np.int64]) -> float:
    shifted = logits.astype(np.float64) - logits.max(axis=1, keepdims=True)
    chosen = shifted[np.arange(len(labels)), labels]
    return float(np.mean(np.log(np.exp(shifted).sum(axis=1)) - chosen))


def heat_map_scale(logits: Floats, heat_maps: Floats) -> float:
    """Find the evidence at one place that is shown at full strength.

    Parameters
    ----------
    logits : ndarray of float32
        (n, classes).
    heat_maps : ndarray of float32
        Signed, in logit units, (n, classes, rows, columns).

    Returns
    -------
    float
        In logit units: of the findings' maps, 99 in 100 nowhere exceed it.
    """
    findings = heat_maps[np.arange(len(logits)), logits.argmax(axis=1)]
    return float(np.percentile(findings.max(axis=(1, 2)), _FULL_STRENGTH))
