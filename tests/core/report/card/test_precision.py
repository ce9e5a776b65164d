from __future__ import annotations

from core.model.precision import LowerPrecision, Margins, PrecisionCheck
from core.report.card.blocks import Grid
from core.report.card.precision import lower_precision
from core.results import Precision
from tests.core.tiny import tiny_card

MARGINS = Margins(probability=0.1, novelty=0.1)


def rule(precision: Precision, *, equal: int | None) -> LowerPrecision:
    check = None
    if equal is not None:
        check = PrecisionCheck(images=2004, equal=equal, again=31, largest_difference=0.0421)
    return LowerPrecision(precision=precision, margins=MARGINS, check=check)


def test_the_card_says_how_many_answers_were_equal_and_what_follows() -> None:
    rules = (rule(Precision.INT8, equal=2004), rule(Precision.BFLOAT16, equal=2003))
    table, _ = lower_precision(tiny_card(lower_precision=rules))
    assert isinstance(table, Grid)
    assert table.rows == (
        ("int8", "2,004", "2,004", "31", "0.042", "yes"),
        ("bfloat16", "2,004", "2,003", "31", "0.042", "no"),
    )


def test_what_nobody_has_evaluated_is_not_mentioned() -> None:
    assert lower_precision(tiny_card()) == ()
    unknown = (rule(Precision.INT8, equal=None),)
    assert lower_precision(tiny_card(lower_precision=unknown)) == ()
