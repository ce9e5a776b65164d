"""What is written into tables is read as what it is."""

from __future__ import annotations

import pytest

from core.cells import cell, flag


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_spreadsheet_computes_what_somebody_wrote(words: str) -> None:
    assert cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "nevus", "1 = 1", "'=1"])
def test_other_words_stay_as_they_are(words: str) -> None:
    assert cell(words) == words


def test_what_is_not_known_stays_empty() -> None:
    assert [flag(value) for value in (True, False, None)] == ["true", "false", ""]
