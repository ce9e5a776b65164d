"""Limits of a model: kept in English on its card, said in the language in use."""

from __future__ import annotations

import pytest

from core.language import Language, in_english, speaking
from core.model.limits import (
    DIVIDED_OTHERWISE,
    LESIONS_UNKNOWN,
    goes_on,
    leaks,
    learned_also,
    limit_again,
)

TOLD = (
    goes_on("Lentigo VGG16 2026.11.22", "HAM10000, Ours {0}"),
    learned_also(1, "Ours"),
    learned_also(1675, "Skin cancer ISIC"),
    leaks(1),
    leaks(12),
)


@pytest.mark.parametrize("sentence", TOLD)
def test_a_limit_with_values_is_said_again_with_them(sentence: str) -> None:
    english = in_english(sentence)
    with speaking(Language.INDONESIAN):
        said = limit_again(english)
        assert said != english
    assert in_english(said) == english


def test_it_names_what_the_card_names() -> None:
    with speaking(Language.INDONESIAN):
        assert "Skin cancer ISIC" in limit_again(in_english(TOLD[2]))
        assert "1.675" in limit_again(in_english(TOLD[2]))
        assert "HAM10000, Ours {0}" in limit_again(in_english(TOLD[0]))


@pytest.mark.parametrize("limit", [DIVIDED_OTHERWISE, LESIONS_UNKNOWN])
def test_a_limit_without_values_is_translated(limit: str) -> None:
    with speaking(Language.INDONESIAN):
        assert limit_again(limit) != limit


@pytest.mark.parametrize(
    "limit",
    [
        "Made for one ward {only}.",
        "It learned from 12 images of Ours as well; nothing here is certain.",
        "It learned from 01,5 images of Ours as well; nothing here is measured on such images.",
        "In 12 pairs, the same image was bought.",
        "It goes on from A, which learned from B: what those images show it knows.",
    ],
)
def test_a_strangers_sentence_stays_as_it_is(limit: str) -> None:
    with speaking(Language.INDONESIAN):
        assert limit_again(limit) == limit
