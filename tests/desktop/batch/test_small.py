"""The pace, what is remembered, and words for codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.batch.job import BatchJob
from core.images.record import NoticeCode
from core.trust.quality.limits import QualityCode
from desktop.batch import remarks
from desktop.batch.pace import Pace
from desktop.batch.remembered import Remembered, read


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_pace_is_that_of_lately_and_passes_over_pauses() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.begin()
    assert pace.rate is None
    for _ in range(200):
        clock.now += 1
        pace.step(2)
    assert pace.rate == pytest.approx(2)
    assert pace.seconds_left(100) == pytest.approx(50)
    for _ in range(60):
        clock.now += 1
        pace.step(5)
    assert pace.rate == pytest.approx(5)
    clock.now += 3600
    pace.begin()
    assert pace.seconds_left(100) is None
    clock.now += 1
    pace.step(5)
    assert pace.rate == pytest.approx(5)


@pytest.mark.parametrize(("overlays", "quick"), [(None, True), (Path("/maps"), False)])
def test_what_is_remembered_is_read_again(overlays: Path | None, *, quick: bool) -> None:
    job = BatchJob((Path("/a"), Path("/b")), Path("/t.csv"), overlays)
    last = Remembered(job, finished=False, quick=quick)
    assert read(last.written()) == last
    assert read("") is None


def test_what_was_remembered_before_there_was_a_choice_is_read_too() -> None:
    last = read('{"folders": ["/a"], "table": "/t.csv", "overlays": "", "finished": true}')
    assert last == Remembered(BatchJob((Path("/a"),), Path("/t.csv")), finished=True)


@pytest.mark.expected_logs("batch is not usable")
@pytest.mark.parametrize("setting", ["no json", "[]", '{"folders": []}', "3"])
def test_what_is_no_batch_is_left_out(setting: str) -> None:
    assert read(setting) is None


@pytest.mark.parametrize("code", [*QualityCode, *NoticeCode])
def test_every_code_has_words(code: str) -> None:
    assert code in remarks._WORDS  # noqa: SLF001 - what is not there is said as it is
    assert remarks.remark_words(code)[0].isupper()
    assert "_" not in remarks.remark_words("of_another_version")
