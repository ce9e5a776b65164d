"""Programs that are compared answer what Lentigo answers, or are left out with a sentence."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.performance.answering import LIMIT, answering
from benchmarks.pictures import write_pictures
from benchmarks.rivals import contestant, field
from benchmarks.rivals.contestant import Contestant
from benchmarks.rivals.field import Field, require_same, write_task
from benchmarks.rivals.systems import OURS, SYSTEMS
from benchmarks.rivals.unavailable import Unavailable
from core.model import Bundle
from tests.core.tiny import tiny_bundle

HERE = tuple(system for system in SYSTEMS if not system.environment)
NOWHERE = replace(OURS, name="another", module="with_nothing", environment="nothing")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bundle:
    monkeypatch.setenv("LENTIGO_MODEL", str(tmp_path / "model"))
    return tiny_bundle(tmp_path / "model")


@pytest.fixture
def task(bundle: Bundle, tmp_path: Path) -> Path:
    return write_task(bundle, tmp_path / "task")


@pytest.mark.slow
def test_all_that_need_nothing_foreign_answer_alike(
    bundle: Bundle, task: Path, tmp_path: Path
) -> None:
    images = write_pictures(tmp_path / "images", images=2)
    gathered = Field.gathered(HERE, task=task, say=lambda _: None)
    answers, memory = answering(gathered, graph=bundle.graph or b"", images=images, rounds=1)
    assert answers.notes == ()
    assert [row.name for row in answers.rows] == [*(one.name for one in HERE), LIMIT]
    assert answers.rows[0].ratio == 1.0
    assert [row.rival for row in answers.rows] == [False, False, True, True, True, False]
    assert all(row.value > 0 for row in memory.rows)


def test_who_cannot_be_had_is_left_out_with_a_sentence(
    task: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def nowhere(name: str) -> Path:
        tried.append(name)
        raise Unavailable("It cannot be had.")

    monkeypatch.setattr(field, "python_of", nowhere)
    twice = (NOWHERE, replace(NOWHERE, name="its other way"))
    gathered = Field.gathered((OURS, *twice), task=task, say=lambda _: None)
    assert list(gathered.pythons.values()) == [Path(sys.executable)]
    assert gathered.missing == [
        "another was left out. It cannot be had.",
        "its other way was left out. It cannot be had.",
    ]
    assert tried == ["nothing"]


def test_without_lentigo_nothing_is_compared(task: Path) -> None:
    gathered = Field(task, {NOWHERE: Path(sys.executable), OURS: Path(sys.executable)})
    with (
        pytest.raises(Unavailable, match=r"^another does not answer: "),
        gathered.at_work([Path("image.jpg")]),
    ):
        pytest.fail("nobody is at work")


def test_a_program_that_ends_says_why(task: Path) -> None:
    with pytest.raises(Unavailable, match=r"^another does not answer: .*with_nothing"):
        Contestant(NOWHERE, python=Path(sys.executable), task=task)


@pytest.mark.parametrize("found", [0.69, float("nan")])
def test_other_probabilities_do_not_count(found: float) -> None:
    with pytest.raises(Unavailable, match=r"differ from Lentigo's by up to (0\.010|nan)"):
        require_same(OURS, [[0.7, 0.3], [found, 0.31]], [[0.7, 0.3], [0.7, 0.3]])


def test_a_system_may_be_as_far_off_as_it_says() -> None:
    require_same(replace(OURS, tolerance=0.02), [[0.69, 0.31]], [[0.7, 0.3]])


def test_programs_are_found_from_anywhere() -> None:
    for system in SYSTEMS:
        assert (contestant.ROOT / "benchmarks" / "rivals" / f"{system.module}.py").is_file()
