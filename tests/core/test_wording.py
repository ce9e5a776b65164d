from __future__ import annotations

import pytest

from core.language import Language, use
from core.wording import all_of, any_of, exact_percent, in_sentence, percent, share


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
    assert any_of(["a"]) == "a"
    assert any_of(["a", "b"]) == "a or b"
    assert all_of(["a", "b", "c"]) == "a, b and c"


def test_indonesian_has_its_own_way_with_names_and_numbers() -> None:
    use(Language.INDONESIAN)
    assert percent(0.62) == "62%"
    assert percent(0.001) == "di bawah 1%"
    assert exact_percent(0.625) == "62,5%"
    assert share(0.0025) == "0,25%"
    assert in_sentence("Basal cell carcinoma") == "karsinoma sel basal"
    assert any_of(["a", "b"]) == "a atau b"
    assert all_of(["a", "b", "c"]) == "a, b, dan c"
