"""What is said in English, which needs no catalogue."""

from __future__ import annotations

import pytest

from desktop.language.words import count, mark, tr


def test_values_stand_where_their_names_do() -> None:
    assert tr("{lesion} of {patient}", lesion="Mole", patient="P-1") == "Mole of P-1"


def test_braces_of_a_text_without_values_stay() -> None:
    assert tr("as {it} is") == "as {it} is"


def test_a_text_of_a_table_is_said_later() -> None:
    assert tr(mark("&Open images…")) == "&Open images…"


@pytest.mark.parametrize(("n", "said"), [(0, "0 moles"), (1, "1 mole"), (2, "2 moles")])
def test_one_is_not_many(n: int, said: str) -> None:
    assert count("{n} mole", "{n} moles", n=n) == said


def test_numbers_are_written_as_the_text_asks() -> None:
    assert count("{n:,} of {all:.1f}", "{n:,} of {all:.1f}", n=2000, all=1.25) == "2,000 of 1.2"
