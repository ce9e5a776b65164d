"""What is found without the lesion, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.wording import in_sentence, percent

if TYPE_CHECKING:
    from core.explain.hidden import Hidden
    from core.model import Card
    from core.results import Analysis

NOT_FOUND: Final = (
    "No lesion could be told from the skin around it, so there was nothing to paint over."
)
AS_CALIBRATED: Final = " These probabilities are as calibrated, before re-weighting."


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """The outcome of hiding.

    Parameters
    ----------
    sentence : str
        What it means.
    without_lesion, without_background : str
        What was found in each painted picture; empty where there was no lesion to hide.
    """

    sentence: str
    without_lesion: str = ""
    without_background: str = ""


def hidden_words(analysis: Analysis, card: Card) -> HiddenWords | None:
    """Say what hiding has shown; None where nobody asked."""
    hidden = analysis.hidden
    if hidden is None:
        return None
    if not hidden.found:
        return HiddenWords(NOT_FOUND)
    more = "" if analysis.prevalence is None else AS_CALIBRATED
    return HiddenWords(
        f"{_sentence(hidden, card)}{more}",
        _found(hidden.without_lesion.tolist(), card),
        _found(hidden.without_background.tolist(), card),
    )


def _sentence(hidden: Hidden, card: Card) -> str:
    name = in_sentence(card.classes[hidden.finding].name)
    before = percent(float(hidden.whole[hidden.finding]))
    after = percent(float(hidden.without_lesion[hidden.finding]))
    if hidden.survives_without_lesion:
        return f"The finding stays without the lesion: {name} {after}, with it {before}."
    if int(hidden.without_lesion.argmax()) == hidden.finding:
        return f"Without the lesion, {name} falls from {before} to {after}, but comes first still."
    return f"Without the lesion, the finding goes: {name} falls from {before} to {after}."


def _found(probabilities: list[float], card: Card) -> str:
    highest = max(probabilities)
    return f"{card.classes[probabilities.index(highest)].name} {percent(highest)}"
