"""What a card says that its model cannot know, in sentences that each language can say again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from core.language import Sentence, again, counted, in_english, marked, say

LESIONS_UNKNOWN: Final = marked(
    "Which images show the same lesion is not known: copies were kept on one side, but two "
    "photographs of one lesion may stand on both, and then every figure is too good."
)
DIVIDED_OTHERWISE: Final = marked(
    "That model may have learned from images that are held out here: every figure is too good."
)
_SLOT: Final = "\N{REPLACEMENT CHARACTER}"


def goes_on(model: str, sets: str) -> Sentence:
    """Say which model it goes on from, and what that one learned from."""
    return say(
        "It goes on from {model}, which learned from {sets}: what those images do not show, it may "
        "not know either.",
        model=model,
        sets=sets,
    )


def learned_also(count: int, name: str) -> Sentence:
    """Say how many images of another set it learned from."""
    return counted(
        "It learned from {count:,} image of {name} as well; nothing here is measured on such "
        "images.",
        "It learned from {count:,} images of {name} as well; nothing here is measured on such "
        "images.",
        count=count,
        name=name,
    )


def leaks(count: int) -> Sentence:
    """Say how many pairs of images stand on two sides of the split."""
    return counted(
        "In {count:,} pair, the same image or lesion stands on two sides of the split: every "
        "figure is too good.",
        "In {count:,} pairs, the same image or lesion stands on two sides of the split: every "
        "figure is too good.",
        count=count,
    )


def limit_again(text: str) -> Sentence:
    """Say a limit as a card has it, in English, in the language in use.

    Parameters
    ----------
    text : str
        From the card. What is none of these sentences, and no text that is translated elsewhere,
        stays as it is.
    """
    for sample, tell in _samples():
        found = re.fullmatch(_pattern(sample), text, re.DOTALL)
        if found is not None:
            told = tell(*found.groups())
            if in_english(told) == text:  # not a stranger's number
                return told
    return again(text)


def _samples() -> tuple[tuple[Sentence, Callable[..., Sentence]], ...]:
    """Give each sentence with slots for its values, and what says it with others."""

    def widened(images: str, name: str) -> Sentence:
        return learned_also(_whole(images), name)

    def leaking(pairs: str) -> Sentence:
        return leaks(_whole(pairs))

    return (
        (goes_on(_SLOT, _SLOT), goes_on),
        *((learned_also(count, _SLOT), widened) for count in (1, 2)),
        *((leaks(count), leaking) for count in (1, 2)),
    )


def _pattern(sample: Sentence) -> str:
    text = re.escape(in_english(sample)).replace(_SLOT, "(.+)")
    return re.sub(r"\d", r"([0-9,]{1,11})", text)


def _whole(digits: str) -> int:
    return int(digits.replace(",", "") or "0")
