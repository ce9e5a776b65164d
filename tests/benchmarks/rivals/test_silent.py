"""Who falls silent is stopped and named; the others are measured all the same."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.performance import answering as measuring
from benchmarks.performance.answering import answering
from benchmarks.rivals import contestant
from benchmarks.rivals.contestant import System
from benchmarks.rivals.field import Field
from benchmarks.rivals.systems import OURS
from benchmarks.rivals.talk import Task
from benchmarks.rivals.unavailable import Unavailable
from benchmarks.timing import interleave

DRAWN = """
import json, sys, time

def say(what):
    print(json.dumps(what), flush=True)

answers = float(sys.argv[2])  # and then it sleeps
if answers >= 0:
    say({"versions": "drawn"})
    for number, _ in enumerate(sys.stdin, 1):
        if number > answers:
            break
        say([0.25, 0.75])
    else:
        sys.exit()
time.sleep(3600)
"""
IMAGES = [Path("one.jpg"), Path("other.jpg")]
LIMIT = 4.0
SENTENCE = "gave no answer within 4 s and was stopped."


def who(name: str, *, answers: float = float("inf")) -> System:
    return replace(OURS, name=name, module="drawn", way=str(answers))


OURSELVES = replace(OURS, module="drawn", way="inf")
ANOTHER = who("another")
NEVER_STARTS = who("never starts", answers=-1)
TIRES = who("tires", answers=4)


@pytest.fixture
def field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Field]:
    drawn = tmp_path / "benchmarks" / "rivals" / "drawn.py"
    drawn.parent.mkdir(parents=True)
    drawn.write_text(DRAWN, encoding="utf-8")
    for folder in (drawn.parent, drawn.parent.parent):
        (folder / "__init__.py").touch()
    monkeypatch.setattr(contestant, "ROOT", tmp_path)
    monkeypatch.setattr(measuring, "products", lambda: {"a product": list})
    monkeypatch.setattr(measuring, "operations", lambda _: 1)
    Task(tmp_path, 48, 64, 1.5, ((1, 4), (2, 8)), hidden=True).write()
    return lambda *systems: Field(
        tmp_path, dict.fromkeys(systems, Path(sys.executable)), limit=LIMIT
    )


def test_silence_at_the_start_and_later_leaves_the_others_to_be_measured(
    field: Callable[..., Field],
) -> None:
    all_of_them = field(OURSELVES, NEVER_STARTS, TIRES, ANOTHER)
    answers, memory = answering(all_of_them, graph=b"", images=IMAGES, rounds=1)
    assert [row.name for row in answers.rows] == [OURS.name, "another", measuring.LIMIT]
    assert answers.notes == tuple(
        f"{name} was left out. {name} {SENTENCE}" for name in ("never starts", "tires")
    )
    assert [row.name for row in memory.rows] == [OURS.name, "another"]


def test_nothing_is_compared_with_a_lentigo_that_falls_silent(field: Callable[..., Field]) -> None:
    both = field(OURSELVES, ANOTHER)
    with both.at_work(IMAGES) as working, pytest.raises(Unavailable, match=r"^It sleeps\.$"):
        both.go_on_without(OURS.name, Unavailable("It sleeps."), working)
    assert both.missing == []


def test_a_way_that_nobody_can_do_without_ends_the_comparison() -> None:
    def gone() -> None:
        raise Unavailable("It sleeps.")

    with pytest.raises(Unavailable, match=r"^It sleeps\.$"):
        interleave({"one": list, "other": gone}, rounds=1)
