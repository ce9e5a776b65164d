"""Lower precision is offered where it is faster and was found equal, and kept where it is clear."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.batch.job import BatchJob
from core.batch.reading import read_table
from core.model.classifier import Answer
from core.model.precision import LowerPrecision, Margins, PrecisionCheck
from core.results import Device, Engine, Precision
from core.trust.interpretation import Interpretation
from desktop.batch.precision import about_words, choice_words, offered_by
from desktop.batch.work import Reader, begin
from desktop.engine.status import Ready
from tests.desktop.fakes import CHOICE, IDENTITY, make_analysis, make_card


def rule(precision: Precision, *, equal: int = 2000) -> LowerPrecision:
    check = PrecisionCheck(images=2000, equal=equal, again=640, largest_difference=0.03)
    margins = Margins(probability=0.1, novelty=0.1)
    return LowerPrecision.model_validate(
        {"precision": precision, "margins": margins, "check": check}
    )


RULES = (rule(Precision.INT8), rule(Precision.BFLOAT16))


def ready(engine: Engine, device: Device, *, rules: tuple[LowerPrecision, ...] = RULES) -> Ready:
    card = make_card(lower_precision=rules)
    return Ready(card, IDENTITY, engine, replace(CHOICE, device=device))


@pytest.mark.parametrize(
    ("engine", "device", "precision"),
    [
        (Engine.ONNXRUNTIME, Device.CPU, Precision.INT8),
        (Engine.TENSORFLOW, Device.GPU, Precision.BFLOAT16),
        (Engine.ONNXRUNTIME, Device.GPU, None),
        (Engine.TENSORFLOW, Device.CPU, None),
    ],
)
def test_what_is_faster_on_what_runs_is_offered(
    engine: Engine, device: Device, precision: Precision | None
) -> None:
    found = offered_by(ready(engine, device))
    assert (None if found is None else found.precision) is precision


def test_what_no_evaluation_found_equal_is_not_offered() -> None:
    unequal = (rule(Precision.INT8, equal=1999),)
    assert offered_by(ready(Engine.ONNXRUNTIME, Device.CPU, rules=unequal)) is None
    assert offered_by(ready(Engine.ONNXRUNTIME, Device.CPU, rules=())) is None
    assert offered_by(None) is None


def test_it_says_what_it_is_and_what_was_found() -> None:
    assert "(int8)" in choice_words(RULES[0])
    assert "(bfloat16)" in choice_words(RULES[1])
    words = about_words(RULES[0])
    assert "the same on 2,000 images" in words
    assert "32 %" in words
    assert "3 %" in words


@pytest.mark.parametrize(("second", "written"), [(0.1, True), (0.49, False)])
def test_what_is_near_a_threshold_gets_no_row_until_it_is_computed_in_full(
    tmp_path: Path, second: float, *, written: bool
) -> None:
    (tmp_path / "photos").mkdir()
    image = tmp_path / "photos" / "one.jpg"
    image.write_bytes(b"no engine reads it")
    card = make_card(lower_precision=RULES)
    reader = Reader(card, "0" * 64, Interpretation(), thorough=False, quick=RULES[0])
    work = begin(BatchJob((image.parent,), tmp_path / "table.csv"), reader)
    assert work.next() == (image, Precision.INT8)
    analysis = make_analysis(card, finding="mel", probability=0.5, others={"nv": second})
    quick = replace(analysis, precision=Precision.INT8)
    shown = work.write(Answer(image, quick, None))
    assert (shown is not None) is written
    if not written:
        work.again.append(image)
        assert work.next() == (image, None)
        assert work.write(Answer(image, analysis, None)) is not None
    work.results.close()
    (row,) = read_table(tmp_path / "table.csv").results
    assert (",int8," if written else ",float32,") in row.line
