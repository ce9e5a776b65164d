"""Analyses as the evaluation of trust reads them, with values chosen by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.images import FitSpec, place
from core.results import Analysis, Device, Engine, ModelIdentity
from core.trust.verdicts import Certainty, CertaintyLevel, Novelty
from tests.training.evaluation.support import CLASSES, CODES


def answer(
    shares: Sequence[float],
    *,
    sure: bool = True,
    members: Sequence[str] = (),
    novelty: float = 0.0,
) -> Analysis:
    """An analysis of these probabilities, in the order of CODES; novel above 1."""
    return Analysis(
        probabilities=dict(zip(CODES, shares, strict=True)),
        logits=np.log(np.array(shares, np.float32)),
        malignant=sum(s for s, kind in zip(shares, CLASSES, strict=True) if kind.malignant),
        heat_maps=np.zeros((len(CODES), 2, 2), np.float32),
        embedding=np.zeros(4, np.float32),
        placement=place(48, 64, FitSpec(height=64, width=64)),
        cautions=(),
        model=ModelIdentity(name="by hand", version="1", sha256="a" * 64),
        engine=Engine.ONNXRUNTIME,
        device=Device.CPU,
        milliseconds=1.0,
        certainty=Certainty(CertaintyLevel.USUAL if sure else CertaintyLevel.LOW),
        prediction_set=tuple(members),
        novelty=Novelty(score=novelty, threshold=1.0),
    )
