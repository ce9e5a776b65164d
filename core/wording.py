"""How numbers and names stand in sentences, the same in the window, on paper and in pictures."""

from __future__ import annotations

from collections.abc import Sequence

from core.language import again, number, say


def percent(probability: float) -> str:
    """Say a probability in whole percent, but never a rounded 0 % or 100 %: no model is so sure."""
    if probability <= 0.005:
        return say("under 1 %")
    return say("over 99 %") if probability >= 0.995 else per_hundred(f"{100 * probability:.0f}")


def share(value: float) -> str:
    """Say a share that somebody measured or stated, in percent, as finely as it was stated."""
    return per_hundred(number(round(100 * value, 2), "g"))


def exact_percent(value: float) -> str:
    """Say a share with one decimal, for columns of a table."""
    return say("{value}%", value=number(100 * value, ".1f"))


def per_hundred(figure: str) -> str:
    """Put the sign of percent behind what is written already."""
    return say("{figure} %", figure=figure)


def in_sentence(name: str) -> str:
    """Write a class's name as it stands within a sentence; abbreviations keep their capitals.

    Parameters
    ----------
    name : str
        The English, as a model's card has it.
    """
    name = again(name)
    first = name.partition(" ")[0]
    return name if first != first.capitalize() else name[:1].lower() + name[1:]


def capital(words: str) -> str:
    """Begin a sentence."""
    return words[:1].upper() + words[1:]


def any_of(words: Sequence[str]) -> str:
    """Join words of which one is meant: "a, b or c"."""
    *others, last = words
    if not others:
        return last
    if len(others) == 1:
        return say("{first} or {last}", first=others[0], last=last)
    return say("{several} or {last}", several=", ".join(others), last=last)


def all_of(words: Sequence[str]) -> str:
    """Join words that are all meant: "a, b and c"."""
    *others, last = words
    if not others:
        return last
    if len(others) == 1:
        return say("{first} and {last}", first=others[0], last=last)
    return say("{several} and {last}", several=", ".join(others), last=last)
