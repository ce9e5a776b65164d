"""From calibrated probabilities to what may be said of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.trust.interpretation import Interpretation
from core.trust.prevalence import reweighted
from core.trust.rules import CertaintyRule, PredictionSetRule, TrustRules
from core.trust.verdicts import Certainty, CertaintyLevel, Decision


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities as the user wants them, and how far they go.

    Parameters
    ----------
    probabilities : mapping of str to float
        By class code; they sum to 1.
    certainty : Certainty, optional
        Of the finding; None where the card has no rule for it. The same for the next two.
    prediction_set : tuple of str, optional
        Codes of the classes that are still possible, the most probable first.
    decision : Decision, optional
        Whether this counts as malignant.
    """

    probabilities: Mapping[str, float]
    certainty: Certainty | None = None
    prediction_set: tuple[str, ...] | None = None
    decision: Decision | None = None


def judge(
    probabilities: Mapping[str, float],
    *,
    malignant: float,
    rules: TrustRules | None,
    interpretation: Interpretation,
    spread: float | None = None,
) -> Judgement:
    """Apply a card's rules to one answer.

    Certainty, prediction set and decision follow the probabilities as they were calibrated: their
    thresholds belong to those. Sensitivity, specificity and the coverage of each class do not
    depend on the case mix, so they hold in the stated one as well.

    Parameters
    ----------
    probabilities : mapping of str to float
        Calibrated, by class code.
    malignant : float
        Their sum over the malignant classes.
    rules : TrustRules, optional
        Of the card; without them only the probabilities are passed on.
    interpretation : Interpretation
        What the user wants; it fits the rules (`Interpretation.require_fit`).
    spread : float, optional
        Standard deviation of the finding's probability over views.
    """
    if rules is None:
        return Judgement(probabilities)
    return Judgement(
        probabilities=_stated(probabilities, rules, interpretation),
        certainty=_certainty(max(probabilities.values()), rules.certainty, spread),
        prediction_set=_prediction_set(probabilities, rules.prediction_sets),
        decision=_decision(malignant, rules, interpretation.operating_point),
    )


def _stated(
    probabilities: Mapping[str, float], rules: TrustRules, interpretation: Interpretation
) -> Mapping[str, float]:
    if interpretation.prevalence is None:
        return probabilities
    return reweighted(probabilities, fitted=rules.prevalence, stated=interpretation.prevalence)


def _certainty(
    highest: float, rule: CertaintyRule | None, spread: float | None
) -> Certainty | None:
    if rule is None:
        return None
    sure = highest >= rule.threshold
    return Certainty(CertaintyLevel.USUAL if sure else CertaintyLevel.LOW, spread)


def _prediction_set(
    probabilities: Mapping[str, float], rule: PredictionSetRule | None
) -> tuple[str, ...] | None:
    """Collect the classes that reach their thresholds [1]_.

    The most probable class always stands there: an empty set says nothing, and a set with one
    class more covers no less.

    References
    ----------
    .. [1] Sadinle, Lei, Wasserman, "Least Ambiguous Set-Valued Classifiers With Bounded Error
       Levels", JASA 114(525), 2019, doi:10.1080/01621459.2017.1395341.
    """
    if rule is None:
        return None
    ranked = sorted(probabilities, key=lambda code: -probabilities[code])
    first, *others = ranked
    return (first, *(code for code in others if probabilities[code] >= rule.thresholds[code]))


def _decision(malignant: float, rules: TrustRules, name: str) -> Decision | None:
    try:
        point = rules.operating_point(name)
    except KeyError:  # the default's name, on a card without operating points
        return None
    return Decision(point.name, malignant >= point.threshold)
