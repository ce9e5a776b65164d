"""What reports record of the command that made them."""

from __future__ import annotations

import sys

import pytest

from training.console import own_command


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["audit", "data", "--out", "x y"], "audit data --out 'x y'"),
        (["evaluate", "--data", "/home/me/clinic/ham10000"], "evaluate --data ham10000"),
        (["evaluate", "--data=/home/me/ham10000/"], "evaluate --data=ham10000"),
        (["audit", "../set", "/"], "audit ../set /"),
    ],
)
def test_it_says_the_command_but_not_where_things_lie(words: list[str], said: str) -> None:
    assert own_command(words) == f"python -m training {said}"


def test_it_knows_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["training", "split", "DATA"])
    assert own_command() == "python -m training split DATA"
