"""How numbers and names stand in sentences, the same in the window, on paper and in pictures."""

from __future__ import annotations

from collections.abc import Sequence


def percent(probability: float) -> str:
    """Say a probability in whole percent, but never a rounded 0 % or 100 %: no model is so sure."""
    if probability <= 0.005:
        return "under 1 %"
    return "over 99 %" if probability >= 0.995 else f"{100 * probability:.0f} %"


def share(value: float) -> str:
    """Say a share that somebody measured or stated, in percent, as finely as it was stated."""
    return f"{round(100 * value, 2):g} %"


def in_sentence(name: str) -> str:
    """Write a class's name as it stands within a sentence; abbreviations keep their capitals."""
    first = name.partition(" ")[0]
    return name if first != first.capitalize() else name[:1].lower() + name[1:]


def joined(words: Sequence[str], *, last: str) -> str:
    """Join words with commas, the last one with a word such as "or"."""
    *others, end = words
    return f"{', '.join(others)} {last} {end}" if others else end
