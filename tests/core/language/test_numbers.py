"""Numbers in each language."""

from __future__ import annotations

import pytest

from core.language import Language, number, say, use


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
    assert say("{figure:.1f}", figure=-0.01) == "0,0"
