"""What is found without the lesion, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import marked, say
from core.wording import in_sentence, percent

if TYPE_CHECKING:
    from core.explain.hidden import Hidden
    from core.model import Card
    from core.results import Analysis

NOT_FOUND: Final = marked(
    "No lesion could be told from the skin around it, so there was nothing to paint over."
)
AS_CALIBRATED: Final = marked("These probabilities are as calibrated, before re-weighting.")

_STAYS: Final = marked("The finding stays without the lesion: {name} {after}, with it {before}.")
_FALLS: Final = marked(
    "Without the lesion, {name} falls from {before} to {after}, but comes first still."
)
_GOES: Final = marked(
    "Without the lesion, the finding goes: {name} falls from {before} to {after}."
)


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
        return HiddenWords(say(NOT_FOUND))
    more = () if analysis.prevalence is None else (say(AS_CALIBRATED),)
    return HiddenWords(
        " ".join((_sentence(hidden, card), *more)),
        _found(hidden.without_lesion.tolist(), card),
        _found(hidden.without_background.tolist(), card),
    )


def _sentence(hidden: Hidden, card: Card) -> str:
    name = in_sentence(card.classes[hidden.finding].name)
    before = percent(float(hidden.whole[hidden.finding]))
    after = percent(float(hidden.without_lesion[hidden.finding]))
    if hidden.survives_without_lesion:
        text = _STAYS
    elif int(hidden.without_lesion.argmax()) == hidden.finding:
        text = _FALLS
    else:
        text = _GOES
    return say(text, name=name, before=before, after=after)


def _found(probabilities: list[float], card: Card) -> str:
    highest = max(probabilities)
    return f"{card.classes[probabilities.index(highest)].shown_name} {percent(highest)}"
