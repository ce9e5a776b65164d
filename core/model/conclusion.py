"""From what the network says to an analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.errors import InferenceError
from core.explain.hidden import Hidden
from core.language import say
from core.model.card import Card
from core.model.cautions import SURVIVES, hidden_caution
from core.model.described import DescribedModel
from core.model.preparation import Prepared
from core.model.runtime import RawAnswer
from core.results import Analysis, Device, Engine
from core.trust.evidence import Record, look_up
from core.trust.interpretation import Interpretation
from core.trust.judge import judge
from core.trust.novelty import novelty_of
from core.trust.patient import Patient

_AS_FITTED = Interpretation()


@dataclass(frozen=True, slots=True)
class Executed:
    """How the network was run.

    Parameters
    ----------
    engine : Engine
        The runtime.
    device : Device
        What it ran on.
    milliseconds : float
        What it took.
    """

    engine: Engine
    device: Device
    milliseconds: float


def conclude(
    answer: RawAnswer,
    prepared: Prepared,
    *,
    model: DescribedModel,
    executed: Executed,
    interpretation: Interpretation = _AS_FITTED,
) -> Analysis:
    """Turn what the network says into an analysis.

    Parameters
    ----------
    answer : RawAnswer
        About each view of the picture.
    prepared : Prepared
        What the network saw.
    model : DescribedModel
        Which model answered.
    executed : Executed
        How.
    interpretation : Interpretation
        How the user wants answers read.

    Raises
    ------
    InferenceError
        If the network answered with something that is not a number.
    """
    card = model.card
    logits = answer.logits.mean(axis=0)
    probabilities = calibrated(logits, card)
    analysis = Analysis(
        probabilities=probabilities,
        logits=logits,
        malignant=malignant_total(probabilities, card),
        heat_maps=answer.heat_maps[0],
        embedding=answer.embedding[0],
        placement=prepared.placement,
        cautions=prepared.cautions,
        quality=prepared.quality,
        model=model.identity,
        engine=executed.engine,
        device=executed.device,
        milliseconds=prepared.milliseconds + executed.milliseconds,
        spread=_spread(answer.logits, card),
        novelty=novelty_of(
            answer.embedding[0],
            None if card.trust is None else card.trust.novelty,
            model.references,
        ),
    )
    return interpret(analysis, card, interpretation)


def interpret(analysis: Analysis, card: Card, interpretation: Interpretation) -> Analysis:
    """Read an analysis in another way: nothing of it needs the network again.

    Parameters
    ----------
    analysis : Analysis
        However it was read before.
    card : Card
        Of the model that made it.
    interpretation : Interpretation
        How the user wants it read; it fits the card.
    """
    fitted = calibrated(analysis.logits, card)
    judgement = judge(
        fitted,
        malignant=malignant_total(fitted, card),
        rules=card.trust,
        interpretation=interpretation,
        spread=analysis.spread,
    )
    return replace(
        analysis,
        probabilities=judgement.probabilities,
        malignant=malignant_total(judgement.probabilities, card),
        prevalence=interpretation.prevalence,
        certainty=judgement.certainty,
        prediction_set=judgement.prediction_set,
        decision=judgement.decision,
        evidence=_evidence(fitted, card, interpretation.patient),
    )


def with_hidden(analysis: Analysis, hidden: Hidden) -> Analysis:
    """Add what is found without the lesion, and its warning if the finding does not need it."""
    cautions = [caution for caution in analysis.cautions if caution.code != SURVIVES]
    caution = hidden_caution(hidden)
    if caution is not None:
        cautions.append(caution)
    return replace(analysis, hidden=hidden, cautions=tuple(cautions))


def calibrated(logits: NDArray[np.float32], card: Card) -> dict[str, float]:
    """Probabilities by class code, as they were calibrated.

    Raises
    ------
    InferenceError
        If a score is not a finite number.
    """
    values = softmax(logits, temperature=card.temperature)
    return dict(zip(card.codes, values.tolist(), strict=True))


def _evidence(
    fitted: Mapping[str, float], card: Card, patient: Patient
) -> tuple[Record, ...] | None:
    """Look up what is known of findings like this one; a stated case mix moves none of it."""
    if card.evidence is None:
        return None
    finding = max(fitted, key=lambda code: fitted[code])
    return look_up(card.evidence, finding=finding, probability=fitted[finding], patient=patient)


def malignant_total(probabilities: Mapping[str, float], card: Card) -> float:
    """Add the probabilities of all malignant classes, 0 to 1."""
    return min(sum(probabilities[entry.code] for entry in card.classes if entry.malignant), 1.0)


def _spread(logits: NDArray[np.float32], card: Card) -> float | None:
    """How far the finding's probability differs between views; None where there is one view."""
    if len(logits) == 1:
        return None
    finding = int(logits.mean(axis=0).argmax())
    values = [softmax(view, temperature=card.temperature)[finding] for view in logits]
    return float(np.std(values))


def softmax(logits: NDArray[np.float32], *, temperature: float = 1.0) -> NDArray[np.float64]:
    """Turn scores into probabilities [1]_.

    Parameters
    ----------
    logits : ndarray of float32
        (classes,).
    temperature : float
        By which they are divided first.

    Returns
    -------
    ndarray of float64
        Sums to 1, (classes,).

    Raises
    ------
    InferenceError
        If a score is not a finite number.

    References
    ----------
    .. [1] Guo et al., "On Calibration of Modern Neural Networks", ICML 2017,
       doi:10.48550/arXiv.1706.04599.
    """
    if not np.isfinite(logits).all():
        raise InferenceError(
            say("The model gave no usable answer for this image: its scores are not numbers."),
            value=logits.tolist(),
        )
    scaled = logits.astype(np.float64) / temperature
    exponentials = np.exp(scaled - scaled.max())
    probabilities: NDArray[np.float64] = exponentials / exponentials.sum()
    return probabilities
