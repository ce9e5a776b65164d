"""What is fitted after training, on validation lesions: favour, temperature, heat-map scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.errors import ExperimentError

Floats = NDArray[np.float32]

_TEMPERATURES = np.geomspace(0.25, 8.0, 501)
_FAVOURS = np.arange(801) / 100
_COST = 0.02
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


def favour(logits: Floats, labels: NDArray[np.int64], index: int) -> float:
    """Find the least that a class' logit needs for the class to be found as often as others are.

    Moving a threshold on held-out images is the plain way to trade one error for another [1]_;
    the mean over classes, the balanced accuracy, often changes little.

    Parameters
    ----------
    logits : ndarray of float32
        (n, classes).
    labels : ndarray of int64
        Class indices, (n,).
    index : int
        Of the class.

    Returns
    -------
    float
        From 0 to 8, in steps of 0.01: what its sensitivity reaches the mean of all classes'
        sensitivities with. 0 where that already holds.

    Raises
    ------
    ExperimentError
        If there is no image of the class, or balanced accuracy would fall by more than 0.02.

    References
    ----------
    .. [1] Menon et al., "Long-tail learning via logit adjustment", ICLR 2021,
       doi:10.48550/arXiv.2007.07314, section 3.
    """
    if not (labels == index).any():
        raise ExperimentError("No validation image shows the class that is to be favoured.")
    unit = np.eye(logits.shape[1])[index]
    means = []
    for added in _FAVOURS:
        found = (logits + added * unit).argmax(axis=1) == labels
        means.append(float(np.mean([found[labels == one].mean() for one in np.unique(labels)])))
        if found[labels == index].mean() >= means[-1]:
            break
    if means[-1] < means[0] - _COST:
        raise ExperimentError(
            "To find the favoured class as often as classes are found on average would take "
            f"balanced accuracy on the validation images from {means[0]:.2f} to {means[-1]:.2f}.",
            value=means[-1],
        )
    return float(_FAVOURS[len(means) - 1])


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
