"""Weights halfway between a run's and those of the model that it went on from."""

from __future__ import annotations

import numpy as np

from core.model import Bundle
from core.model.bundle import Weights
from training.architectures.bundled import plain_bias
from training.console import say
from training.errors import ExperimentError
from training.material import Material
from training.origin import origin_of
from training.run import Run


def averaged(weights: Weights, run: Run, material: Material, *, origin: Bundle) -> Weights:
    """Average the weights of a finished run with those of the model that it went on from.

    What training on changed and what it forgot lie on one line, along which both networks answer
    well; the middle is often better than either end [1]_.

    Parameters
    ----------
    weights : dict of str to ndarray
        The run's, folded.
    run : Run
        Finished.
    material : Material
        What it learned from.
    origin : Bundle
        The model; without what was added there to favour a class.

    Raises
    ------
    ExperimentError
        If the run did not go on from that model, or for other classes.

    References
    ----------
    .. [1] Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022,
       doi:10.1109/CVPR52688.2022.00780.
    """
    begun = origin_of(run)
    if begun is None or begun.sha256 != origin.sha256:
        raise ExperimentError(
            f"{run.folder} did not go on from the model in {origin.folder}, and the mean of two "
            "networks that learned apart answers nothing.",
            value=origin.folder,
        )
    bias = plain_bias(origin, codes=material.codes)
    if bias is None:
        raise ExperimentError(
            f"The model in {origin.folder} is for other classes than {run.folder}.",
            value=origin.folder,
        )
    say(f"Halfway between {run.folder} and {origin.folder}")
    before = origin.weights | {"logits/bias": bias}
    return {name: np.mean([weights[name], before[name]], axis=0) for name in weights}
