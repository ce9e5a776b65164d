from __future__ import annotations

import pytest

from desktop.palette.matching import matching, where
from desktop.shell.action_table import ACTIONS

BY_ID = {spec.id: spec for spec in ACTIONS}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fit", "fit"),
        ("save rep", "save_report"),
        ("REPORT save", "save_report"),
        ("quit", "quit"),
        ("dark", "theme_dark"),
        ("clipboard", "copy"),  # only its tip says so
    ],
)
def test_the_best_comes_first(typed: str, first: str) -> None:
    assert matching(typed, ACTIONS)[0].id == first


def test_nothing_typed_means_everything() -> None:
    assert matching(" ", ACTIONS) == list(ACTIONS)


def test_every_word_must_fit() -> None:
    assert matching("save elephant", ACTIONS) == []


def test_every_command_is_found_by_its_own_name() -> None:
    for spec in ACTIONS:
        assert spec in matching(spec.plain_text, ACTIONS)


def test_a_command_says_where_it_stands() -> None:
    assert where(BY_ID["quit"]) == "File"
    assert where(BY_ID["theme_dark"]).startswith("View > ")
