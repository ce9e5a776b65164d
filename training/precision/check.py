"""What an evaluation found of a lower precision, for its report and for the card."""

from __future__ import annotations

from core.model import Card
from core.model.precision import LowerPrecision, PrecisionCheck
from core.results import Precision
from training.errors import RunError
from training.precision.compared import ComparedClassifier

SECTION = "lower_precision"
"""Of the report."""


def words_of(rule: LowerPrecision) -> str:
    """Say in a sentence what was found."""
    check = rule.check
    if check is None:
        return f"{rule.precision} was not checked."
    equal = "all" if check.equal == check.images else str(check.equal)
    return (
        f"In {rule.precision}, {equal} of {check.images} answers say the same as in full "
        f"precision; {check.again} were computed again in full for that. The largest difference "
        f"of a probability is {check.largest_difference:.3f}."
    )


def check_of(predictor: object) -> LowerPrecision | None:
    """Sum up what a predictor has compared so far; None for one that compares nothing."""
    if not isinstance(predictor, ComparedClassifier) or not predictor.pairs:
        return None
    pairs = predictor.pairs
    check = PrecisionCheck(
        images=len(pairs),
        equal=sum(pair.equal for pair in pairs),
        again=sum(not pair.clear for pair in pairs),
        largest_difference=max(pair.difference for pair in pairs),
    )
    return predictor.rule.model_copy(update={"check": check})


def checked(card: Card, found: dict[str, object]) -> Card:
    """Put what a report says onto a card.

    Raises
    ------
    RunError
        If the card is not fitted for that precision, or was fitted in another way.
    """
    try:
        rule = LowerPrecision.model_validate(found)
    except ValueError as error:
        raise RunError(f"The report does not say what it found of a precision: {error}") from error
    known = card.fitted_for(Precision(rule.precision))
    if known is None or known.margins != rule.margins:
        raise RunError(f"The model was not fitted for {rule.precision} as it was evaluated.")
    rules = tuple(rule if one is known else one for one in card.lower_precision)
    return card.model_copy(update={"lower_precision": rules})
