from __future__ import annotations

import pytest

from core.wording import in_sentence, joined, percent, share


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.0, "under 1 %"), (0.005, "under 1 %"), (0.62, "62 %"), (0.995, "over 99 %")],
)
def test_no_probability_is_rounded_to_certainty(probability: float, words: str) -> None:
    assert percent(probability) == words


@pytest.mark.parametrize(
    ("value", "words"), [(0.0, "0 %"), (0.9, "90 %"), (0.0025, "0.25 %"), (1.0, "100 %")]
)
def test_a_share_is_said_as_it_was_stated(value: float, words: str) -> None:
    assert share(value) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Melanoma", "melanoma"),
        ("Actinic keratosis / Bowen's disease", "actinic keratosis / Bowen's disease"),
        ("SCC in situ", "SCC in situ"),
    ],
)
def test_names_within_a_sentence(name: str, words: str) -> None:
    assert in_sentence(name) == words


def test_the_last_word_is_joined_by_another_one() -> None:
    assert joined(["a"], last="or") == "a"
    assert joined(["a", "b"], last="or") == "a or b"
    assert joined(["a", "b", "c"], last="and") == "a, b and c"
