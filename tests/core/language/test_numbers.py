"""Numbers in each language."""

from __future__ import annotations

import pytest

from core.language import Language, number, say, speaking, use
from core.language.languages import OFFERED


@pytest.mark.parametrize(
    ("value", "form", "said"),
    [
        (-0.001, ".2f", "0.00"),
        (-0.4, ".0f", "0"),
        (-0.001, ".1%", "-0.1%"),
        (-0.0001, ".1%", "0.0%"),
        (-0.05, ".2f", "-0.05"),
        (-10.0, ".0f", "-10"),
        (0.0, ".1f", "0.0"),
    ],
)
def test_what_is_rounded_to_nothing_has_no_sign(value: float, form: str, said: str) -> None:
    assert number(value, form) == said
    use(Language.INDONESIAN)
    assert number(value, form) == said.replace(".", ",")


def test_so_do_those_in_a_sentence() -> None:
    assert say("{figure:.1f}", figure=-0.01) == "0.0"
    with speaking(Language.INDONESIAN):
        assert say("{figure:.1f}", figure=-0.01) == "0,0"


@pytest.mark.parametrize("language", OFFERED)
def test_a_name_keeps_its_minus(language: Language) -> None:
    with speaking(language):
        assert say("{name} is gone", name="-0.jpg") == "-0.jpg is gone"
        assert say("{name}", name="-000") == "-000"
