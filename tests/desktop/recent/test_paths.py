from __future__ import annotations

from pathlib import Path

import pytest

from desktop.recent.paths import LONGEST, added, labels, read, written


def test_the_last_stands_first_and_once() -> None:
    a, b = Path("/x/a.jpg"), Path("/x/b.jpg")
    assert added([b], [a, b]) == (b, a)


def test_it_does_not_grow_and_many_at_once_push_out_few() -> None:
    old = [Path(f"/old/{number}") for number in range(LONGEST)]
    recent = added([Path(f"/new/{number}") for number in range(100)], old)
    assert len(recent) == LONGEST
    assert recent[5:] == tuple(old[:5])


@pytest.mark.parametrize("name", ["a.jpg", "zwei\nZeilen.png", 'quote".png', "ünïcode"])
def test_what_is_written_is_read(name: str) -> None:
    assert read(written([Path("/x") / name])) == (Path("/x") / name,)


def test_none_is_an_empty_setting() -> None:
    assert written([]) == ""
    assert read("") == ()


@pytest.mark.expected_logs("recent is not usable")
@pytest.mark.parametrize("setting", ["[", "5", "[1]", '{"a": 1}'])
def test_an_odd_setting_is_left_out(setting: str) -> None:
    assert read(setting) == ()


def test_namesakes_are_told_apart() -> None:
    assert labels([Path("/a/x.jpg"), Path("/b/x.jpg"), Path("/b/y.jpg")]) == [
        "x.jpg (/a)",
        "x.jpg (/b)",
        "y.jpg",
    ]
